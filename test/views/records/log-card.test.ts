import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { CreditRenewal } from '../../../src/domain/credit-rules.ts';
import type { Entry } from '../../../src/domain/holding.ts';
import { creditStanding } from '../../../src/domain/standing.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import {
  type ClaimEffect,
  correctedCard,
  loggedCard,
  type Recorded,
  undoneCard,
} from '../../../src/views/records/log-card.ts';
import { aCertification, anEntry, aRenewal, known } from '../../domain/rules.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');
const { log: phrases } = english;
const record: Recorded = {
  activityId: 'r1',
  title: 'Zero trust',
  provider: 'SANS',
  kind: 'webinar',
  starts: day('2026-06-01'),
  ends: day('2026-06-01'),
};

interface Logged {
  readonly renewal?: CreditRenewal;
  readonly earlier?: readonly Entry[];
  readonly entry?: Entry;
  readonly today?: string;
  readonly cycle?: readonly [string, string];
}

/** What an entry does to the standing of a certification. */
function effectOf({
  renewal = aRenewal(),
  earlier = [],
  entry = anEntry({ end: '2026-06-01' }),
  today = '2026-07-01',
  cycle: [start, end] = ['2025-01-01', '2027-12-31'],
}: Logged): ClaimEffect {
  const holding = { renewal, cycle: { cycle: { start: day(start), end: day(end) } } };
  return {
    certification: aCertification({ renewal }),
    parts: entry.parts,
    entry: entry.id,
    before: creditStanding({ ...holding, entries: earlier }, day(today), 7),
    after: creditStanding({ ...holding, entries: [...earlier, entry] }, day(today), 7),
  };
}

/** The blocks below the facts of the record. */
function effectBlocks(card: Card) {
  return card.blocks.slice(2).map((block) => [block.kind, 'text' in block ? block.text : undefined]);
}

const grouped = aRenewal({
  categories: [
    { code: 'a', name: 'Group A', minimum: known(1000) },
    { code: 'b', name: 'Group B' },
  ],
});
const capped = aRenewal({ caps: [{ per: 'cycle', limit: known(100), kinds: ['webinar'], name: 'webinars' }] });
const inB = (id: string) => anEntry({ id, end: '2026-06-01', parts: [{ category: 'b', credits: 100 }] });
const webinar = (id: string, end: string) => anEntry({ id, end, kind: 'webinar' });
const claim = (text: string) => ['text', [{ bold: text }]];

describe('what a logged record does to the pace', () => {
  it.each<[string, Logged, readonly unknown[]]>([
    ['moves the binding requirement', {}, [claim('ABC: 1 CPE'), ['text', 'ABC: +27 days; now 519 days behind']]],
    [
      'meets everything',
      { entry: anEntry({ end: '2026-06-01', credits: 4000 }) },
      [claim('ABC: 40 CPE'), ['text', `ABC: ${phrases.nowMet}`]],
    ],
    [
      'waits for the cycle to start',
      { today: '2024-07-01' },
      [claim('ABC: 1 CPE'), ['text', 'ABC: cycle starts on 1 Jan 2025']],
    ],
    ['comes too late', { today: '2028-02-01' }, [claim('ABC: 1 CPE'), ['text', 'ABC: +27 days; now ✕ missed']]],
    [
      'makes another requirement the binding one',
      { renewal: grouped, entry: inB('e') },
      [claim('ABC: 1 CPE (Group B)'), ['text', 'ABC: now ▼ 546 days behind on Group A']],
    ],
    [
      'moves one that does not bind',
      { renewal: grouped, earlier: [inB('e1')], entry: inB('e2') },
      [
        claim('ABC: 1 CPE (Group B)'),
        ['text', 'ABC: total +27 days; now 492 days behind. Still ▼ 546 days behind on Group A'],
      ],
    ],
    [
      'changes nothing over a limit',
      { renewal: capped, earlier: [webinar('e1', '2026-05-01')], entry: webinar('e2', '2026-06-01') },
      [
        claim('ABC: 1 CPE'),
        ['text', 'ABC: still ▼ 519 days behind'],
        ['note', '1 CPE not counted: over the 1 limit for webinars'],
      ],
    ],
    [
      'pushes out a later one',
      { renewal: capped, earlier: [webinar('e1', '2026-06-01')], entry: webinar('e2', '2026-05-01') },
      [claim('ABC: 1 CPE'), ['text', 'ABC: still ▼ 519 days behind'], ['note', phrases.pushedOut('1 CPE', 'ABC')]],
    ],
    [
      'lies outside the cycle, which moves no pace',
      { entry: anEntry({ end: '2024-06-01' }) },
      [claim('ABC: 1 CPE'), ['note', 'Not counted: outside the cycle 1 Jan 2025 – 31 Dec 2027']],
    ],
    [
      'claims several categories',
      {
        renewal: grouped,
        entry: anEntry({
          end: '2026-06-01',
          parts: [
            { category: 'a', credits: 100 },
            { category: 'b', credits: 50 },
          ],
        }),
      },
      [claim('ABC: 1 CPE (Group A); ABC: 0.5 CPE (Group B)'), ['text', expect.stringContaining('ABC: ')]],
    ],
  ])('%s', (_what, logged, expected) => {
    expect(effectBlocks(loggedCard(record, [effectOf(logged)], english))).toEqual(expected);
  });

  it('is told for every certification, in German', () => {
    const blocks = effectBlocks(loggedCard(record, [effectOf({}), effectOf({ today: '2024-07-01' })], german));
    const moved = german.log.closer(27, german.offBy(-519));

    expect(blocks).toEqual([
      claim('ABC: 1 CPE'),
      ['text', `ABC: ${moved}`],
      claim('ABC: 1 CPE'),
      ['text', `ABC: ${german.log.notStarted(day('2025-01-01'))}`],
    ]);
  });

  it('says once that a course counts only once', () => {
    const renewal = aRenewal({ onceOnly: known(true) });
    const again = { renewal, earlier: [anEntry({ end: '2026-05-01', kind: 'course', course: 'x' })] };
    const effect = effectOf({ ...again, entry: anEntry({ end: '2026-06-01', kind: 'course', course: 'x' }) });

    expect(effectBlocks(loggedCard(record, [effect], english)).slice(2)).toEqual([['note', phrases.onceOnly]]);
  });
});

