import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { LEASE_MS, type NewMessage, type Outbox } from '../../../src/store/notifications/outbox.ts';
import { asOperator, openStore } from '../../support/store.ts';

const world = openStore();
const now = new Date('2026-11-23T12:00:00Z');
const place = { platform: 'slack', tenant: 'T1', address: 'C1' };
let workspaceId = '';

beforeEach(() => {
  workspaceId = randomUUID();
});

function outbox<T>(work: (messages: Outbox) => Promise<T>): Promise<T> {
  return asOperator(world.store, workspaceId, ({ outbox: messages }) => work(messages));
}

function later(ms: number): Date {
  return new Date(now.getTime() + ms);
}

function message(key: string, over: Partial<NewMessage> = {}): NewMessage {
  return { key, purpose: 'notice', place, card: { title: key }, ...over };
}

function plan(key: string, over: Partial<NewMessage> = {}, at = now): Promise<string> {
  return outbox(async (messages) => (await messages.plan(message(key, over), at)) ?? 'known');
}

/** Plans a message and brings it into a state. */
async function inState(key: string, state: 'sent' | 'failed' | 'unknown', over: Partial<NewMessage> = {}) {
  const messageId = await plan(key, over);
  await outbox(async (messages) => {
    await messages.claimNext(now);
    await messages.recordOutcome(messageId, { state, reason: 'why' }, now);
  });
  return messageId;
}

describe('planning a message', () => {
  it('keeps the first message of a key', async () => {
    const messageId = await plan('a');

    expect(await plan('a', { purpose: 'digest' })).toBe('known');
    expect(await outbox((messages) => messages.get(messageId))).toMatchObject({
      key: 'a',
      purpose: 'notice',
      state: 'planned',
      place,
      card: { title: 'a' },
      dueAt: now,
      plannedAt: now,
      week: '',
      tries: 0,
    });
    expect(await outbox((messages) => messages.has('a'))).toBe(true);
    expect(await outbox((messages) => messages.has('b'))).toBe(false);
  });

  it('has the same key in every workspace', async () => {
    const first = await plan('a');
    workspaceId = randomUUID();

    expect(await outbox((messages) => messages.has('a'))).toBe(false);
    expect(await plan('a')).not.toBe('known');
    expect(await outbox((messages) => messages.get(first))).toBeNull();
  });
});

describe('claiming the next message', () => {
  it('hands out each due message once, the one due first first, with a lease', async () => {
    await plan('late', { dueAt: later(-1000) });
    await plan('early', { dueAt: later(-2000) });
    await plan('tomorrow', { dueAt: later(1) });
    const claim = () => outbox((messages) => messages.claimNext(now));

    expect(await claim()).toMatchObject({ key: 'early', state: 'sending', tries: 1, leaseUntil: later(LEASE_MS) });
    expect(await claim()).toMatchObject({ key: 'late' });
    expect(await claim()).toBeUndefined();
    expect(await outbox((messages) => messages.claimNext(later(1)))).toMatchObject({ key: 'tomorrow' });
  });

  it('a message in a thread waits until the first one was sent', async () => {
    const first = await plan('first');
    await plan('second', { follows: first, dueAt: later(-5000) });

    expect(await outbox((messages) => messages.claimNext(now))).toMatchObject({ key: 'first' });
    expect(await outbox((messages) => messages.claimNext(now))).toBeUndefined();
    await outbox((messages) => messages.recordOutcome(first, { state: 'sent' }, now));
    expect((await outbox((messages) => messages.claimNext(now)))?.key).toBe('second');
  });

  it.each(['failed', 'unknown'] as const)(
    'a message in a thread waits for what becomes of a first one that is %s, and nothing is due meanwhile',
    async (state) => {
      const first = await plan('first');
      await plan('second', { follows: first, dueAt: later(-5000) });
      await outbox((messages) => messages.claimNext(now));
      await outbox((messages) => messages.recordOutcome(first, { state }, now));

      expect(await outbox((messages) => messages.claimNext(now))).toBeUndefined();
      expect(await outbox((messages) => messages.nextDue())).toBeUndefined();
      await outbox((messages) => messages.resend(first, now));
      expect((await outbox((messages) => messages.claimNext(now)))?.key).toBe('first');
    },
  );

  it('can be for one message alone', async () => {
    await plan('first', { dueAt: later(-2000) });
    const second = await plan('second', { dueAt: later(-1000) });

    expect(await outbox((messages) => messages.claimNext(now, second))).toMatchObject({ key: 'second' });
    expect(await outbox((messages) => messages.claimNext(now, second))).toBeUndefined();
  });
});

