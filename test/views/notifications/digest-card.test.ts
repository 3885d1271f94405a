import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../src/domain/calendar.ts';
import type { MemberStanding, TeamDigest } from '../../../src/domain/digest-content.ts';
import { standingOf } from '../../../src/domain/standing.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import {
  digestCard,
  digestDetailsCard,
  digestPreviewCard,
  type ShownDigest,
} from '../../../src/views/notifications/digest-card.ts';
import { headlineOf } from '../../../src/views/pace-words.ts';
import { aCertification, anEntry } from '../../domain/rules.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');
const TODAY = day('2026-07-01');
const none = { missed: 0, behind: 0, 'on-track': 0, ahead: 0, met: 0, nothing: 0 };
const abc = aCertification();

function aDigest(over: Partial<TeamDigest> = {}): TeamDigest {
  return { people: 4, counts: { ...none, behind: 1, 'on-track': 3 }, named: [], deadlines: [], debt: [], ...over };
}

function shown(over: Partial<TeamDigest> = {}, best?: ShownDigest['best']): ShownDigest {
  const team = { teamId: 't1', name: 'Security' };
  return { team, week: '2026-W07', today: TODAY, digest: aDigest(over), best };
}

function deadlinesOf(count: number): TeamDigest['deadlines'] {
  return Array.from({ length: count }, (_, index) => ({
    day: addDays(TODAY, index),
    kind: 'earn',
    inGrace: false,
    certification: abc,
    people: index + 1,
  }));
}

function holding(credits: number): MemberStanding {
  const cycle = { cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };
  const entries = credits === 0 ? [] : [anEntry({ end: '2026-06-01', credits })];
  return { certification: abc, standing: standingOf({ certification: abc, cycle, entries }, TODAY, 7), inDebt: 0 };
}

const offer = { id: 'o1', title: 'Zero trust', provider: '', url: '', when: '', estimates: [] };

