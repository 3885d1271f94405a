import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { Certification } from '../../../src/domain/certification.ts';
import type { CreditRenewal } from '../../../src/domain/credit-rules.ts';
import type { Entry } from '../../../src/domain/holding.ts';
import { standingOf } from '../../../src/domain/standing.ts';
import { withActivities, withPause } from '../../../src/domain/what-if.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { planCard } from '../../../src/views/pace/plan-card.ts';
import { type WhatIfOutcome, whatIfCard } from '../../../src/views/pace/what-if-card.ts';
import { headlineOf } from '../../../src/views/pace-words.ts';
import { capitalised } from '../../../src/views/requirement-words.ts';
import { aCertification, anEntry, aRenewal, known } from '../../domain/rules.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');
const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
const at = { today: day('2026-07-01'), tolerance: 7 };
const grouped = aRenewal({
  categories: [
    { code: 'a', name: 'Group A', minimum: known(1000) },
    { code: 'b', name: 'Group B' },
  ],
});

function holdingOf(renewal: CreditRenewal, entries: readonly Entry[] = []) {
  return { renewal, cycle: { cycle }, entries };
}

function activity(entry: Entry, renewal = aRenewal()): Extract<WhatIfOutcome, { kind: 'activity' }> {
  const holding = holdingOf(renewal);
  const compared = withActivities({ before: holding, after: holding }, [entry], at);
  const certification = aCertification({ renewal });
  return { kind: 'activity', certification, parts: entry.parts, isUndecided: false, compared };
}

function pause(start: string, end: string, credits = 0): Extract<WhatIfOutcome, { kind: 'pause' }> {
  const span = { start: day(start), end: day(end) };
  const entries = credits === 0 ? [] : [anEntry({ end: '2026-06-01', credits })];
  const paused = withPause(holdingOf(aRenewal(), entries), span, at);
  return { kind: 'pause', certification: aCertification(), paused, span };
}

function parts(card: Card) {
  return card.blocks.map((block) => {
    if (block.kind === 'facts') return block.facts.map(({ label, value }) => [label, value]);
    return 'text' in block ? block.text : block.kind;
  });
}

