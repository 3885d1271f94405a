import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { DEFAULT_PREFERENCES, type MemberPreferences } from '../../../src/store/notifications/preferences.ts';
import { asOperator, openStore } from '../../support/store.ts';

const world = openStore();
const now = new Date('2026-11-23T12:00:00Z');
let workspaceId = '';
let ana = '';
let bo = '';

beforeEach(async () => {
  workspaceId = randomUUID();
  [ana, bo] = await asOperator(world.store, workspaceId, async ({ people }) => {
    const join = async (user: string) => {
      const details = { name: user, zone: null, locale: null, role: 'member' } as const;
      return (await people.join({ platform: 'slack', tenant: workspaceId, user }, details, now)).personId;
    };
    return [await join('ana'), await join('bo')];
  });
});

function preferences<T>(work: (stored: MemberPreferences) => Promise<T>): Promise<T> {
  return asOperator(world.store, workspaceId, (data) => work(data.preferences));
}

describe('the preferences of a member', () => {
  it('are the usual ones until some are saved', async () => {
    expect(await preferences((stored) => stored.of(ana))).toEqual(DEFAULT_PREFERENCES);
    expect((await preferences((stored) => stored.all())).size).toBe(0);
  });

  it('keep what was saved before and not named again', async () => {
    await preferences((stored) => stored.save(ana, { zone: 'Europe/Lisbon', wantsNudges: false }));
    await preferences((stored) => stored.save(ana, { contactFrom: 7, awayUntil: day('2026-12-24') }));

    expect(await preferences((stored) => stored.of(ana))).toMatchObject({
      ...DEFAULT_PREFERENCES,
      zone: 'Europe/Lisbon',
      wantsNudges: false,
      contactFrom: 7,
      awayUntil: '2026-12-24',
    });
    expect(await preferences((stored) => stored.of(bo))).toEqual(DEFAULT_PREFERENCES);
  });

  it('are found for some people', async () => {
    await preferences(async (stored) => {
      await stored.save(ana, { isoDates: true });
      await stored.save(bo, { isNamed: true });
    });

    expect([...(await preferences((stored) => stored.some([bo]))).keys()]).toEqual([bo]);
    expect([...(await preferences((stored) => stored.all())).keys()].sort()).toEqual([ana, bo].sort());
  });

  it('say when nudges were planned, and else stay', async () => {
    await preferences((stored) => stored.save(ana, { wantsNudges: false, decidedOn: day('2026-11-22') }));
    await preferences((stored) =>
      stored.markNudgesDecided([
        { personId: ana, on: day('2026-11-23') },
        { personId: bo, on: day('2026-11-24') },
      ]),
    );
    await preferences((stored) => stored.markNudgesDecided([]));

    expect(await preferences((stored) => stored.of(ana))).toMatchObject({
      wantsNudges: false,
      decidedOn: '2026-11-23',
    });
    expect(await preferences((stored) => stored.of(bo))).toMatchObject({ wantsNudges: true, decidedOn: '2026-11-24' });
  });
});
