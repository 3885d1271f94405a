import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { Person } from '../../../src/store/entities.ts';
import { NOW, openWorkspace } from '../workspace.ts';

const world = openWorkspace();

function identity(user: string, platform = 'slack') {
  return { platform, tenant: world.id, user };
}

function join(user: string, role: Person['role'] = 'member'): Promise<Person> {
  const details = { name: user, zone: 'UTC', locale: 'en-GB', role };
  return world.inWorkspace(({ people }) => people.join(identity(user), details, NOW));
}

describe('a person', () => {
  it('is added with their first identity and found by it', async () => {
    const ana = await join('ana');
    const found = await world.inWorkspace(async ({ people }) => [
      await people.findByIdentity(identity('ana')),
      await people.findByIdentity(identity('ana', 'teams')),
      await people.findByIdentity(identity('bo')),
    ]);

    expect(found).toMatchObject([{ personId: ana.personId, name: 'ana', role: 'member', zone: 'UTC' }, null, null]);
  });

  it('is added once', async () => {
    const first = await join('ana');
    const second = await join('ana', 'admin');

    expect(second).toMatchObject({ personId: first.personId, role: 'member' });
    expect(await world.inWorkspace(({ people }) => people.all())).toHaveLength(1);
  });

  it('is listed by name, by id and by role', async () => {
    const [bo, ana, cy] = [await join('bo'), await join('ana', 'admin'), await join('cy')];
    const names = (found: readonly Person[]) => found.map(({ name }) => name);

    expect(names(await world.inWorkspace(({ people }) => people.all()))).toEqual(['ana', 'bo', 'cy']);
    expect(names(await world.inWorkspace(({ people }) => people.some({ role: 'member' })))).toEqual(['bo', 'cy']);
    const personIds = [cy.personId, ana.personId];
    expect(names(await world.inWorkspace(({ people }) => people.some({ personIds })))).toEqual(['ana', 'cy']);
    expect(await world.inWorkspace(({ people }) => people.withIdentities())).toEqual(
      [ana, bo, cy].map(({ personId, name }) => ({ ...identity(name), personId, name, handle: null })),
    );
    expect(await world.inWorkspace(({ people }) => people.withIdentities([cy, ana]))).toMatchObject([
      { ...identity('ana'), personId: ana.personId },
      { ...identity('cy'), personId: cy.personId },
    ]);
    expect(await world.inWorkspace(({ people }) => people.withIdentities([]))).toEqual([]);
  });

  it('has a role, and the workspace an admin or none', async () => {
    const { personId } = await join('ana');
    const before = await world.inWorkspace(({ people }) => people.hasAdmin());
    await world.inWorkspace(({ people }) => people.setRole(personId, 'admin'));

    expect([before, await world.inWorkspace(({ people }) => people.hasAdmin())]).toEqual([false, true]);
  });

  it('takes the details of the platform', async () => {
    const { personId } = await join('ana');
    const details = { name: 'Ana M', zone: 'Europe/Lisbon', locale: null };
    await world.inWorkspace(({ people }) => people.update(personId, details));

    expect(await world.inWorkspace(({ people }) => people.get(personId))).toMatchObject(details);
  });
});

describe('the addresses of a person', () => {
  it('are saved by identity and forgotten by identity or by place', async () => {
    const [{ personId }, bo] = [await join('ana'), await join('bo')];
    const place = { platform: 'slack', tenant: world.id, address: 'D1' };
    const known = () =>
      world.inWorkspace(async ({ people }) => ({
        addresses: await people.addressesOf(personId),
        place: (await people.placesOf([personId, bo.personId]))(personId),
        none: (await people.placesOf([personId, bo.personId]))(bo.personId),
        reachable: [...(await people.reachable())],
      }));
    const nothing = { addresses: [], place: undefined, none: undefined, reachable: [] };
    const something = { addresses: [place], place, none: undefined, reachable: [personId] };
    const save = () => world.inWorkspace(({ people }) => people.saveAddress(identity('ana'), 'D1'));

    expect(await known()).toEqual(nothing);
    await save();
    expect(await known()).toEqual(something);
    await world.inWorkspace(({ people }) => people.forgetAddressAt(personId, { ...place, address: 'D2' }));
    expect(await known()).toEqual(something);
    await world.inWorkspace(({ people }) => people.forgetAddressAt(personId, place));
    expect(await known()).toEqual(nothing);
    await save();
    await world.inWorkspace(({ people }) => people.forgetAddress(identity('ana')));
    expect(await known()).toEqual(nothing);
  });
});

describe('a person who is erased', () => {
  it('leaves nothing behind, and what is of others stays', async () => {
    const [ana, bo] = [(await join('ana')).personId, (await join('bo')).personId];
    const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
    await world.inWorkspace(async ({ holdings, preferences, drafts, teams, idempotencyKeys }) => {
      for (const personId of [ana, bo]) {
        await holdings.add({ personId, certification: 'cissp', number: '1', cycle }, NOW);
        await preferences.save(personId, { isoDates: true });
        await drafts.save(personId, 'log', { answers: { title: 'x' }, savedAt: NOW });
        await idempotencyKeys.claim(`${personId} k`, NOW);
      }
      const teamId = (await teams.add('Security', NOW)) ?? '';
      await teams.setMembers(
        teamId,
        [ana, bo].map((personId) => ({ personId, isManager: false })),
        NOW,
      );
    });
    await world.inWorkspace(({ people }) => people.erase(ana));
    const left = (personId: string) =>
      world.inWorkspace(async ({ people, holdings, preferences, drafts, teams, idempotencyKeys, audit }) => [
        (await people.get(personId))?.name,
        (await holdings.of(personId)).length,
        (await preferences.of(personId)).isoDates,
        (await drafts.get(personId, 'log'))?.answers,
        (await teams.of(personId)).length,
        (await audit.subjectsOf(personId)).length > 0,
        (await idempotencyKeys.claim(`${personId} k`, NOW)) !== undefined,
      ]);

    expect(await left(ana)).toEqual([undefined, 0, false, undefined, 0, false, false]);
    expect(await left(bo)).toEqual(['bo', 1, true, { title: 'x' }, 1, true, true]);
    expect(await world.inWorkspace(({ people }) => people.findByIdentity(identity('ana')))).toBeNull();
  });
});
