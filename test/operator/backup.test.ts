import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { migrations } from '../../migrations/index.ts';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import type { BackupManifest } from '../../src/operator/backup-manifest.ts';
import { openBackup } from '../../src/operator/read-backup.ts';
import { checkRestored, restoreBackup } from '../../src/operator/restore-backup.ts';
import { writeBackup } from '../../src/operator/write-backup.ts';
import { newSigningKey } from '../../src/signing/sign-document.ts';
import { openOrm } from '../../src/store/orm.ts';
import { Store } from '../../src/store/store.ts';
import { addCertification, talk } from '../support/conversation.ts';
import { aFile, aPdf } from '../support/records.ts';
import { openStore } from '../support/store.ts';

const PASSPHRASE = 'correct horse battery';
const NOW = new Date('2026-11-23T12:00:00Z');
const world = openStore();
const catalogue = loadCatalogue();
let folder: string;
let path: string;
const about = { now: NOW, version: '0.1.0', catalogue, fileStore: undefined };
const restoring = { passphrase: PASSPHRASE, onWait: () => undefined };
const newFolder = () => ({ kind: 'folder', path: mkdtempSync(join(folder, 'data-')) }) as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recert-backup-'));
  const ana = talk({ store: world.store });
  await addCertification(ana, 'cissp');
  await ana.say('log 2h SANS \u2028 webcast "quoted" \\ yesterday for cissp !!');
  await ana.say('log 1h OWASP meetup 2026-11-20 for cissp !!', undefined, [aFile('proof.pdf', aPdf('OWASP'))]);
  await addCertification(talk({ ...ana.options, user: 'bo' }), 'cism');
  await world.store.signingKeys.current(newSigningKey, NOW);
  path = join(folder, 'backup.zip');
  await writeBackup(world.store, path, { ...about, passphrase: PASSPHRASE });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every member of a backup as text. */
async function contentsOf(file: string): Promise<string> {
  const backup = await openBackup(file);
  let text = JSON.stringify(backup.manifest);
  for (const { name } of backup.manifest.tables) for await (const row of backup.rows(name)) text += row;
  backup.close();
  return text;
}

async function restoreTo(database: Parameters<typeof restoreBackup>[0], file = path, how = restoring) {
  const backup = await openBackup(file);
  await restoreBackup(database, backup, how).finally(() => backup.close());
  return backup.manifest;
}

interface Changes {
  readonly manifest?: (manifest: BackupManifest) => BackupManifest;
  readonly person?: (text: string) => string;
}

/** A copy of the backup with another manifest or other rows of people. */
async function changedCopy(name: string, { manifest = (one) => one, person = (one) => one }: Changes): Promise<string> {
  const backup = await openBackup(path);
  const zip = new ZipFile();
  for (const { name: table } of backup.manifest.tables) {
    const rows: string[] = [];
    for await (const row of backup.rows(table)) rows.push(`${row}\n`);
    const text = rows.join('');
    zip.addBuffer(Buffer.from(table === 'person' ? person(text) : text), `tables/${table}.ndjson`);
  }
  zip.addBuffer(Buffer.from(JSON.stringify(manifest(backup.manifest))), 'manifest.json');
  zip.end();
  backup.close();
  const file = join(folder, name);
  writeFileSync(file, await buffer(zip.outputStream));
  return file;
}