describe.each([
  ['English', english],
  ['German', german],
])('the confirmation in %s', (_language, words) => {
  const { log } = words;
  const pace = { label: log.pace, command: 'pace', args: {} };
  const show = { label: words.record.show, command: 'show', args: { record: 'r1' } };

  it('of a record can be undone', () => {
    expect(loggedCard(record, [], words)).toEqual({
      title: log.logged,
      blocks: [
        { kind: 'text', text: [{ bold: 'Zero trust · SANS' }] },
        {
          kind: 'facts',
          facts: [
            { label: log.when, value: words.span(record.starts, record.ends) },
            { label: log.kind, value: words.kinds.webinar },
          ],
        },
      ],
      actions: [
        { label: log.undo, command: 'undo', args: { activity: 'r1' } },
        { label: log.another, command: 'log', args: {}, opensForm: true },
        pace,
      ],
    });
  });

  it('of an edit can be looked at', () => {
    const card = correctedCard({ ...record, provider: '', minutes: 90 }, [effectOf({})], words);

    expect(card.title).toBe(words.record.saved);
    expect(card.actions).toEqual([show, pace]);
    expect(card.blocks[0]).toEqual({ kind: 'text', text: [{ bold: 'Zero trust' }] });
    expect(card.blocks[1]).toMatchObject({
      facts: [{ label: log.when }, { label: log.kind }, { label: log.duration, value: words.minutes(90) }],
    });
    expect(card.blocks).toHaveLength(4);
  });

  it.each<[string, Partial<Recorded>, unknown]>([
    ['nothing', { files: [] }, log.noProof],
    ['files first', { files: ['a.pdf', 'b.pdf'], proof: { link: '', note: 'n' } }, words.list(['a.pdf', 'b.pdf'])],
    [
      'a link by its host',
      { files: [], proof: { link: 'https://sans.example/x?y', note: 'n' } },
      [{ link: 'sans.example', url: 'https://sans.example/x?y' }],
    ],
    ['a note', { files: [], proof: { link: '', note: 'in the blue folder' } }, 'in the blue folder'],
    ['an empty note', { files: [], proof: { link: '', note: '' } }, log.noProof],
  ])('names as proof %s', (_what, over, value) => {
    expect(loggedCard({ ...record, ...over }, [], words).blocks[1]).toMatchObject({
      facts: [{}, {}, { label: log.proof, value }],
    });
  });

  it.each([
    ['undone', log.undone],
    ['deleted', words.record.deleted],
  ] as const)('of what is %s leads back', (what, title) => {
    expect(undoneCard({ what, record, note: 'Until 1 Aug' }, [], words)).toEqual({
      title,
      blocks: [
        { kind: 'text', text: log.undoneText('Zero trust') },
        { kind: 'note', text: 'Until 1 Aug' },
      ],
      actions: [{ label: log.restore, command: 'restore', args: { activity: 'r1' } }, pace],
    });
  });

  it('of what is back has no note', () => {
    expect(undoneCard({ what: 'restored', record, note: 'Until 1 Aug' }, [], words)).toEqual({
      title: log.restored,
      blocks: [{ kind: 'text', text: log.restoredText('Zero trust') }],
      actions: [show, pace],
    });
  });

  it('says how far the pace falls', () => {
    const { before, after, ...effect } = effectOf({});
    const card = undoneCard({ what: 'undone', record, note: '' }, [{ ...effect, before: after, after: before }], words);

    expect(card.blocks[1]).toEqual({ kind: 'text', text: `ABC: ${log.fell(27, words.offBy(-546))}` });
  });
});
