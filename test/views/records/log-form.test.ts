import { expect, it } from 'vitest';
import { wordsFor } from '../../../src/strings/index.ts';
import { logForm } from '../../../src/views/records/log-form.ts';
import { aCertification, aRenewal } from '../../domain/rules.ts';

const words = wordsFor('en-GB');
const renewal = aRenewal({
  marks: [
    { code: 'ethics', name: 'Ethics' },
    { code: 'lab', name: 'Lab' },
    { code: 'live', name: 'Live', from: { deliveries: ['in-person'] } },
  ],
});

it('asks how many of the credits have each mark, but not of a mark that follows from the delivery', () => {
  const form = logForm({
    ...{ words, notes: [], command: 'log', title: 'Log', submit: 'Log', answers: {} },
    claimable: [{ certification: aCertification({ renewal }), renewal }],
  });

  expect(form.parts.filter((part) => 'name' in part && part.name.startsWith('mark.'))).toEqual([
    {
      ...{ kind: 'number', name: 'mark.abc.ethics', label: 'ABC, of these Ethics: CPE', optional: true },
      hint: words.log.markedHint,
    },
    { kind: 'number', name: 'mark.abc.lab', label: 'ABC, of these Lab: CPE', optional: true },
  ]);
});
