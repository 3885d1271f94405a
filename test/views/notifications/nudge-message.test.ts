import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { Certification, ExamRenewal } from '../../../src/domain/certification.ts';
import type { Topic, WatchedHolding } from '../../../src/domain/nudge.ts';
import type { Pace } from '../../../src/domain/pace.ts';
import { standingOf } from '../../../src/domain/standing.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { managerCard, nudgeCard } from '../../../src/views/notifications/nudge-message.ts';
import { headlineOf } from '../../../src/views/pace-words.ts';
import { aCertification, anEntry, known } from '../../domain/rules.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');
const TODAY = day('2026-07-01');
const exam: ExamRenewal = { kind: 'exam', cycle: { anchor: known('certified'), months: known(36) }, how: 'Pass it.' };
const options = { today: TODAY, announces: true, stepDays: 14 };

function watched(certification: Certification = aCertification(), credits = 100): WatchedHolding {
  const cycle = { cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };
  const standing = standingOf({ certification, cycle, entries: [anEntry({ end: '2026-06-01', credits })] }, TODAY, 7);
  const now = { rules: 'r', figures: 'f' };
  return {
    holdingId: 'h',
    certification,
    standing,
    addedOn: day('2025-01-01'),
    inDebt: 0,
    letsLapse: false,
    figures: { now },
    step: 0,
  };
}

const one = watched();
const headline = (words: typeof english, holding = one) => headlineOf(holding.standing, words, TODAY);
const pay = {
  kind: 'pay',
  day: day('2026-07-08'),
  fee: { name: 'Fee', amount: known(13500), currency: 'USD', per: 'year', due: 'end' },
} as const;

function deadline(what: Extract<Topic, { kind: 'deadline' }>['deadline'], left = 7, holding = one): Topic {
  return { key: 'k', watched: holding, kind: 'deadline', deadline: what, threshold: 7, left };
}

const until = day('2026-07-08');
const behind: Topic = { key: 'k', watched: one, kind: 'behind', pace: {} as Pace };
const debt: Topic = { key: 'k', watched: one, kind: 'debt', credits: 250, until: day('2027-12-31') };
const rules: Topic = { key: 'k', watched: one, kind: 'rules' };
const help: Topic = { key: 'k', watched: one, kind: 'ladder', step: 2 };
const told: Topic = { key: 'k', watched: one, kind: 'ladder', step: 3 };