describe('the outcome of a message', () => {
  it.each([
    [
      { state: 'sent', message: 'm1' },
      { state: 'sent', message: 'm1', card: null, doneAt: now, leaseUntil: null },
    ],
    [
      { state: 'failed', reason: 'is_archived' },
      { state: 'failed', reason: 'is_archived', doneAt: now },
    ],
    [
      { state: 'failed', reason: 'x'.repeat(300) },
      { reason: 'x'.repeat(200), card: { title: 'a' } },
    ],
    [
      { state: 'planned', reason: 'busy', dueAt: later(60_000) },
      { state: 'planned', reason: 'busy', dueAt: later(60_000), doneAt: null, leaseUntil: null, card: { title: 'a' } },
    ],
  ] as const)('%j is stored', async (outcome, stored) => {
    const messageId = await plan('a');
    await outbox((messages) => messages.claimNext(now));

    expect(await outbox((messages) => messages.recordOutcome(messageId, outcome, now))).toBe(true);
    expect(await outbox((messages) => messages.get(messageId))).toMatchObject(stored);
  });

  it('comes too late when the lease is over', async () => {
    const messageId = await plan('a');
    await outbox((messages) => messages.claimNext(now));

    expect(await outbox((messages) => messages.expireLeases(later(LEASE_MS)))).toEqual([]);
    const expired = await outbox((messages) => messages.expireLeases(later(LEASE_MS + 1)));
    const late = await outbox((messages) => messages.recordOutcome(messageId, { state: 'sent' }, now));

    expect(expired).toMatchObject([{ messageId, state: 'unknown', reason: 'interrupted', leaseUntil: null }]);
    expect(late).toBe(false);
    expect(await outbox((messages) => messages.get(messageId))).toMatchObject({
      state: 'unknown',
      card: { title: 'a' },
    });
  });
});

describe('sending a message again', () => {
  it.each([
    ['failed', true],
    ['unknown', true],
    ['sent', false],
  ] as const)('a message that is %s: %s', async (state, isPossible) => {
    const messageId = await inState('a', state);
    const again = later(60_000);

    expect(await outbox((messages) => messages.resend(messageId, again))).toBe(isPossible);
    const stored = await outbox((messages) => messages.get(messageId));
    if (isPossible)
      expect(stored).toMatchObject({ state: 'planned', reason: '', tries: 0, dueAt: again, doneAt: null });
    else expect(stored).toMatchObject({ state: 'sent', reason: 'why', dueAt: now });
  });

  it('leaves a file alone that is being delivered', async () => {
    const fileId = randomUUID();
    const again = { fileId, card: { title: 'again' } };
    const messageId = await plan('file', { fileId });

    await outbox((messages) => messages.claimNext(now));
    expect(await outbox((messages) => messages.resendFile(again, later(1)))).toBe(messageId);
    expect(await outbox((messages) => messages.get(messageId))).toMatchObject({ state: 'sending', dueAt: now });

    await outbox((messages) => messages.recordOutcome(messageId, { state: 'failed', reason: 'why' }, now));
    await outbox((messages) => messages.resendFile(again, later(1)));
    expect(await outbox((messages) => messages.get(messageId))).toMatchObject({ state: 'planned', dueAt: later(1) });
  });

  it('is not possible before it was tried', async () => {
    const messageId = await plan('a');

    expect(await outbox((messages) => messages.resend(messageId, later(1)))).toBe(false);
  });
});

describe('confirming that a message arrived', () => {
  it.each([
    ['unknown', true, { state: 'sent', reason: 'confirmed', card: null }],
    ['failed', false, { state: 'failed', reason: 'why', card: { title: 'a' } }],
    ['sent', false, { state: 'sent', reason: 'why', card: null }],
  ] as const)('a message that is %s: %s', async (state, isPossible, stored) => {
    const messageId = await inState('a', state);

    expect(await outbox((messages) => messages.confirmDelivered(messageId))).toBe(isPossible);
    expect(await outbox((messages) => messages.get(messageId))).toMatchObject(stored);
  });
});

