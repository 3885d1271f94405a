import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import { day } from '../../../src/domain/calendar.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { OUTSIDER, packFileCard, packForm, packLinkCard } from '../../../src/views/reports/pack-card.ts';
import {
  codeOf,
  progressCard,
  readyCard,
  refusedCard,
  reportFailedCard,
  reportFileCard,
  reportForm,
  reportStartedCard,
} from '../../../src/views/reports/report-card.ts';

const HASH = '0123456789abcdef0123456789abcdef';
const names = ({ parts }: Form) => parts.map((part) => ('name' in part ? part.name : part.kind));

it.each([
  [HASH, '0123-4567-89ab-cdef-0123'],
  ['abcd', 'abcd'],
  ['abcde', 'abcd-e'],
])('the code of %s is %s', (hash, code) => {
  expect(codeOf(hash)).toBe(code);
});

describe.each([
  ['English', wordsFor('en-GB')],
  ['German', wordsFor('de-DE')],
])('a report in %s', (_language, words) => {
  const { report: phrases, pack } = words;
  const finished = { reportId: 'p1', title: 'Your report', counts: '3 records', contentHash: HASH };
  const ofTeam = phrases.of(phrases.print.teamScope('Security'));
  const on = day('2026-03-31');
  const note = { kind: 'note', text: phrases.accessNote };

  it.each([
    ['of mine', undefined, undefined, phrases.ofMine, []],
    ['of mine on a day', undefined, on, `${phrases.ofMine}, ${phrases.asOf(on)}`, []],
    ['of a team', 'Security', undefined, ofTeam, [note]],
    ['of a team on a day', 'Security', on, `${ofTeam}, ${phrases.asOf(on)}`, [note]],
  ])('%s is begun', (_what, scope, asOf, title, notes) => {
    expect(reportStartedCard(scope, asOf, words)).toEqual({
      title: phrases.begun,
      blocks: [{ kind: 'text', text: title }, ...notes],
    });
  });

  it.each([
    [0, phrases.steps[0]],
    [2, phrases.steps[2]],
    [3, ''],
  ])('is at step %i of three', (done, label) => {
    expect(progressCard({ reportId: 'r1', at: done }, words).blocks).toEqual([
      { kind: 'progress', label, done, goal: 3 },
    ]);
  });

  it.each([
    [undefined, []],
    ['no-browser', [{ kind: 'text', text: [{ bold: phrases.noBrowser }] }]],
    ['too-long', [{ kind: 'text', text: [{ bold: phrases.tooLong }] }]],
  ] as const)('is ready, with a PDF unless %s', (noPdf, why) => {
    expect(readyCard({ ...finished, noPdf, isDelivered: true }, words)).toEqual({
      title: `Your report: ${phrases.ready}`,
      blocks: [
        { kind: 'text', text: '3 records' },
        ...why,
        { kind: 'facts', facts: [{ label: phrases.code, value: '0123-4567-89ab-cdef-0123' }] },
        { kind: 'note', text: phrases.check },
      ],
      actions: [{ label: pack.title, command: 'pack', args: { report: 'p1' }, opensForm: true }],
    });
  });

  it('fails for a reason', () => {
    expect(reportFailedCard('No log.', words)).toEqual({
      title: `${phrases.title}: ${phrases.notNow}`,
      blocks: [{ kind: 'text', text: 'No log.' }],
    });
  });

  it.each([
    ['pdf', phrases.aboutPdf],
    ['csv', phrases.aboutCsv],
  ] as const)('is sent as %s', (kind, about) => {
    expect(reportFileCard(kind, finished, words)).toEqual({ title: `Your report · ${about}`, blocks: [] });
  });

  it('is refused, and the request noted', () => {
    expect(refusedCard(words).blocks).toEqual([
      { kind: 'text', text: phrases.notYours },
      { kind: 'note', text: phrases.noted },
    ]);
  });

  it.each([
    [[], ['scope', 'on', 'from', 'until', 'content', 'paper']],
    [[{ value: 'abc', label: 'ABC' }], ['scope', 'on', 'from', 'until', 'certification', 'content', 'paper']],
  ])('is asked for, of the certifications %j', (certifications, fields) => {
    const teams = [{ value: 't1', label: 'Team Security' }];
    const form = reportForm({ teams, certifications, answers: { scope: 'mine' } }, words);

    expect(names(form)).toEqual(fields);
    expect(form.parts[0]).toMatchObject({ options: [{ value: 'mine', label: phrases.form.mine }, ...teams] });
    expect(form.parts.at(-1)).toMatchObject({
      options: [
        { value: 'a4', label: phrases.papers.a4 },
        { value: 'letter', label: phrases.papers.letter },
      ],
    });
    expect('errors' in form).toBe(false);
  });

  it.each([
    ['', pack.yours],
    ['Eve Auditor', pack.passOn('Eve Auditor')],
  ])('is packed behind a link for “%s”', (outsider, text) => {
    const link = { linkId: 'l1', url: 'https://recert.example/p', expiresAt: '2026-04-30', outsider };

    expect(packLinkCard({ ...finished, ...link }, words)).toEqual({
      title: `Your report: ${pack.title}`,
      blocks: [
        { kind: 'text', text: '3 records' },
        { kind: 'text', text: [{ link: pack.open, url: link.url }] },
        {
          kind: 'facts',
          facts: [
            { label: phrases.code, value: '0123-4567-89ab-cdef-0123' },
            { label: pack.goodUntil, value: words.date('2026-04-30') },
          ],
        },
        { kind: 'note', text },
      ],
      actions: [{ label: pack.withdraw, command: 'pack', args: { withdraw: 'l1' }, style: 'danger' }],
    });
  });

  it('is packed for somebody, who may be outside', () => {
    const people = [{ value: 'u1', label: 'Ana' }];
    const form = packForm({ about: 'Report', people, answers: {}, state: 'p1', errors: { days: 'bad' } }, words);

    expect(packFileCard(finished, words)).toMatchObject({ title: `Your report: ${pack.title}` });
    expect(names(form)).toEqual(['text', 'who', 'outsider', 'days']);
    expect(form.parts[1]).toMatchObject({ options: [...people, { value: OUTSIDER, label: pack.form.outside }] });
    expect(form).toMatchObject({ command: 'pack', state: 'p1', errors: { days: 'bad' } });
  });
});