describe('a backup', () => {
  it('restores every row, file and key into an empty folder, with the log whole and the same figures', async () => {
    const database = newFolder();

    const manifest = await restoreTo(database);
    const restored = await Store.open(database);
    const checked = await checkRestored(restored, manifest, { catalogue, fileStore: undefined });
    const again = await writeBackup(restored, join(folder, 'again.zip'), { ...about, passphrase: PASSPHRASE });
    const key = await restored.signingKeys.current(newSigningKey, NOW);
    await restored.close();

    expect(checked.isWhole).toBe(true);
    expect(checked.lines.join('\n')).toMatch(/slack\/.*: Verified: \d+ entries intact\. Head .* Pace: identical\./u);
    const byName = (tables: typeof manifest.tables) =>
      Object.fromEntries(tables.map(({ name, rows, content }) => [name, { rows, content }]));
    expect(byName(again.tables)).toEqual(byName(manifest.tables));
    expect(byName(manifest.tables).activity?.rows).toBe(2);
    expect(byName(manifest.tables).proof_file?.rows).toBe(1);
    expect(key).toEqual(await world.store.signingKeys.current(newSigningKey, NOW));
  });

  it('continues the numbers of the database after those that were restored', async () => {
    const database = newFolder();
    await restoreTo(database);
    const restored = await Store.open(database);
    const [{ workspaceId = '', tenant = '' } = {}] = (await restored.directory.workspaces()).slice();
    const ana = talk({ store: restored, tenant });

    await ana.say('log 3h another webcast yesterday for cissp !!');
    const orders = await restored.snapshot((em) =>
      em.execute<{ order: string }[]>('select act_order as "order" from act where workspace_id = ?', [workspaceId]),
    );
    await restored.close();

    expect(new Set(orders.map(({ order }) => String(order))).size).toBe(orders.length);
  });

  it('has the private key only encrypted', async () => {
    const text = await contentsOf(path);
    const { privatePem, publicPem } = await world.store.signingKeys.current(newSigningKey, NOW);
    const body = (pem: string) => pem.split('\n')[1] ?? '';

    expect(text).toContain(body(publicPem));
    expect(text).not.toContain(body(privatePem));
    expect(text).not.toContain('PRIVATE KEY');
  });

  it('is refused with another passphrase or none, and leaves the folder as empty as it was', async () => {
    const database = newFolder();

    await expect(restoreTo(database, path, { ...restoring, passphrase: 'another passphrase' })).rejects.toThrow(
      'The passphrase of the backup is wrong',
    );
    await expect(
      restoreBackup(database, await openBackup(path), { onWait: () => undefined, passphrase: undefined }),
    ).rejects.toThrow('Set RECERT_BACKUP_PASSPHRASE to its passphrase, or add --without-keys');
    await restoreTo(database);
  });

  it('without the keys signs with a new one after a restore, and earlier reports can still be checked', async () => {
    const file = join(folder, 'without-keys.zip');
    const database = newFolder();
    await writeBackup(world.store, file, { ...about, passphrase: undefined });
    await restoreTo(database, file);
    const restored = await Store.open(database);
    const { keyId, publicPem } = await world.store.signingKeys.current(newSigningKey, NOW);

    const key = await restored.signingKeys.current(newSigningKey, NOW);
    const all = await restored.signingKeys.all();
    await restored.close();

    expect(key.keyId).not.toBe(keyId);
    expect(all.map((one) => one.publicPem)).toContain(publicPem);
  });

  it('is restored into an empty database only, and nothing is changed in another one', async () => {
    const database = newFolder();
    await (await Store.open(database)).close();

    await expect(restoreTo(database)).rejects.toMatchObject({
      name: 'DatabaseNotEmpty',
      message: expect.stringContaining('Restore into a new database, or a new folder'),
    });
    await (await Store.open(database)).close();
  });

  it('of an older version is migrated', async () => {
    const old = await openOrm({ kind: 'memory' });
    await old.migrator.up({ to: '2026-12-01-acts' });
    await old.em.execute(
      `insert into installation (platform, tenant, workspace_id) values ('slack', 'T1', gen_random_uuid())`,
    );
    const file = join(folder, 'old.zip');
    const database = newFolder();
    await writeBackup({ snapshot: (work) => old.em.fork().transactional(work) }, file, {
      ...about,
      passphrase: undefined,
    });
    await old.close();

    await restoreTo(database, file);
    const restored = await Store.open(database);
    const found = await restored.directory.workspaces();
    const run = await restored.snapshot((em) =>
      em.execute<{ name: string }[]>('select name from mikro_orm_migrations'),
    );
    await restored.close();

    expect(found).toMatchObject([{ platform: 'slack', tenant: 'T1' }]);
    expect(run).toHaveLength(migrations.length);
  });

  it('of a newer version is refused, and the folder stays empty', async () => {
    const newer = [...migrations.map(({ name }) => name), '2031-01-01-badges'];
    const file = await changedCopy('newer.zip', { manifest: (manifest) => ({ ...manifest, migrations: newer }) });
    const database = newFolder();

    await expect(restoreTo(database, file)).rejects.toThrow(
      'The backup is from a newer version of recert (2031-01-01-badges). Nothing was changed.',
    );
    await restoreTo(database);
  });
});

describe('a damaged backup', () => {
  it.each([
    ['a row that was changed', (text: string) => text.replace('"name":"ana"', '"name":"eve"')],
    ['a row that is missing', (text: string) => text.split('\n').slice(1).join('\n')],
  ])('is refused: %s', async (_what, change) => {
    const file = await changedCopy('damaged.zip', { person: change });

    await expect(openBackup(file)).rejects.toThrow("tables/person.ndjson doesn't match the manifest");
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), "isn't a backup of recert, or it is cut off"],
    ['something else', () => Buffer.from('hello'), "isn't a backup of recert, or it is cut off"],
  ])('is refused: %s', async (name, change, message) => {
    const file = join(folder, `${name}.zip`);
    writeFileSync(file, change(readFileSync(path)));

    await expect(openBackup(file)).rejects.toThrow(message);
  });
});