describe('withdrawing messages', () => {
  it('takes back the planned digest of one team alone', async () => {
    const states = await asOperator(world.store, workspaceId, async ({ outbox: messages, teams }) => {
      const teamId = (await teams.add('Security', now)) ?? '';
      const otherTeam = (await teams.add('Audit', now)) ?? '';
      const ids = new Map<string, string>();
      const add = async (key: string, over: Partial<NewMessage>) =>
        ids.set(key, (await messages.plan(message(key, over), now)) ?? '');
      await add('sending', { teamId, purpose: 'digest', dueAt: later(-1) });
      await messages.claimNext(now);
      await add('digest', { teamId, purpose: 'digest' });
      await add('details', { teamId, purpose: 'details' });
      await add('notice', { teamId, purpose: 'notice' });
      await add('other', { teamId: otherTeam, purpose: 'digest' });
      await messages.withdraw({ teamId }, 'off', now);
      const found = await Promise.all([...ids].map(async ([key, id]) => [key, await messages.get(id)] as const));
      return Object.fromEntries(found.map(([key, one]) => [key, [one?.state, one?.reason, one?.card === null]]));
    });

    expect(states).toEqual({
      sending: ['sending', '', false],
      digest: ['withdrawn', 'off', true],
      details: ['withdrawn', 'off', true],
      notice: ['planned', '', false],
      other: ['planned', '', false],
    });
  });

  it('takes back the planned nudges of some people and says which', async () => {
    const found = await asOperator(world.store, workspaceId, async ({ outbox: messages, people }) => {
      const join = async (user: string) => {
        const details = { name: user, zone: null, locale: null, role: 'member' } as const;
        return (await people.join({ platform: 'slack', tenant: workspaceId, user }, details, now)).personId;
      };
      const [ana, bo] = [await join('ana'), await join('bo')];
      await messages.plan(message('nudge ana', { personId: ana, purpose: 'nudge' }), now);
      await messages.plan(message('notice ana', { personId: ana }), now);
      await messages.plan(message('nudge bo', { personId: bo, purpose: 'nudge' }), now);
      const withdrawn = await messages.withdrawNudges([ana], 'off', now);
      const again = await messages.withdrawNudges([ana], 'off', now);
      return { withdrawn, again, counts: await messages.countByState() };
    });

    expect(found).toEqual({
      withdrawn: ['nudge ana'],
      again: [],
      counts: [
        { purpose: 'notice', state: 'planned', count: 1 },
        { purpose: 'nudge', state: 'planned', count: 1 },
        { purpose: 'nudge', state: 'withdrawn', count: 1 },
      ],
    });
  });
});

describe('what is known of the messages', () => {
  it('the next one is the earliest that is due or whose lease ends', async () => {
    const next = () => outbox((messages) => messages.nextDue());

    expect(await next()).toBeUndefined();
    await plan('a', { dueAt: later(LEASE_MS + 1000) });
    expect(await next()).toEqual(later(LEASE_MS + 1000));
    await plan('b');
    await outbox((messages) => messages.claimNext(now));
    expect(await next()).toEqual(later(LEASE_MS));
  });

  it('the last week of a team counts digests in any state, and no other message', async () => {
    const [teamId, otherTeam] = await asOperator(world.store, workspaceId, async ({ teams }) => [
      (await teams.add('Security', now)) ?? '',
      (await teams.add('Audit', now)) ?? '',
    ]);
    await plan('1', { teamId, purpose: 'digest', week: '2026-W09' });
    await plan('2', { teamId, purpose: 'digest', week: '2026-W10' });
    await plan('3', { teamId, purpose: 'details', week: '2026-W11' });
    await outbox((messages) => messages.withdraw({ teamId: teamId ?? '' }, 'off', now));

    expect(await outbox((messages) => messages.lastWeekOf(teamId ?? ''))).toBe('2026-W10');
    expect(await outbox((messages) => messages.lastWeekOf(otherTeam ?? ''))).toBeUndefined();
  });

  it('the latest come newest first, by purpose and team, up to a number', async () => {
    const teamId = await asOperator(world.store, workspaceId, ({ teams }) => teams.add('Security', now));
    await plan('old', { teamId: teamId ?? '', purpose: 'digest' }, later(-2000));
    await plan('new', { teamId: teamId ?? '', purpose: 'digest' }, later(-1000));
    await plan('none', { purpose: 'digest' });
    await plan('notice', {}, later(1000));
    const keys = (filter: Parameters<Outbox['latest']>[0], limit: number) =>
      outbox(async (messages) => (await messages.latest(filter, limit)).map(({ key }) => key));

    expect(await keys({ purposes: ['digest'] }, 9)).toEqual(['none', 'new', 'old']);
    expect(await keys({ purposes: ['digest'], teamId: teamId ?? '' }, 9)).toEqual(['new', 'old']);
    expect(await keys({ purposes: ['digest', 'notice'] }, 2)).toEqual(['notice', 'none']);
  });

  it('is forgotten some time after the end, and not while it waits', async () => {
    await inState('sent', 'sent');
    await plan('planned');

    expect(await outbox((messages) => messages.forget(now))).toBe(0);
    expect(await outbox((messages) => messages.forget(later(1)))).toBe(1);
    expect(await outbox((messages) => messages.has('planned'))).toBe(true);
  });
});
