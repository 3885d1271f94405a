import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { NudgeDecision, Nudges } from '../../../src/store/notifications/nudges.ts';
import { NOW, openWorkspaceOfTwo } from '../workspace.ts';

const world = openWorkspaceOfTwo();

function nudges<T>(work: (decisions: Nudges) => Promise<T>): Promise<T> {
  return world.inWorkspace(({ nudges: decisions }) => work(decisions));
}

/** Stores a decision about Ana, so many minutes from now. */
function note(key: string, over: Partial<NudgeDecision> = {}, minutes = 0): Promise<boolean> {
  const decision: NudgeDecision = {
    personId: world.ana,
    key,
    outcome: 'sent',
    topics: [],
    onDay: day('2026-11-23'),
    ...over,
  };
  return nudges((decisions) => decisions.note(decision, new Date(NOW.getTime() + minutes * 60_000)));
}

describe('a decision about a nudge', () => {
  it('is stored once for a key', async () => {
    expect(await note('a', { outcome: 'held-back', reason: 'away', topics: ['x'] })).toBe(true);
    expect(await note('a', { outcome: 'sent', topics: ['y'] })).toBe(false);
    expect(await nudges((decisions) => decisions.latestOf(world.ana, 9))).toMatchObject([
      { key: 'a', outcome: 'held-back', reason: 'away', topics: ['x'], onDay: '2026-11-23', decidedAt: NOW },
    ]);
  });

  it('is withdrawn when it was to be sent, and else stays', async () => {
    await note('sent');
    await note('held', { outcome: 'held-back', reason: 'away' });
    await nudges(async (decisions) => {
      await decisions.withdraw('sent', 'off');
      await decisions.withdraw('held', 'off');
    });

    const latest = await nudges((decisions) => decisions.latestOf(world.ana, 9));
    expect(latest.map(({ key, outcome, reason }) => [key, outcome, reason])).toEqual([
      ['held', 'held-back', 'away'],
      ['sent', 'withdrawn', 'off'],
    ]);
  });
});

describe('what a person was told', () => {
  it.each([
    ['what was sent', [['sent', ['a', 'b']]], ['a', 'b']],
    [
      'not what was resolved since',
      [
        ['sent', ['a', 'b']],
        ['resolved', ['a']],
      ],
      ['b'],
    ],
    [
      'what was sent again after that',
      [
        ['sent', ['a']],
        ['resolved', ['a']],
        ['sent', ['a']],
      ],
      ['a'],
    ],
    ['not what was held back', [['held-back', ['a']]], []],
  ] as const)('is %s', async (_, decisions, keys) => {
    for (const [index, [outcome, topics]] of decisions.entries()) await note(`k${index}`, { outcome, topics }, index);
    const sentTo = await nudges((stored) => stored.sentTo([world.ana, world.bo]));

    expect([...sentTo(world.ana)].sort()).toEqual(keys);
    expect([...sentTo(world.bo)]).toEqual([]);
  });

  it('is nobody’s who was not asked about', async () => {
    await note('a', { topics: ['x'] });
    const sentTo = await nudges((decisions) => decisions.sentTo([world.bo]));

    expect([...sentTo(world.ana)]).toEqual([]);
  });
});

describe('the numbers of nudges', () => {
  it('count what was sent to each person after an instant', async () => {
    await note('before', {}, 0);
    await note('after', {}, 1);
    await note('later', {}, 2);
    await note('held', { outcome: 'held-back' }, 3);
    await note('bo', { personId: world.bo }, 1);
    const countSince = await nudges((decisions) => decisions.countSince([world.ana, world.bo], NOW));

    expect([countSince(world.ana), countSince(world.bo), countSince(randomUUID())]).toEqual([2, 1, 0]);
  });

  it('count decisions by outcome', async () => {
    await note('old', {}, 0);
    await note('sent', {}, 1);
    await note('held 1', { outcome: 'held-back' }, 1);
    await note('held 2', { outcome: 'held-back' }, 1);

    expect(await nudges((decisions) => decisions.countByOutcome(NOW))).toEqual({ sent: 1, 'held-back': 2 });
  });
});

describe('the latest decisions about a person', () => {
  it('come newest first, up to a number, without what was resolved', async () => {
    await note('first', {}, 1);
    await note('second', {}, 2);
    await note('third', {}, 3);
    await note('over', { outcome: 'resolved' }, 4);
    await note('bo', { personId: world.bo }, 5);
    const latest = await nudges((decisions) => decisions.latestOf(world.ana, 2));

    expect(latest.map(({ key }) => key)).toEqual(['third', 'second']);
  });

  it('are forgotten unless they were sent or say what is resolved', async () => {
    for (const outcome of ['sent', 'held-back', 'resolved'] as const) await note(outcome, { outcome, topics: ['x'] });
    await note('late', { outcome: 'held-back' }, 1);
    await note('withdrawn');
    await nudges((decisions) => decisions.withdraw('withdrawn', 'off'));

    expect(await nudges((decisions) => decisions.forgetHeldBack(NOW))).toBe(0);
    expect(await nudges((decisions) => decisions.forgetHeldBack(new Date(NOW.getTime() + 1)))).toBe(2);
    expect((await nudges((decisions) => decisions.latestOf(world.ana, 9))).map(({ key }) => key)).toEqual([
      'late',
      'sent',
    ]);
  });
});
