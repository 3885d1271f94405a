import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { teamEntryOf, viewTeamEntries } from '../../../src/services/reports/team-entries.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import type { ListedEntry, Tick } from '../../../src/views/reports/entry-sheet-card.ts';

function entry(amounts: readonly number[], state?: Tick['state'], on = '2026-03-01'): ListedEntry {
  const tick = state && { state, on: day(on), reference: '' };
  return { key: '', tick, entry: { amounts: amounts.map((credits) => ({ credits })) } } as unknown as ListedEntry;
}

describe('what a member has entered', () => {
  it('is counted by portal state, with the largest amount of each entry that is still to be entered', () => {
    const open = [entry([100, 250]), entry([50]), entry([900], 'rejected', '2026-03-05')];
    const done = [entry([100], 'submitted'), entry([100], 'accepted', '2026-02-01')];

    expect(teamEntryOf('Ana', { body: 'ISC2', open, done })).toEqual({
      name: 'Ana',
      body: 'ISC2',
      counts: { open: 2, submitted: 1, accepted: 1, rejected: 1 },
      openCredits: 300,
      last: '2026-03-05',
    });
  });

  it('has no last day where nothing was entered', () => {
    expect(teamEntryOf('Ana', { body: 'ISC2', open: [], done: [] })).toMatchObject({ openCredits: 0, last: undefined });
  });
});

it('is seen by each member whose entries somebody else viewed, even if there are none', async () => {
  const people = ['ana', 'bo', 'cy'].map((personId) => ({ personId, name: personId }));
  const viewed: unknown[] = [];
  const data = {
    teams: { membersOf: async () => people },
    people: { some: async () => people },
    holdings: { ofMany: async () => [] },
    activities: { entriesOf: async () => new Map(), byIds: async () => [] },
    proofs: { of: async () => new Map() },
    portalEntries: { of: async () => [] },
    audit: { record: (...args: unknown[]) => void viewed.push(args) },
  };
  const request = { person: { personId: 'ana' }, today: day('2026-03-05'), words: wordsFor('en-GB') };

  expect(await viewTeamEntries({ teamId: 't' }, { request, data } as unknown as Scope)).toEqual([]);
  expect(viewed).toEqual(['bo', 'cy'].map((subject) => ['look', { kind: 'person', subject, reason: 'sheet' }]));
});
