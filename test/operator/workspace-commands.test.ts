import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { findMember } from '../../src/operator/named-workspace.ts';
import { parseCommandLine } from '../../src/operator/parse-command-line.ts';
import { openBackup } from '../../src/operator/read-backup.ts';
import { subcommandTable } from '../../src/operator/subcommand-table.ts';
import { openArchive } from '../../src/signing/archive-reader.ts';
import { Store } from '../../src/store/store.ts';
import { addCertification, logCredits, silent, talk } from '../support/conversation.ts';
import { migratedDataFolder } from '../support/data-folder.ts';
import { verdictOn, workspaceOf } from '../support/records.ts';
import { asOperator } from '../support/store.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const subcommands = subcommandTable([]);
let folder: string;

beforeAll(async () => {
  folder = await migratedDataFolder('recert-workspaces-');
  const store = await Store.open({ kind: 'folder', path: folder });
  for (const tenant of ['TONE', 'TTWO']) {
    const ana = talk({ store, tenant });
    await addCertification(ana, 'cissp');
    await logCredits(ana, '2026-11-20', { cissp: '2' }, { title: `Course of ${tenant}` });
    await asOperator(store, await workspaceOf(ana, store), async (data) => {
      await data.people.setRole((await findMember('ana', data)).personId, 'admin');
    });
    const bo = talk({ ...ana.options, user: 'bo' });
    await addCertification(bo, 'cissp');
    await logCredits(bo, '2026-11-20', { cissp: '1' }, { title: `Bo in ${tenant}` });
  }
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a line as `npm run recert` does, and returns what it prints. */
async function recert(...argv: string[]): Promise<string> {
  const printed: string[] = [];
  const line = parseCommandLine(argv, subcommands);
  if (line.kind !== 'command') throw new Error('This is no command.');
  await line.run({
    clock: { now: () => NOW },
    log: silent,
    version: '0.1.0',
    config: () => readConfig({ RECERT_DATA_DIR: folder }, []),
    get: () => undefined,
    print: (text) => void printed.push(text),
    note: (text) => void printed.push(text),
  });
  return printed.join('\n');
}

async function withData<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await Store.open({ kind: 'folder', path: folder });
  return work(store).finally(() => store.close());
}

describe('the commands for workspaces and people', () => {
  it('list, show, hand out and delete what they are told to, and nothing else', async () => {
    expect(await recert('workspace', 'list')).toBe(
      'slack/TONE: 2 people, 2 certifications, 2 records\nslack/TTWO: 2 people, 2 certifications, 2 records',
    );
    expect(await recert('workspace', 'show', '--workspace', 'TONE')).toMatch(
      /Workspace: {6}slack\/TONE\n[\s\S]*Admins: {9}1\n/u,
    );

    const out = join(folder, 'one.zip');
    expect(await recert('workspace', 'export', '--workspace', 'slack/TONE', '--out', out)).toMatch(
      /\d+ rows\. It contains personal data\./u,
    );
    const archive = await openArchive(out);
    const titles: string[] = [];
    for await (const row of archive.lines('tables/activity.ndjson')) titles.push(row);
    archive.close();
    expect(titles.join()).toContain('Course of TONE');
    expect(titles.join()).not.toContain('TTWO');
    expect(titles).toHaveLength(2);
    await expect(openBackup(out)).rejects.toThrow("isn't a backup of recert that this version can read");

    const seen = await withData(async (store) => {
      const workspaceId = await store.directory.workspaceOf('slack', 'TONE', NOW);
      return store.inWorkspace(workspaceId, async ({ audit, people }) => {
        const [ana] = await people.all();
        return (await audit.historyOf(ana?.personId ?? '')).filter(({ what }) => what === 'look');
      });
    });
    expect(seen).toMatchObject([{ actor: 'operator', why: 'export' }]);

    const erase = ['person', 'erase', 'bo', '--workspace', 'TONE', '--yes'] as const;
    await expect(recert(...erase, 'ana')).rejects.toThrow("Nothing was deleted: --yes 'ana' isn't the name of bo.");
    expect(await recert(...erase, 'bo')).toBe('Deleted: everything about bo, 1 records and 1 certifications.');
    const left = await withData(async (store) => {
      const workspaceId = await store.directory.workspaceOf('slack', 'TONE', NOW);
      const erased = await store.readLog(workspaceId, async (log) =>
        (await log.entriesAfter(0, 500)).filter(({ what }) => what === 'erase'),
      );
      return { erased, verdict: await verdictOn(store, workspaceId) };
    });
    expect(left.verdict).toBe('whole');
    expect(left.erased.length).toBeGreaterThan(0);
    expect(new Set(left.erased.map(({ actor }) => actor))).toEqual(new Set(['operator']));

    const purge = ['workspace', 'purge', '--workspace', 'TONE', '--yes'] as const;
    await expect(recert(...purge, 'slack/TTWO')).rejects.toThrow("isn't the name slack/TONE");
    expect(await recert(...purge, 'slack/TONE')).toMatch(
      /^Deleted on 2026-11-23T12:00:00\.000Z: slack\/TONE .*1 people, 1 records/u,
    );
    expect(await recert('workspace', 'list')).toBe('slack/TTWO: 2 people, 2 certifications, 2 records');
  });

  it.each([
    ['workspace', 'show'],
    ['workspace', 'export', '--out', 'x.zip'],
    ['workspace', 'purge', '--yes', 'playground/sample'],
    ['person', 'erase', 'ana', '--yes', 'ana'],
  ])('need a workspace: %s %s', async (...argv) => {
    await expect(recert(...argv)).rejects.toThrow('Add --workspace with the name of a workspace.');
  });

  it('leave the only admin, whose people would have none', async () => {
    await expect(recert('person', 'erase', 'ana', '--workspace', 'TTWO', '--yes', 'ana')).rejects.toThrow(
      'ana is the only admin. Make another member an admin first.',
    );
  });
});