describe.each([
  ['English', english],
  ['German', german],
])('a nudge in %s', (_language, words) => {
  const { nudge: phrases, digest } = words;
  const state = headline(words);
  const ends = phrases.expires(day('2027-12-31'));
  const sentence = `${ends.charAt(0).toUpperCase()}${ends.slice(1)}.`;
  const owed = phrases.debt(words.credits(250, { one: 'CPE', many: 'CPE' }), day('2027-12-31'));

  it.each<[string, Topic, string, string]>([
    ['behind', behind, state, `${phrases.behind(state)} · ${ends}`],
    ['debt', debt, owed, owed],
    ['changed rules', rules, state, phrases.rules(state)],
    ['help, announcing the managers', help, state, `${phrases.help(state)} ${phrases.announce(14)} ${sentence}`],
    ['told', told, state, `${phrases.told(state)} ${sentence}`],
    ...(['earn', 'report', 'expires'] as const).map((kind): [string, Topic, string, string] => {
      const text = phrases.left(digest.deadline[kind], until, 7);
      const more = kind === 'earn' ? ` · ${ends}` : '';
      return [kind, deadline({ kind, day: until }), text, `${text} · ${state}${more}`];
    }),
    [
      'pay',
      deadline(pay),
      phrases.left(digest.deadline.pay, until, 7),
      `${phrases.left(digest.deadline.pay, until, 7)} · ${state}`,
    ],
    [
      'the end of a year, tomorrow',
      deadline({ kind: 'year', day: day('2026-07-02') }, 1),
      phrases.left(phrases.yearEnd, day('2026-07-02'), 1),
      `${phrases.left(phrases.yearEnd, day('2026-07-02'), 1)} · ${state} · ${ends}`,
    ],
    [
      'a day that is today',
      deadline({ kind: 'earn', day: TODAY }, 0),
      phrases.left(digest.deadline.earn, TODAY, 0),
      `${phrases.left(digest.deadline.earn, TODAY, 0)} · ${state} · ${ends}`,
    ],
  ])('says %s in the title, and in full below', (_what, topic, short, detail) => {
    const card = nudgeCard([topic], options, words);

    expect(card.title).toBe(`ABC: ${short}`);
    expect(card.blocks[0]).toMatchObject({ kind: 'item', title: [{ bold: 'ABC' }], detail });
    expect(card.blocks.slice(1)).toEqual([{ kind: 'note', text: phrases.why }]);
  });

  it('says the shortest way once, with the opportunities that do', () => {
    const offer = { id: 'o', title: 'Ethics', provider: 'SANS', url: '', when: '', minutes: 120, estimates: [] };
    const way = { kind: 'webinar', count: 1, minutes: 120, before: day('2026-12-31'), offers: [offer] } as const;
    const { blocks } = nudgeCard([behind, help], { ...options, ways: new Map([['h', way]]) }, words);
    const text = phrases.way(phrases.activities(1, 'webinar', 120), way.before, 1);

    expect(JSON.stringify(blocks).split(text)).toHaveLength(2);
    expect(blocks.filter(({ kind }) => kind === 'heading')).toEqual([{ kind: 'heading', text: phrases.offers(1) }]);
    expect(JSON.stringify(blocks.at(-2))).toContain('Ethics');
  });

  it('offers the best next hour, the pace and help below', () => {
    expect(nudgeCard([behind], options, words).actions).toEqual([
      { label: phrases.next, command: 'next', args: { text: '1h' }, style: 'primary' },
      { label: digest.myPace, command: 'pace', args: {} },
      { label: phrases.helpRequest.button, command: 'preferences', args: { help: 'abc' } },
    ]);
  });

  it('does not threaten with managers where there is nobody to tell', () => {
    const [item] = nudgeCard([help], { ...options, announces: false }, words).blocks;

    expect(item).toMatchObject({ detail: `${phrases.help(state)} ${sentence}` });
  });

  it.each([
    [2, [{ kind: 'text', text: phrases.title(2) }], 2, []],
    [5, [{ kind: 'text', text: phrases.title(5) }], 5, []],
    [6, [{ kind: 'text', text: phrases.title(6) }], 5, [{ kind: 'text', text: phrases.more(1) }]],
    [9, [{ kind: 'text', text: phrases.title(9) }], 5, [{ kind: 'text', text: phrases.more(4) }]],
  ])('of %i topics says how many, and shows five', (count, first, items, more) => {
    const { blocks } = nudgeCard(Array<Topic>(count).fill(behind), options, words);

    expect(blocks.slice(0, 1)).toEqual(first);
    expect(blocks.filter(({ kind }) => kind === 'item')).toHaveLength(items);
    expect(blocks.slice(items + 1)).toEqual([...more, { kind: 'note', text: phrases.why }]);
  });

  it('takes its title from the first topic', () => {
    expect(nudgeCard([debt, behind], options, words).title).toBe(`ABC: ${owed}`);
    expect(nudgeCard([behind, debt], options, words).title).toBe(`ABC: ${state}`);
  });

  it('about nothing says so', () => {
    expect(nudgeCard([], options, words)).toMatchObject({
      title: phrases.title(0),
      blocks: [{ kind: 'note', text: phrases.why }],
    });
  });

  it('tells a manager who is behind on what', () => {
    expect(managerCard({ name: 'Ana', watched: one }, TODAY, words)).toEqual({
      title: phrases.managerTitle,
      blocks: [{ kind: 'text', text: phrases.manager('Ana', 'ABC', state) }],
    });
  });
});

describe('the next step of a topic', () => {
  const { nudge: phrases, certs } = english;
  const log = { label: phrases.log, command: 'log', args: { text: 'for ABC' }, opensForm: true };
  const toCerts = { label: certs.title, command: 'certs', args: {} };
  const byExam = watched(aCertification({ renewal: exam }));
  const on = (kind: 'earn' | 'report' | 'expires') => deadline({ kind, day: until });

  it.each([
    ['behind', behind, log],
    ['help', help, log],
    ['told', told, log],
    ['debt', debt, { label: phrases.prove, command: 'debt', args: { text: 'abc' } }],
    ['changed rules', rules, { label: phrases.readRules, command: 'rules', args: { code: 'abc' } }],
    ['the last day to earn', on('earn'), log],
    ['the end of the cycle', on('expires'), log],
    ['the end of a year', deadline({ kind: 'year', day: until }), log],
    ['the last day to report', on('report'), toCerts],
    ['a fee', deadline(pay), toCerts],
    ['an exam', deadline({ kind: 'expires', day: until }, 7, byExam), toCerts],
    ['an exam that is behind', { ...behind, watched: byExam }, toCerts],
  ])('%s', (_what, topic, action) => {
    expect(nudgeCard([topic], options, english).blocks[0]).toMatchObject({
      action,
      also: { label: phrases.snooze, command: 'snooze', args: { text: 'abc' }, opensForm: true },
    });
  });
});

describe('a debt', () => {
  it('of what is not renewed by credits has an amount without a unit', () => {
    const topic = { ...debt, watched: watched(aCertification({ renewal: exam })) };

    expect(nudgeCard([topic], options, english).title).toBe(
      'ABC: 2.5 without valid proof; the cycle ends on 31 Dec 2027',
    );
  });

  it('of one credit is in the singular', () => {
    const renewal = {
      ...aCertification().renewal,
      unit: { one: 'credit', many: 'credits' },
    } as Certification['renewal'];
    const topic = { ...debt, credits: 100, watched: watched(aCertification({ renewal })) };

    expect(nudgeCard([topic], options, english).title).toBe(
      'ABC: 1 credit without valid proof; the cycle ends on 31 Dec 2027',
    );
  });
});
