import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { asOperator, openStore } from '../../support/store.ts';

const world = openStore();
const now = new Date('2026-11-23T12:00:00Z');
const NONE = {
  snoozedUntil: null,
  letsLapse: false,
  helpRequestedOn: null,
  rules: '',
  figures: '',
  step: 0,
  stepOn: null,
};

/** A workspace with a member who holds two certifications. */
async function twoHoldings() {
  const workspaceId = randomUUID();
  const holdingIds = await asOperator(world.store, workspaceId, async ({ people, holdings }) => {
    const details = { name: 'ana', zone: null, locale: null, role: 'member' } as const;
    const { personId } = await people.join({ platform: 'slack', tenant: workspaceId, user: 'ana' }, details, now);
    const add = async (certification: string) =>
      (await holdings.add({ personId, certification, number: '' }, now)) ?? '';
    return [await add('cissp'), await add('cism')];
  });
  return { workspaceId, cissp: holdingIds[0] ?? '', cism: holdingIds[1] ?? '' };
}

describe('the reminder state of a holding', () => {
  it('is without snooze or step until it is saved', async () => {
    const { workspaceId, cissp } = await twoHoldings();
    const state = await asOperator(world.store, workspaceId, ({ reminderStates }) => reminderStates.of([cissp]));

    expect([state(cissp), state(randomUUID())]).toEqual([NONE, NONE]);
  });

  it('keeps what was saved before and not named again, for each holding', async () => {
    const { workspaceId, cissp, cism } = await twoHoldings();
    await asOperator(world.store, workspaceId, async ({ reminderStates }) => {
      await reminderStates.save(cissp, { step: 2, stepOn: day('2026-11-20') });
      await reminderStates.save(cissp, { snoozedUntil: day('2026-12-01') });
      await reminderStates.save(cissp, { rules: 'r', figures: 'f' });
    });
    const state = await asOperator(world.store, workspaceId, ({ reminderStates }) => reminderStates.of([cissp, cism]));

    expect(state(cissp)).toMatchObject({
      snoozedUntil: '2026-12-01',
      letsLapse: false,
      rules: 'r',
      figures: 'f',
      step: 2,
      stepOn: '2026-11-20',
    });
    expect(state(cism)).toEqual(NONE);
  });

  it('ends a snooze and a step that are saved as none', async () => {
    const { workspaceId, cissp } = await twoHoldings();
    const state = await asOperator(world.store, workspaceId, async ({ reminderStates }) => {
      await reminderStates.save(cissp, { step: 3, stepOn: day('2026-11-20'), snoozedUntil: day('2026-12-01') });
      await reminderStates.save(cissp, { step: 0, stepOn: null, snoozedUntil: null });
      return reminderStates.of([cissp]);
    });

    expect(state(cissp)).toMatchObject(NONE);
  });
});
