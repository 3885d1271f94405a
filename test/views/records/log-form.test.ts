import { expect, it } from 'vitest';
import { type FormPart, partsByNeed } from '../../../src/chat/form.ts';
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
    ...{ words, notes: [], command: 'log', title: 'Log', submit: 'Log', answers: { counts: ['abc'] } },
    isExpanded: true,
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

const split = aRenewal({
  categories: [
    { code: 'a', name: 'Area A' },
    { code: 'b', name: 'Area B' },
  ],
  splits: { value: true, certainty: 'O', sources: [] },
});
const claimable = [
  { certification: aCertification({ renewal: split }), renewal: split },
  { certification: aCertification({ code: 'xyz', renewal }), renewal },
];
const about = { words, claimable, notes: [], files: [], command: 'log', title: 'Log', submit: 'Log' } as const;
const namesIn = (parts: readonly FormPart[]) => parts.flatMap((part) => (part.kind === 'text' ? [] : [part.name]));

it('shows what every record needs, and the rest on request', () => {
  const { main, extra } = partsByNeed(logForm({ ...about, answers: { counts: ['abc'] } }));

  expect(namesIn(main)).toEqual(['title', 'kind', 'start', 'duration', 'counts', 'credits.abc', 'proof']);
  expect(namesIn(extra)).toEqual(
    expect.arrayContaining(['end', 'provider', 'delivery', 'category.abc', 'credits.abc.a', 'link', 'description']),
  );
});

it('shows a field with an answer or an error', () => {
  const form = logForm({ ...about, answers: { counts: ['abc'], provider: 'SANS' }, errors: { link: 'Not secure.' } });

  expect(namesIn(partsByNeed(form).main)).toEqual(expect.arrayContaining(['provider', 'link']));
});

it('asks for the category where the rules don’t decide it', () => {
  const asking = claimable.map((one) => ({ ...one, asksCategory: true }));
  const { main } = partsByNeed(logForm({ ...about, claimable: asking, answers: { counts: ['abc'] } }));

  expect(namesIn(main)).toContain('category.abc');
});

it('has fields for the selected certifications alone', () => {
  const names = namesIn(logForm({ ...about, answers: { counts: ['xyz'] } }).parts);

  expect(names.filter((name) => name.endsWith('.abc'))).toEqual([]);
  expect(names).toContain('credits.xyz');
});

it('shows everything once that was requested', () => {
  const form = logForm({ ...about, answers: { counts: ['abc'] }, isExpanded: true });

  expect(partsByNeed(form).extra).toEqual([]);
});
