import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../support/store.ts';
import { newTenant } from '../../support/tenant.ts';

const world = openStore();
const now = new Date('2026-11-23T12:00:00Z');
const TEN_MINUTES_MS = 10 * 60_000;

function later(ms: number): Date {
  return new Date(now.getTime() + ms);
}

describe('the workspace of a tenant', () => {
  it('is made at the first contact and stays', async () => {
    const { directory } = world.store;
    const tenant = newTenant();

    expect(await directory.knownWorkspace('slack', tenant)).toBeUndefined();
    const workspaceId = await directory.workspaceOf('slack', tenant, now);
    expect(await world.store.directory.workspaceOf('slack', tenant, now)).toBe(workspaceId);
    expect(await directory.knownWorkspace('slack', tenant)).toBe(workspaceId);
    expect(await directory.workspaceOf('teams', tenant, now)).not.toBe(workspaceId);
    expect([await directory.has(workspaceId), await directory.has(randomUUID())]).toEqual([true, false]);
    expect(await world.store.schedule.due(now, 1000)).toContain(workspaceId);
  });

  it.each([
    ['is kept when recert comes back', true, false],
    ['is due to be deleted some time after recert was removed', false, true],
  ])('%s', async (_, comesBack, isListed) => {
    const tenant = newTenant();
    const workspaceId = await world.store.directory.workspaceOf('slack', tenant, now);
    await world.store.directory.uninstall('slack', tenant, now);
    // A second notice doesn't prolong the time.
    await world.store.directory.uninstall('slack', tenant, later(5000));
    if (comesBack) await world.store.directory.workspaceOf('slack', tenant, later(1));
    const ids = async (before: Date) =>
      (await world.store.directory.uninstalledBefore(before)).map((one) => one.workspaceId);

    expect((await ids(now)).includes(workspaceId)).toBe(false);
    expect((await ids(later(1))).includes(workspaceId)).toBe(isListed);
  });

  it('counts the places recert is installed in', async () => {
    const { directory } = world.store;
    const tenant = newTenant();
    for (const place of ['C1', 'C2', 'C1']) await directory.addPlace('teams', tenant, place);

    expect(await directory.removePlace('teams', tenant, 'C1')).toBe(1);
    expect(await directory.removePlace('teams', tenant, 'C1')).toBe(1);
    expect(await directory.removePlace('teams', tenant, 'C2')).toBe(0);
  });

  it('is forgotten with its links, codes and places', async () => {
    const { directory } = world.store;
    const [tenant, other] = [newTenant(), newTenant()];
    const workspaceId = await directory.workspaceOf('slack', tenant, now);
    const owner = { workspaceId, personId: randomUUID(), name: 'Ana' };
    const identity = { platform: 'teams', tenant: other, user: 'ana' };
    await directory.link(identity, owner, now);
    const code = await directory.newCode(owner, now);
    await directory.forget({ platform: 'slack', tenant, workspaceId });

    expect(await directory.has(workspaceId)).toBe(false);
    expect(await directory.linkOf(identity)).toBeNull();
    expect(await directory.ownerOf(code, now)).toBeUndefined();
    expect(await world.store.schedule.due(now, 1000)).not.toContain(workspaceId);
  });
});

