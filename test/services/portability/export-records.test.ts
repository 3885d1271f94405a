import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import {
  exportOwnRecords,
  exportTeamRecords,
  requestPersonalArchive,
} from '../../../src/services/portability/export-records.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import type { NewFile } from '../../../src/store/portability/outgoing-files.ts';
import type { RecordLine } from '../../../src/store/records/records.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { aRecordLine } from './a-record-line.ts';

const words = wordsFor('en-GB');
const now = new Date('2026-03-05T12:00:00Z');
const undone = aRecordLine({ title: 'Undone', takenBackAt: '2026-03-03T12:00:00Z' });
const plan = aRecordLine({ title: 'Private plan', planned: true });
const records: Readonly<Record<string, readonly RecordLine[]>> = {
  ana: [aRecordLine({ title: 'Logs' }), undone],
  bo: [aRecordLine({ title: 'Keys' }), undone, plan],
  cy: [undone, plan],
};

/** A workspace with two teams, and what is stored and noted in it when a person exports records. */
function aWorkspace(personId: string) {
  const stored: NewFile[] = [];
  const noted: unknown[] = [];
  const teams: Readonly<Record<string, readonly string[]>> = { t1: ['ana', 'bo', 'cy'], t2: ['cy'] };
  const data = {
    catalogue: loadCatalogue(),
    records: {
      all: async (id: string) => records[id] ?? [],
      ofMany: async (ids: readonly string[]) =>
        ids.flatMap((id) => (records[id] ?? []).map((line) => ({ ...line, personId: id }))),
    },
    teams: {
      all: async () => Object.keys(teams).map((teamId) => ({ teamId, name: teamId.toUpperCase() })),
      membersOf: async (teamId: string) => teams[teamId]?.map((id) => ({ personId: id })) ?? [],
    },
    people: {
      some: async ({ personIds }: { personIds: readonly string[] }) =>
        personIds.map((id) => ({ personId: id, name: id.toUpperCase() })),
    },
    files: {
      add: async (file: NewFile, at: Date) => {
        expect(at).toBe(now);
        stored.push(file);
        return 'f';
      },
    },
    audit: { record: (...args: unknown[]) => void noted.push(args) },
  };
  const request = { person: { personId, role: 'admin' }, today: day('2026-03-05'), now, words };
  const text = () => new TextDecoder().decode(stored[0]?.bytes);
  return { scope: { request, data } as unknown as Scope, stored, noted, text };
}

describe('the records of the person', () => {
  it('are stored as a file, undone ones included, and the export is noted', async () => {
    const { scope, stored, noted, text } = aWorkspace('ana');

    expect(await exportOwnRecords(scope)).toEqual({ fileId: 'f', rows: 2, team: undefined });
    expect(stored).toMatchObject([
      { personId: 'ana', command: 'export', name: 'recert-records-2026-03-05.csv', type: 'text/csv; charset=utf-8' },
    ]);
    expect(text()).toMatch(/Logs.*Undone/su);
    expect(noted).toEqual([['export', { kind: 'person', subject: 'ana' }]]);
  });

  it('are refused where there are none, and nothing is noted', async () => {
    const { scope, stored, noted } = aWorkspace('dee');

    await expect(exportOwnRecords(scope)).rejects.toThrow(new Refusal(words.export.nothing));
    expect([stored, noted]).toEqual([[], []]);
  });
});

describe('the records of a team', () => {
  it('are stored without undone ones, and each other member can see it', async () => {
    const { scope, stored, noted, text } = aWorkspace('ana');

    expect(await exportTeamRecords('T1', scope)).toEqual({ fileId: 'f', rows: 2, team: 'T1' });
    expect(stored).toMatchObject([{ personId: 'ana', command: 'export', name: 'recert-team-2026-03-05.csv' }]);
    for (const names of [/ANA/u, /Logs/u, /BO/u, /Keys/u]) expect(text()).toMatch(names);
    expect(text()).not.toContain('Undone');
    expect(text()).not.toContain('Private plan');
    expect(noted).toEqual([
      ['look', { kind: 'person', subject: 'bo', reason: 'export' }],
      ['look', { kind: 'person', subject: 'cy', reason: 'export' }],
      ['export', { kind: 'team', subject: 't1' }],
    ]);
  });

  it('are refused where there are none', async () => {
    const { scope, stored } = aWorkspace('ana');

    await expect(exportTeamRecords('t2', scope)).rejects.toThrow(new Refusal(words.export.teamNothing('T2')));
    expect(stored).toEqual([]);
  });
});

it('notes that somebody takes everything along', () => {
  const { scope, noted } = aWorkspace('ana');

  expect(requestPersonalArchive(scope)).toEqual({ of: 'everything' });
  expect(noted).toEqual([['export', { kind: 'person', subject: 'ana', reason: 'everything' }]]);
});
