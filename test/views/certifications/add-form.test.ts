import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { Certification } from '../../../src/domain/certification.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { addForm } from '../../../src/views/certifications/add-form.ts';
import { addedCard } from '../../../src/views/certifications/added-card.ts';
import { customiseForm } from '../../../src/views/certifications/customise-form.ts';
import { editForm } from '../../../src/views/certifications/edit-form.ts';
import { renewedCard, renewForm } from '../../../src/views/certifications/renew-form.ts';
import { aCertification, aRenewal, known } from '../../domain/rules.ts';

const abc = aCertification();
const never: Certification = aCertification({ renewal: { kind: 'never-expires', certainty: 'O', sources: [] } });
const cycle = { start: day('2026-01-01'), end: day('2028-12-31') };
const names = ({ parts }: Form) => parts.map((part) => ('name' in part ? part.name : part.kind));

describe.each([
  ['English', wordsFor('en-GB')],
  ['German', wordsFor('de-DE')],
])('a certification in %s', (_language, words) => {
  const { add, renew, log, edit, customise } = words;
  const range = { label: add.cycle, value: words.span(cycle.start, cycle.end) };
  const what = { label: add.certification, value: 'Certified ABC (ABC Board)' };
  const pace = { label: log.pace, command: 'pace', args: { text: 'abc' } };
  const undo = { label: log.undo, command: 'undo', args: { act: 'a1' } };
  const earned = { label: words.opening.button, command: 'edit', args: { opening: 'abc' }, opensForm: true };
  const logIt = { label: add.log, command: 'log', args: { text: 'for ABC' }, opensForm: true, style: 'primary' };

  it.each([
    [undefined, []],
    [abc, [{ value: 'abc', label: 'ABC · Certified ABC', detail: 'ABC Board' }]],
  ])('is searched for, or chosen already', (chosen, options) => {
    const named = chosen === undefined ? [] : [{ typed: 'abc', chosen, candidates: [] }];
    const form = addForm({ words, named });

    expect(names(form)).toEqual(['certification', 'number', 'start', 'expiry']);
    expect(form.parts[0]).toMatchObject({ kind: 'search', source: 'certifications', options });
    expect('errors' in form || 'answers' in form).toBe(false);
  });

  it.each([
    ['with a cycle', abc, '', cycle, [what, range], [], [logIt, earned, pace, undo]],
    [
      'with a number',
      abc,
      'N-7',
      cycle,
      [what, { label: add.number, value: 'N-7' }, range],
      [],
      [logIt, earned, pace, undo],
    ],
    [
      'that never expires, and needs no credits',
      never,
      '',
      undefined,
      [what],
      [{ kind: 'note', text: add.neverExpires }],
      [pace, undo],
    ],
  ])('is added %s', (_what, certification, number, of, facts, notes, actions) => {
    const holdings = [{ certification, number, cycle: of, stated: '' }];
    expect(addedCard({ holdings, pendingLine: undefined, today: cycle.start, act: 'a1' }, words)).toEqual({
      title: add.added(['ABC']),
      blocks: [{ kind: 'facts', facts }, ...notes],
      actions,
    });
  });

  it('is renewed for the next cycle, and back', () => {
    const answers = { cycleStart: '2026-01-01' };
    const form = renewForm({ words, certification: abc, notes: ['5 CPE carry over'], answers });

    expect(names(form)).toEqual(['text', 'cycleStart', 'cycleEnd']);
    expect(form).toMatchObject({ command: 'renew', state: 'abc', answers });
    expect(renewedCard({ words, certification: abc, cycle, notes: ['5 CPE carry over'], act: 'a1' })).toEqual({
      title: renew.renewed('ABC'),
      blocks: [
        { kind: 'facts', facts: [{ label: add.cycle, value: renew.cycle(cycle.start, cycle.end) }] },
        { kind: 'note', text: '5 CPE carry over' },
      ],
      actions: [pace, { label: log.undo, command: 'undo', args: { act: 'a1' } }],
    });
  });

  const rule = {
    code: 'ethics',
    per: 'period',
    chosenBy: 'cycle-start',
    severity: 'hard',
    amount: known(100),
  } as const;
  const asking = aRenewal({
    conditions: [{ code: 'practice', question: 'Do you practise?', options: [{ code: 'y', name: 'Yes' }] }],
    requirements: [rule],
  });

  it.each<[string, Certification, readonly string[]]>([
    ['its cycle', abc, ['number', 'cycleStart', 'cycleEnd']],
    ['no cycle if it never expires', never, ['number']],
    [
      'what its rules ask, but not for the end of a cycle',
      aCertification({ renewal: asking }),
      ['number', 'cycleStart', 'cycleEnd', 'condition.practice', 'period.ethics'],
    ],
  ])('is edited with %s', (_what, certification, fields) => {
    expect(names(editForm({ words, certification, acts: [] }))).toEqual(fields);
  });

  it('asks in the words of its rules', () => {
    const form = editForm({ words, certification: aCertification({ renewal: asking }), acts: [] });

    expect(form.title).toBe(edit.title('ABC'));
    expect(form.parts.slice(3)).toMatchObject([
      { label: 'Do you practise?', options: [{ value: 'y', label: words.catalogueText('Yes') }], optional: true },
      { label: edit.periodEnds(words.catalogueText('ethics')), optional: true },
    ]);
  });

  it.each([
    [
      true,
      true,
      customise.introNew('abc'),
      ['unit', 'months', 'total', 'yearly', 'minimums', 'caps', 'anchor', 'endsOn'],
    ],
    [false, false, customise.intro, []],
  ])('is set by a workspace, new %s, of credits %s', (isNew, hasCredits, text, fields) => {
    const form = customiseForm({ words, code: 'abc', isNew, hasCredits, answers: {} });

    expect(form.parts[0]).toEqual({ kind: 'text', text });
    expect(names(form).slice(1)).toEqual(['short', 'name', 'body', ...fields, 'fee']);
  });
});
