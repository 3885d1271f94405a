import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { type ImportedRecords, previewRecords } from '../../src/operator/import-records.ts';
import type { ImportOptions } from '../../src/sheets/import-options.ts';
import cases from '../fixtures/tables/cases.json' with { type: 'json' };
import { emptyWorkspace } from '../support/empty-workspace.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const catalogue = loadCatalogue();
const now = new Date('2026-11-29T12:00:00Z');
const folder = join(import.meta.dirname, '../fixtures/tables');

/** Reads a table for a new person who holds some certifications from 2025 to 2027. */
async function read(file: string, holds: readonly string[], answers: Partial<ImportOptions>): Promise<ImportedRecords> {
  return emptyWorkspace(world.store, now, async (data, personId) => {
    const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
    for (const certification of holds) await data.holdings.add({ personId, certification, number: '', cycle }, now);
    const bytes = readFileSync(join(folder, file));
    const about = { personId, bytes, options: { columns: {}, ...answers } };
    const imported = await previewRecords(data, about, { catalogue, now });
    const codes = new Map(
      (await data.holdings.of(personId)).map(({ holding }) => [holding.holdingId, holding.certification]),
    );
    return {
      ...imported,
      fresh: imported.fresh.map((one) => ({
        ...one,
        activity: {
          ...one.activity,
          claims: one.activity.claims.map((claim) => ({ ...claim, holdingId: codes.get(claim.holdingId) ?? '' })),
        },
      })),
    };
  });
}

/** A record as a line: its title, days, minutes, and what is claimed. */
function lineOf({ activity, portal }: ImportedRecords['fresh'][number]): string {
  const { title, starts, ends, minutes, claims } = activity;
  const parts = claims.map(
    ({ holdingId, parts: some }) =>
      `${holdingId} ${some.map(({ category, credits }) => `${category} ${credits}`).join(' ')}`,
  );
  const days = starts === ends ? starts : `${starts}/${ends}`;
  return [title, days, minutes ?? '', parts.sort().join(', '), portal ?? ''].join(' | ').replace(/(?: \| )+$/u, '');
}

it.each(cases)('$file is read as it is', async ({ file, holds, answers, asks, records, leftOut }) => {
  const open = await read(file, holds, {});
  const imported = await read(file, holds, answers as Partial<ImportOptions>);

  expect(open.questions.map((one) => one.about)).toEqual(asks);
  expect(asks.length).toBeLessThanOrEqual(2);
  expect(imported.fresh.map(lineOf)).toEqual(records);
  expect(imported.leftOut.map(({ number }) => number)).toEqual(leftOut);
  expect(imported.leftOut.every(({ text }) => text !== '')).toBe(true);
  expect(imported.fresh.flatMap(({ rows }) => rows).length + leftOut.length).toBe(imported.rows);
});