describe.each([
  ['English', english],
  ['German', german],
])('what if, in %s', (_language, words) => {
  const { whatif: phrases, log } = words;
  const pace = { label: log.pace, command: 'pace', args: {} };

  it('is never written, and says so', () => {
    expect(whatIfCard([], undefined, words)).toEqual({
      title: phrases.title,
      blocks: [{ kind: 'note', text: phrases.nothingWritten }],
      actions: [pace],
    });
  });

  it('can be kept as a plan', () => {
    expect(whatIfCard([], '16h RSA', words).actions).toEqual([
      { label: phrases.keep, command: 'plan', args: { text: '16h RSA' }, style: 'primary' },
      pace,
    ]);
  });

  it.each<[WhatIfOutcome, string]>([
    [{ kind: 'duplicate', certification: aCertification() }, words.add.twice('ABC')],
    [{ kind: 'missing', certification: aCertification() }, phrases.notYours('ABC')],
    [{ kind: 'no-change', year: 2027 }, phrases.noChange(2027)],
  ])('says why nothing can be tried', (outcome, text) => {
    expect(parts(whatIfCard([outcome], undefined, words))[0]).toBe(text);
  });

  it('says what is no longer required of one that is dropped, and what depends on it', () => {
    const standing = standingOf({ certification: aCertification(), ...holdingOf(aRenewal()) }, at.today, 7);
    const dependent = [aCertification({ short: 'SUB' })];
    const outcome = { kind: 'dropped', certification: aCertification(), standing, dependent } as const;
    const missing = words.credits(4000, { one: 'CPE', many: 'CPE' });

    expect(parts(whatIfCard([outcome], undefined, words)).slice(0, 2)).toEqual([
      '− ABC · Certified ABC',
      [
        [phrases.notRequired, phrases.until(missing, cycle.end)],
        ['SUB', words.rules.needs('ABC')],
      ],
    ]);
  });

  it('compares a certification that another changes', () => {
    const about = { certification: aCertification(), on: at.today, before: 'x', after: 'y' };

    expect(parts(whatIfCard([{ kind: 'related', ...about }], undefined, words)).slice(0, 2)).toEqual([
      'ABC',
      [
        [phrases.before(at.today), 'x'],
        [phrases.after(at.today), 'y'],
      ],
    ]);
  });

  it('names an announced change that has no figures', () => {
    const certification = aCertification({ nextChange: known({ what: 'More.' }) });
    const shown = parts(whatIfCard([{ kind: 'announced', certification, year: 2027 }], undefined, words));

    expect(shown[0]).toBe(phrases.rulesOf('ABC', 2027));
    expect(JSON.stringify(shown[1])).toContain(words.rules.nextChange);
    expect(shown[2]).toBe(phrases.noFigures);
  });

  it('repeats what it cannot read', () => {
    expect(parts(whatIfCard([{ kind: 'unread', text: 'hm' }], undefined, words))[0]).toBe(phrases.unread('hm'));
  });

  it('compares the same day without and with an activity', () => {
    const on = day('2026-08-01');
    const outcome = activity(anEntry({ end: on, credits: 1600 }));
    const { before, after } = outcome.compared;

    expect(parts(whatIfCard([outcome], undefined, words)).slice(0, 2)).toEqual([
      `ABC: +${words.credits(1600, { one: 'CPE', many: 'CPE' })}`,
      [
        [phrases.before(on), headlineOf(before, words, on)],
        [phrases.after(on), headlineOf(after, words, on)],
        [
          capitalised(words.pace.requirement(undefined, undefined, 'hard')),
          phrases.moved('0', '16', words.credits(4000, { one: 'CPE', many: 'CPE' }), 438),
        ],
      ],
    ]);
    expect(headlineOf(before, words, on)).not.toBe(headlineOf(after, words, on));
  });

  it('leaves out requirements that an activity does not touch', () => {
    const entry = anEntry({ end: '2026-08-01', parts: [{ category: 'b', credits: 100 }] });
    const [, facts] = parts(whatIfCard([activity(entry, grouped)], undefined, words));

    expect(facts).toEqual([
      expect.anything(),
      expect.anything(),
      [expect.anything(), phrases.moved('0', '1', words.credits(4000, grouped.unit), 27)],
    ]);
  });

  it('names each requirement an activity counts for', () => {
    const entry = anEntry({ end: '2026-08-01', parts: [{ category: 'a', credits: 100 }] });
    const [, facts] = parts(whatIfCard([activity(entry, grouped)], undefined, words));

    expect(facts).toHaveLength(4);
    expect(facts?.[3]).toEqual(['Group A', phrases.moved('0', '1', words.credits(1000, grouped.unit), 109)]);
  });

  it.each([
    ['what is needed around it', pause('2026-08-01', '2026-10-31'), 'rates'],
    ['that no time is left', pause('2026-07-01', '2027-12-31'), 'notPossible'],
  ] as const)('says of a pause %s', (_what, outcome, kind) => {
    const { standing, rate = 0, rateAround = 0 } = outcome.paused;
    const { unit } = standing.renewal;
    const on = standing.terms.on;
    const needed =
      kind === 'rates'
        ? phrases.rates(words.credits(rate, unit), words.credits(rateAround, unit))
        : phrases.notPossible(words.credits(rate, unit));

    expect(parts(whatIfCard([outcome], undefined, words)).slice(0, 2)).toEqual([
      `ABC: ${phrases.pause(outcome.span.start, outcome.span.end)}`,
      [
        [phrases.afterPause(on), headlineOf(standing, words, on)],
        [phrases.needed, needed],
      ],
    ]);
    expect(rate).toBeGreaterThan(0);
  });

  it('needs nothing around a pause if everything is met', () => {
    const [, facts] = parts(whatIfCard([pause('2026-08-01', '2026-10-31', 4000)], undefined, words));

    expect(facts).toEqual([[phrases.afterPause('2026-11-01'), words.pace.allMet]]);
  });

  const exam: Certification['renewal'] = {
    kind: 'exam',
    cycle: { anchor: known('certified'), months: known(36) },
    how: 'Pass the exam.',
  };
  const asked = [phrases.asksFor, words.credits(4000, { one: 'CPE', many: 'CPE' })];

  it.each<[string, Partial<Certification>, typeof cycle | undefined, readonly unknown[]]>([
    ['the total', {}, undefined, [asked]],
    ['the total and the cycle', {}, cycle, [asked, [words.add.cycle, words.span(cycle.start, cycle.end)]]],
    [
      'that its body shares in full',
      { sharing: { full: known(true) } },
      undefined,
      [asked, [words.rules.sharing, words.rules.sharedInFull('ABC Board')]],
    ],
    ['nothing of an unknown total', { renewal: { ...aRenewal(), requirements: [] } }, cycle, []],
    [
      'that it never expires',
      { renewal: { kind: 'never-expires', ...known(0) } },
      undefined,
      [[words.rules.renewal, words.pace.neverExpires]],
    ],
    ['how it is renewed', { renewal: exam }, cycle, [[words.rules.renewal, 'Pass the exam.']]],
  ])('says of one more certification %s', (_what, over, range, facts) => {
    const outcome = { kind: 'certification', certification: aCertification(over), cycle: range } as const;

    expect(parts(whatIfCard([outcome], undefined, words)).slice(0, 2)).toEqual(['+ ABC · Certified ABC', facts]);
  });
});

describe.each([
  ['English', english],
  ['German', german],
])('the plan in %s', (_language, words) => {
  const { plan: phrases } = words;
  const byExam = aCertification({
    short: 'EXM',
    renewal: { kind: 'exam', cycle: { anchor: known('certified'), months: known(36) }, how: '' },
  });
  const claimed = [
    { category: 'a', credits: 100 },
    { category: 'b', credits: 50 },
  ];
  const planned = {
    activityId: 'r1',
    title: 'RSA',
    starts: day('2027-04-26'),
    ends: day('2027-04-26'),
    line: '16h RSA',
  };

  it('is empty', () => {
    expect(planCard([], words)).toEqual({ title: phrases.none, blocks: [] });
  });

  it('says when, and what each would claim', () => {
    const claims = [
      { certification: aCertification(), parts: claimed },
      { certification: byExam, parts: [] },
    ];
    const card = planCard([{ ...planned, claims }], words);

    expect(card).toEqual({
      title: `${phrases.title}: RSA, ${words.span(planned.starts, planned.ends)}`,
      blocks: [
        {
          kind: 'item',
          title: [{ bold: 'RSA' }],
          detail: `${phrases.on(planned.ends)} · ABC +${words.credits(150, { one: 'CPE', many: 'CPE' })} · EXM`,
          action: { label: phrases.done, command: 'log', args: { text: '16h RSA', plan: 'r1' }, opensForm: true },
          also: { label: phrases.remove, command: 'plan', args: { remove: 'r1' } },
        },
        { kind: 'note', text: phrases.apart },
      ],
      actions: [{ label: words.opportunity.calendar, command: 'plan', args: { calendar: 'yes' } }],
    });
  });
});