describe.each([
  ['English', english],
  ['German', german],
])('the weekly digest in %s', (_language, words) => {
  const phrases = words.digest;

  it.each([
    ['2026-W07', 7],
    ['2026-W48', 48],
  ])('is titled by its week %s, and by how many are on pace', (week, number) => {
    expect(digestCard({ ...shown(), week }, words).title).toBe(
      `${phrases.title('Security', number)} · ${phrases.onPace(3, 4)}`,
    );
  });

  it('has a deadline within thirty days in its title, and none further off', () => {
    const [near, far] = [deadlinesOf(31).slice(30), deadlinesOf(32).slice(31)];
    const text = `${phrases.deadlineLine('ABC', phrases.deadline.earn, 31)}, ${words.date(addDays(TODAY, 30))}`;

    expect(digestCard(shown({ deadlines: near }), words).title).toBe(`${phrases.title('Security', 7)} · ${text}`);
    expect(digestCard(shown({ deadlines: far }), words).title).toContain(phrases.onPace(3, 4));
  });

  it('says what changed since last week, and nothing where nothing is known', () => {
    const change = { before: { good: 2, holders: 4 }, earned: [{ unit: { one: 'CPE', many: 'CPE' }, credits: 1850 }] };
    const text = `${phrases.onPaceBefore(2, 4)} · ${phrases.earned(words.credits(1850, { one: 'CPE', many: 'CPE' }))}`;

    expect(digestCard({ ...shown(), change }, words).blocks).toContainEqual({ kind: 'text', text });
    for (const none of [undefined, { earned: [] }])
      expect(digestCard({ ...shown(), change: none }, words).blocks.some(({ kind }) => kind === 'text')).toBe(false);
  });

  it('leads everybody to their own pace, and only the manager who previews it to the at-risk list', () => {
    const pace = { label: phrases.myPace, command: 'pace', args: {}, style: 'primary', isPersonal: true };
    const risk = { label: phrases.risk, command: 'risk', args: { text: 't1' } };

    expect(digestCard(shown(), words).actions).toEqual([pace]);
    expect(digestPreviewCard({ digest: shown(), posted: words }, undefined, words).actions).toEqual([pace, risk]);
  });

  it.each([
    ['nobody', { people: 0, counts: none }, phrases.empty],
    ['too few', { people: 2, counts: undefined }, phrases.tooFew(3)],
  ])('of a team with %s has no counts', (_what, { people, counts }, text) => {
    const digest = aDigest({ people });
    const { counts: _counts, ...without } = digest;
    const card = digestCard({ ...shown(), digest: counts === undefined ? without : { ...without, counts } }, words);

    expect(card.blocks[0]).toEqual({ kind: 'text', text });
    expect(card.blocks.some(({ kind }) => kind === 'shares')).toBe(false);
  });

  it('says at a glance how many are on pace, out of those who hold something', () => {
    const counts = { missed: 1, behind: 2, 'on-track': 3, ahead: 4, met: 5, nothing: 6 };
    const [picture, facts] = digestCard(shown({ people: 21, counts }), words).blocks;

    expect(picture).toEqual({
      kind: 'shares',
      label: phrases.onPace(12, 15),
      shares: [
        { tone: 'lost', count: 1 },
        { tone: 'late', count: 2 },
        { tone: 'good', count: 3 },
        { tone: 'best', count: 4 },
        { tone: 'best', count: 5 },
        { tone: 'none', count: 6 },
      ],
    });
    expect(facts).toEqual({
      kind: 'facts',
      facts: (['missed', 'behind', 'on-track', 'ahead', 'met', 'nothing'] as const).map((status) => ({
        label: phrases.status[status],
        value: phrases.people(counts[status]),
      })),
    });
  });

  it('says how many are on pace where the statuses would give somebody away, or nothing', () => {
    const { counts: _, ...digest } = aDigest({ people: 7 });
    const coarse = digestCard({ ...shown(), digest: { ...digest, onPace: { good: 3, holders: 6 } } }, words).blocks;
    const [first] = digestCard({ ...shown(), digest }, words).blocks;

    expect(coarse[0]).toMatchObject({ kind: 'shares', label: phrases.onPace(3, 6) });
    expect(coarse[1]).toEqual({ kind: 'note', text: phrases.unsayable(3) });
    expect(first).toEqual({ kind: 'note', text: phrases.unsayable(3) });
  });

  it('leaves out statuses nobody has, and the picture if nobody holds anything', () => {
    expect(digestCard(shown({ people: 3, counts: { ...none, nothing: 3 } }), words).blocks[0]).toEqual({
      kind: 'facts',
      facts: [{ label: phrases.status.nothing, value: phrases.people(3) }],
    });
  });

  it.each([
    [0, phrases.noDeadlines],
    [1, `${words.date(TODAY)}, ${phrases.deadlineLine('ABC', phrases.deadline.earn, 1)}. ${phrases.steps.deadlines}`],
    [
      3,
      `${words.date(TODAY)}, ${phrases.deadlineLine('ABC', phrases.deadline.earn, 1)}${phrases.andMore(2)}. ${phrases.steps.deadlines}`,
    ],
  ])('names the nearest of %i deadlines', (count, value) => {
    expect(digestCard(shown({ deadlines: deadlinesOf(count) }), words).blocks.at(-1)).toEqual({
      kind: 'facts',
      facts: [{ label: phrases.deadlines, value }],
    });
  });

  it('adds up debt in each unit', () => {
    const debt = [
      { unit: { one: 'CPE', many: 'CPEs' }, credits: 250 },
      { unit: { one: 'PDU', many: 'PDUs' }, credits: 100 },
    ];

    expect(digestCard(shown({ debt }), words).blocks.at(-1)).toMatchObject({
      facts: [
        { label: phrases.deadlines },
        {
          label: phrases.debt,
          value: `${words.list([
            words.credits(250, { one: 'CPE', many: 'CPEs' }),
            words.credits(100, { one: 'PDU', many: 'PDUs' }),
          ])}. ${phrases.steps.debt}`,
        },
      ],
    });
  });

  it('recommends what helps most members', () => {
    const blocks = digestCard(shown({}, { opportunity: offer, people: 3, gaps: 2, isIfItFits: false }), words).blocks;

    expect(blocks.at(-2)).toEqual({ kind: 'heading', text: phrases.best });
    expect(blocks.at(-1)).toMatchObject({
      title: [{ bold: 'Zero trust' }],
      detail: expect.stringContaining(words.opportunity.servesTeam(3, 2)),
    });
    expect(digestCard(shown(), words).blocks.some(({ kind }) => kind === 'heading')).toBe(false);
  });
});

