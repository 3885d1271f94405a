import { describe, expect, it } from 'vitest';
import { findHoldings } from '../../../src/services/certifications/holdings.ts';
import { removeHolding } from '../../../src/services/certifications/remove-holding.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { callService } from '../../support/call-service.ts';
import { addCertification, logCredits, newcomer, type Talk, talk, talkWith } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const words = wordsFor('en-GB');

const remove = (person: Talk, name: string, isConfirmed = false) =>
  callService(person, (scope) => removeHolding(name, isConfirmed, scope));
const codesOf = (person: Talk) =>
  callService(person, async ({ request, data }) =>
    (await findHoldings(request.person, data)).map(({ certification }) => certification.code),
  );

describe('a certification to remove', () => {
  it('is removed at once if nothing depends on it', async () => {
    const ana = await talkWith(world, 'cissp', 'cism');
    const { kind, effect } = await remove(ana, 'CISSP');

    expect(kind).toBe('removed');
    expect(effect).toMatchObject({ certification: { code: 'cissp' }, takenBack: [], stated: 0 });
    expect(await codesOf(ana)).toEqual(['cism']);
  });

  it('stays until its removal is confirmed if credits were stated for it', async () => {
    const ana = await talkWith(world, 'cissp');
    await callService(ana, async ({ request: { person, today, now }, data }) => {
      const [held] = await findHoldings(person, data);
      const parts = [{ category: 'group-a', credits: 1500 }];
      const opening = { cycleId: held?.cycle?.cycleId ?? '', statedFor: today, parts, accepted: true };
      await data.holdings.setOpening(held?.holdingId ?? '', opening, now);
    });

    expect(await remove(ana, 'cissp')).toMatchObject({ kind: 'unconfirmed', effect: { stated: 1500 } });
    expect(await codesOf(ana)).toEqual(['cissp']);
    expect(await remove(ana, 'cissp', true)).toMatchObject({ kind: 'removed', effect: { stated: 1500 } });
    expect(await codesOf(ana)).toEqual([]);
  });

  it('stays until its removal is confirmed if it renewed another', async () => {
    const ana = talk(world);
    await addCertification(ana, 'security-plus', { start: '2024-06-01', end: '2027-05-31' });
    await addCertification(ana, 'cysa-plus', { start: '2026-03-01', end: '2029-02-28', certified: '2026-03-01' });
    const { kind, effect } = await remove(ana, 'cysa-plus');

    expect(kind).toBe('unconfirmed');
    expect(effect.takenBack.map(({ holding }) => holding.certification.code)).toEqual(['security-plus']);
    expect((await remove(ana, 'cysa-plus', true)).kind).toBe('removed');
    expect(await codesOf(ana)).toEqual(['security-plus']);
  });

  it('is refused if credits are logged for it, confirmed or not', async () => {
    const ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2026-11-20', { cissp: '1' });

    for (const isConfirmed of [false, true])
      await expect(remove(ana, 'cissp', isConfirmed)).rejects.toThrow(new Refusal(words.remove.claimed('CISSP')));
    expect(await codesOf(ana)).toEqual(['cissp']);
  });

  it('is refused if the person doesn’t have it', async () => {
    const ana = await talkWith(world, 'cissp');

    await expect(remove(newcomer(ana, 'ben'), 'cissp')).rejects.toThrow(new Refusal(words.pace.notAdded('cissp')));
    expect(await codesOf(ana)).toEqual(['cissp']);
  });
});
