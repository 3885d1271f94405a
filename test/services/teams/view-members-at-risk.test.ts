import { expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { Certification } from '../../../src/domain/certification.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { findMembersAtRisk, viewMembersAtRisk } from '../../../src/services/teams/view-members-at-risk.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../src/store/notifications/preferences.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { aCertification } from '../../domain/rules.ts';

const today = day('2026-11-23');
const low = aCertification({ code: 'low', short: 'LOW' });
const high = aCertification({
  ...{ code: 'high', short: 'HIGH' },
  sharing: { renews: [{ codes: ['low'], by: ['earned'], dates: 'kept', certainty: 'O', sources: [] }] },
});

/** A certification of a person in the store, in a cycle without credits. */
function stored(personId: string, { code }: Certification, starts: string, ends: string) {
  const holdingId = `${personId}-${code}`;
  const holding = { holdingId, personId, number: '', certification: code, certifiedOn: day(starts), periods: {} };
  return {
    holding: { ...holding, doesNotRenew: [] },
    cycles: [{ cycleId: holdingId, holdingId, starts: day(starts), ends: day(ends), conditions: {}, actsDone: {} }],
    openings: [],
  };
}

const HOLDINGS = [
  stored('ana', low, '2025-01-01', '2027-12-31'),
  stored('bo', low, '2024-01-01', '2026-12-31'),
  stored('cy', low, '2025-01-01', '2027-12-31'),
  stored('cy', high, '2026-11-01', '2029-10-31'),
  stored('dee', low, '2024-01-01', '2026-12-31'),
];

async function view(stated: Readonly<Record<string, Partial<Preferences>>> = {}) {
  const people = ['ana', 'bo', 'cy', 'dee'].map((personId) => ({ personId, name: personId }));
  const preferences = new Map(
    Object.entries(stated).map(([personId, over]) => [personId, { ...DEFAULT_PREFERENCES, ...over }]),
  );
  const viewed: unknown[] = [];
  const data = {
    workspace: { tolerance: 7 },
    catalogue: { get: (code: string) => [low, high].find((one) => one.code === code) },
    teams: { membersOf: async (teamId: string) => (teamId === 't' ? people : []) },
    people: {
      some: async () => people,
      withIdentities: async () =>
        people.map((one) => ({ ...one, platform: 'slack', tenant: 't', user: one.personId, handle: null })),
    },
    preferences: { some: async () => preferences },
    holdings: {
      ofMany: async (personIds: readonly string[]) =>
        HOLDINGS.filter(({ holding }) => personIds.includes(holding.personId)),
    },
    activities: { entriesOf: async () => new Map(), byIds: async () => [] },
    proofs: { of: async () => new Map() },
    audit: { record: (...args: unknown[]) => void viewed.push(args) },
  };
  const request = { person: { personId: 'ana' }, today, words: wordsFor('en-GB') };
  const shown = await viewMembersAtRisk({ teamId: 't' }, { request, data } as unknown as Scope);
  return { ...shown, viewed };
}

const look = (subject: string) => ['look', { kind: 'person', subject, reason: 'risk' }];

it('lists who is behind, the nearest deadline first, then by name', async () => {
  const { risks } = await view();

  expect(risks).toMatchObject([
    { name: 'bo', certification: low, left: 39, isAway: false, inDebt: 0 },
    { name: 'dee', certification: low, left: 39 },
    { name: 'ana', certification: low, left: 404 },
  ]);
});

it('lists what another certification renewed apart', async () => {
  const { renewed } = await view();

  expect(renewed).toMatchObject([
    { name: 'cy', certification: low, standing: { renewedBy: { short: 'HIGH', on: '2026-11-01' } } },
  ]);
});

it('is seen by each other member, at risk or not', async () => {
  expect((await view()).viewed).toEqual([look('bo'), look('cy'), look('dee')]);
});

it('leaves out who has left, unseen, and marks who is on leave', async () => {
  const { risks, viewed } = await view({ bo: { leftOn: today }, dee: { awayUntil: today } });

  expect(risks.map(({ name, isAway }) => [name, isAway])).toEqual([
    ['dee', true],
    ['ana', false],
  ]);
  expect(viewed).toEqual([look('cy'), look('dee')]);
});

it('reads the entries of a large team in parts, and the identities of its members only', async () => {
  const people = Array.from({ length: 120 }, (_unused, index) => ({ personId: `p${index}`, name: `Member ${index}` }));
  const entriesRead: number[] = [];
  const named: unknown[] = [];
  const withIdentities = async (given: unknown) => {
    named.push(given);
    return people;
  };
  const entriesOf = async ({ length }: readonly string[]) => {
    entriesRead.push(length);
    return new Map();
  };
  const data = {
    workspace: { tolerance: 7 },
    catalogue: { get: () => low },
    teams: { membersOf: async () => people },
    people: { some: async () => people, withIdentities },
    preferences: { some: async () => new Map() },
    holdings: {
      ofMany: async (ids: readonly string[]) =>
        ids.map((personId) => stored(personId, low, '2024-01-01', '2026-12-31')),
    },
    activities: {
      entriesOf,
      byIds: async () => [],
    },
    proofs: { of: async () => new Map() },
    queryLimit: { extend: async () => undefined, pause: async () => undefined },
  } as unknown as Scope['data'];

  const { risks } = await findMembersAtRisk({ teamId: 't' }, { today, words: wordsFor('en-GB') }, data);

  expect(risks).toHaveLength(120);
  expect(named).toEqual([people]);
  expect(entriesRead).toEqual([50, 50, 20]);
});