describe('a code', () => {
  const bo = { platform: 'teams', tenant: 'T2', user: 'bo', name: 'Bo' };
  const anOwner = () => ({ workspaceId: randomUUID(), personId: randomUUID(), name: 'Ana' });

  it('has ten signs that are not mistaken, and leads to its owner for ten minutes', async () => {
    const { directory } = world.store;
    const owner = { ...anOwner(), replyTo: { platform: 'slack', tenant: 'T1', address: 'D1' } };
    const code = await directory.newCode(owner, now);

    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/u);
    expect(await directory.ownerOf(code, later(TEN_MINUTES_MS - 1))).toEqual(owner);
    expect(await directory.ownerOf(code, later(TEN_MINUTES_MS))).toBeUndefined();
    expect(await directory.requestLink(code, bo, later(TEN_MINUTES_MS))).toBe(false);
  });

  it.each([
    ['in lower case', (code: string) => code.toLowerCase()],
    ['with spaces', (code: string) => ` ${code.slice(0, 5)} ${code.slice(5)} `],
    ['with hyphens', (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`],
  ])('may be typed %s', async (_, typed) => {
    const { directory } = world.store;
    const owner = anOwner();
    const code = await directory.newCode(owner, now);

    expect(await directory.ownerOf(typed(code), now)).toEqual(owner);
  });

  it('is void when its owner asks for another', async () => {
    const { directory } = world.store;
    const owner = anOwner();
    const first = await directory.newCode(owner, now);
    const second = await directory.newCode(owner, now);

    expect([await directory.ownerOf(first, now), await directory.ownerOf(second, now)]).toEqual([undefined, owner]);
  });

  it('is used by whoever types it first', async () => {
    const { directory } = world.store;
    const owner = anOwner();
    const code = await directory.newCode(owner, now);

    expect(await directory.findLinkRequest(owner, now)).toBeUndefined();
    expect(await directory.requestLink(code, bo, now)).toBe(true);
    expect(await directory.requestLink(code, { ...bo, user: 'eve', name: 'Eve' }, now)).toBe(false);
    expect(await directory.ownerOf(code, now)).toBeUndefined();
    expect(await world.store.directory.findLinkRequest(owner, now)).toEqual(bo);
    expect(await world.store.directory.findLinkRequest(owner, later(TEN_MINUTES_MS))).toBeUndefined();
  });

  it.each([
    [0, true],
    [1, false],
  ])('is kept %i ms after its end: %s', async (ms, isKept) => {
    const owner = anOwner();
    const code = await world.store.directory.newCode(owner, now);
    await world.store.directory.forgetCodes(later(TEN_MINUTES_MS + ms));

    expect((await world.store.directory.ownerOf(code, now)) !== undefined).toBe(isKept);
  });
});

describe('a link', () => {
  const anIdentity = () => ({ platform: 'teams', tenant: newTenant(), user: 'ana' });
  const aKey = () => ({ workspaceId: randomUUID(), personId: randomUUID() });

  it('leads to one person, and uses up their code', async () => {
    const identity = anIdentity();
    const [first, second] = [aKey(), aKey()];
    await world.store.directory.link(identity, first, now);
    const code = await world.store.directory.newCode({ ...second, name: 'Ana' }, now);
    await world.store.directory.link(identity, second, now);

    expect(await world.store.directory.linkOf(identity)).toMatchObject(second);
    expect(await world.store.directory.linkOf({ ...identity, user: 'bo' })).toBeNull();
    expect(await world.store.directory.ownerOf(code, now)).toBeUndefined();
  });

  it.each([
    ['its identity', true, false],
    ['its person', false, true],
    ['nobody in it', false, false],
  ])('ends by %s', async (_, byIdentity, byPerson) => {
    const [identity, key] = [anIdentity(), aKey()];
    await world.store.directory.link(identity, key, now);
    const removed = await world.store.directory.unlink(byIdentity ? identity : anIdentity(), byPerson ? key : aKey());

    expect(removed).toBe(byIdentity || byPerson ? 1 : 0);
    expect((await world.store.directory.linkOf(identity)) === null).toBe(byIdentity || byPerson);
  });

  it('ends with its person', async () => {
    const [identity, key] = [anIdentity(), aKey()];
    await world.store.directory.link(identity, key, now);
    const code = await world.store.directory.newCode({ ...key, name: 'Ana' }, now);
    await world.store.directory.forgetPerson(key.workspaceId, key.personId);

    expect(await world.store.directory.linkOf(identity)).toBeNull();
    expect(await world.store.directory.ownerOf(code, now)).toBeUndefined();
  });
});
