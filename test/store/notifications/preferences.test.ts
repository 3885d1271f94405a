import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { DEFAULT_PREFERENCES, type MemberPreferences } from '../../../src/store/notifications/preferences.ts';
import { openWorkspaceOfTwo } from '../workspace.ts';

const world = openWorkspaceOfTwo();

function preferences<T>(work: (stored: MemberPreferences) => Promise<T>): Promise<T> {
  return world.inWorkspace((data) => work(data.preferences));
}

describe('the preferences of a member', () => {
  it('are the usual ones until some are saved', async () => {
    expect(await preferences((stored) => stored.of(world.ana))).toEqual(DEFAULT_PREFERENCES);
    expect((await preferences((stored) => stored.all())).size).toBe(0);
  });

  it('keep what was saved before and not named again', async () => {
    await preferences((stored) => stored.save(world.ana, { zone: 'Europe/Lisbon', wantsNudges: false }));
    await preferences((stored) => stored.save(world.ana, { contactFrom: 7, awayUntil: day('2026-12-24') }));

    expect(await preferences((stored) => stored.of(world.ana))).toMatchObject({
      ...DEFAULT_PREFERENCES,
      zone: 'Europe/Lisbon',
      wantsNudges: false,
      contactFrom: 7,
      awayUntil: '2026-12-24',
    });
    expect(await preferences((stored) => stored.of(world.bo))).toEqual(DEFAULT_PREFERENCES);
  });

  it('are found for some people', async () => {
    await preferences(async (stored) => {
      await stored.save(world.ana, { isoDates: true });
      await stored.save(world.bo, { isNamed: true });
    });

    expect([...(await preferences((stored) => stored.some([world.bo]))).keys()]).toEqual([world.bo]);
    expect([...(await preferences((stored) => stored.all())).keys()].sort()).toEqual([world.ana, world.bo].sort());
  });

  it('say when nudges were planned, and else stay', async () => {
    await preferences((stored) => stored.save(world.ana, { wantsNudges: false, decidedOn: day('2026-11-22') }));
    await preferences((stored) =>
      stored.markNudgesDecided([
        { personId: world.ana, on: day('2026-11-23') },
        { personId: world.bo, on: day('2026-11-24') },
      ]),
    );
    await preferences((stored) => stored.markNudgesDecided([]));

    expect(await preferences((stored) => stored.of(world.ana))).toMatchObject({
      wantsNudges: false,
      decidedOn: '2026-11-23',
    });
    expect(await preferences((stored) => stored.of(world.bo))).toMatchObject({
      wantsNudges: true,
      decidedOn: '2026-11-24',
    });
  });
});