describe.each([
  ['English', english],
  ['German', german],
])('the details of a digest in %s', (_language, words) => {
  const phrases = words.digest;

  it('are left out if there are none', () => {
    expect(digestDetailsCard(shown(), words)).toBeUndefined();
  });

  it.each([
    [1, 1, []],
    [12, 12, []],
    [13, 12, [{ kind: 'note', text: phrases.deadlineCount(13) }]],
  ])('list of %i deadlines %i, and say how many there are', (count, listed, note) => {
    const card = digestDetailsCard(shown({ deadlines: deadlinesOf(count) }), words);
    const [heading, facts, ...rest] = card?.blocks ?? [];

    expect(card?.title).toBe(phrases.detailsTitle('Security'));
    expect(heading).toEqual({ kind: 'heading', text: phrases.deadlines });
    expect(facts).toEqual({
      kind: 'facts',
      facts: deadlinesOf(listed).map(({ day: on, people }) => ({
        label: words.date(on),
        value: phrases.deadlineLine('ABC', phrases.deadline.earn, people),
      })),
    });
    expect(rest).toEqual([...note, { kind: 'note', text: phrases.nameMe }]);
  });

  it.each([
    ['nothing', [], phrases.status.nothing],
    ['what is behind', [holding(0)], `ABC ${headlineOf(holding(0).standing, words, TODAY)}`],
    ['what is met, in short', [holding(4000)], `ABC ${phrases.status.met}`],
    [
      'both',
      [holding(0), holding(4000)],
      `ABC ${headlineOf(holding(0).standing, words, TODAY)} · ABC ${phrases.status.met}`,
    ],
    [
      'what never expires',
      [{ certification: abc, standing: { kind: 'never-expires' }, inDebt: 0 } as const],
      `ABC ${words.pace.neverExpires}`,
    ],
  ])('say of a named member %s', (_what, holdings, detail) => {
    expect(digestDetailsCard(shown({ named: [{ personId: 'a', name: 'Ana', holdings }] }), words)?.blocks).toEqual([
      { kind: 'heading', text: phrases.named },
      { kind: 'item', title: [{ bold: 'Ana' }], detail },
      { kind: 'note', text: phrases.nameMe },
    ]);
  });

  it('name ten members at most', () => {
    const named = Array.from({ length: 12 }, (_, index) => ({
      personId: `p${index}`,
      name: `P${index}`,
      holdings: [],
    }));
    const items = digestDetailsCard(shown({ named }), words)?.blocks.filter(({ kind }) => kind === 'item') ?? [];

    expect(items).toHaveLength(10);
    expect(items.at(-1)).toMatchObject({ title: [{ bold: 'P9' }] });
  });
});

describe('the preview of a digest', () => {
  const { digest: phrases } = english;

  it.each([
    [undefined, phrases.previewNowhere],
    ['Mon 09:00', phrases.previewWhen('Mon 09:00')],
  ])('due %s', (when, text) => {
    const card = digestPreviewCard({ digest: shown(), posted: english }, when, english);

    expect(card.title).toBe(`Security: week 7 · ${phrases.onPace(3, 4)}`);
    expect(card.blocks.at(-1)).toEqual({ kind: 'note', text: `${phrases.preview} ${text}` });
    expect(card.blocks.some(({ kind }) => kind === 'rule')).toBe(false);
  });

  it('shows the details below a rule', () => {
    const { blocks } = digestPreviewCard(
      { digest: shown({ deadlines: deadlinesOf(1) }), posted: english },
      undefined,
      english,
    );
    const at = blocks.findIndex(({ kind }) => kind === 'rule');

    expect(blocks.slice(0, at)).toEqual(digestCard(shown({ deadlines: deadlinesOf(1) }), english).blocks);
    expect(blocks.slice(at + 1, -1)).toEqual(digestDetailsCard(shown({ deadlines: deadlinesOf(1) }), english)?.blocks);
  });
});
