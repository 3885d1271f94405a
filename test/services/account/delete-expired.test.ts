import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { DeliveryResult, OutgoingFile } from '../../../src/chat/outgoing-file.ts';
import type { Place } from '../../../src/chat/place.ts';
import { type FileStore, fileKey } from '../../../src/file-store/file-store.ts';
import { s3FileStore } from '../../../src/file-store/s3-file-store.ts';
import { runHousekeeping } from '../../../src/jobs/housekeeping.ts';
import { verifyLog } from '../../../src/operator/audit.ts';
import { cardOf, formOf, logCredits, silent, type Talk, talk, talkWith, textOf } from '../../support/conversation.ts';
import { aFile, aPdf, sha256, verdictOn, workspaceOf } from '../../support/records.ts';
import { type Listening, s3Settings, startS3 } from '../../support/s3.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const logged: { sentence: string; about: unknown }[] = [];
const log = { ...silent, info: (sentence: string, about?: object) => void logged.push({ sentence, about }) };

/** The night's work on a day, as if it were that day. */
const night = (today: string, fileStore?: FileStore) =>
  runHousekeeping({
    store: world.store,
    catalogue: loadCatalogue(),
    clock: { now: () => new Date(`${today}T03:17:00Z`) },
    log,
    ...(fileStore === undefined ? {} : { fileStore }),
  });

const filled = async (more = {}): Promise<Talk> => {
  const ana = await talkWith({ store: world.store, today: '2026-01-11' }, 'cissp');
  await logCredits(ana, '2026-01-10', { cissp: '2' }, { title: 'Zero trust', ...more });
  return ana;
};
const later = (ana: Talk, today: string) => talk({ ...ana.options, today });
const inTrash = async (ana: Talk) => textOf(await ana.say('trash')).includes('Zero trust');

describe('a deleted record', () => {
  it('stays as long as the body may ask for it, to the day, and the log says that it went', async () => {
    const ana = await filled();
    await later(ana, '2026-02-01').say('delete zero');

    await night('2028-12-31');
    const before = await inTrash(ana);
    await night('2029-01-01');

    const workspaceId = await workspaceOf(ana, world.store);
    expect([before, await inTrash(ana)]).toEqual([true, false]);
    expect(await verdictOn(world.store, workspaceId)).toBe('whole');
    const entries = await world.store.readLog(workspaceId, (reading) => reading.entriesAfter(0, 100));
    expect(entries.at(-1)).toMatchObject({ actor: 'recert', what: 'purge', kind: 'record', why: 'retention' });
    expect(logged.map(({ sentence }) => sentence)).toContain('Records in the trash past their retention purged.');
  });

  it('that was taken back at once, or counts for nothing, stays thirty days', async () => {
    const ana = await filled();
    await ana.press(cardOf(await ana.say('show last')), 'Delete');

    await night('2026-02-10');
    const before = await inTrash(ana);
    await night('2026-02-11');

    expect([before, await inTrash(ana)]).toEqual([true, false]);
  });

  it('that was put back is left alone', async () => {
    const ana = await filled();
    await ana.press(cardOf(await ana.press(cardOf(await ana.say('show last')), 'Delete')), 'Restore');

    await night('2040-01-01');

    expect(textOf(await ana.say('history'))).toContain('Zero trust');
  });
});

describe('what nobody came back to', () => {
  it('is forgotten: drafts after thirty days, files that prove nothing after a week', async () => {
    const ana = await filled();
    await ana.say('log 2h webinar on dragons');
    const requested = cardOf(await ana.say('attach', undefined, [aFile('a.pdf', aPdf('a'))]));
    const suggested = async (today: string) => JSON.stringify(formOf(await later(ana, today).say('log')));

    await night('2026-01-17');
    const stored = JSON.stringify(formOf(await ana.press(requested, 'Attach proof')));
    await night('2026-01-19');
    const removed = JSON.stringify(formOf(await ana.press(requested, 'Attach proof')));
    await night('2026-02-09');
    const draft = await suggested('2026-02-09');
    await night('2026-02-12');

    expect([stored.includes('a.pdf'), removed.includes('a.pdf')]).toEqual([true, false]);
    expect([draft.includes('dragons'), (await suggested('2026-02-12')).includes('dragons')]).toEqual([true, false]);
  });
});

it('the end of every log is printed each night, for an anchor outside', async () => {
  const ana = await filled();
  const workspaceId = await workspaceOf(ana, world.store);

  await night('2026-01-12');

  const head = await world.store.readLog(workspaceId, (reading) => reading.head());
  const printed = logged.filter(({ sentence }) => sentence === 'Audit log head.').map(({ about }) => about);
  expect(printed).toContainEqual({ workspaceId, head: `${head?.seq}:${head?.hash}` });
});

describe('files in an S3 store', () => {
  let folder: string;
  let server: Listening;
  let fileStore: FileStore;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recert-s3-'));
    server = await startS3(folder, 'proofs');
    fileStore = await s3FileStore(s3Settings(server.endpoint, 'proofs'));
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const keys = async (workspaceId: string) => {
    const found: string[] = [];
    for await (const { key } of fileStore.list(fileKey(workspaceId, ''))) found.push(key);
    return found;
  };

  it('are put there and not in the database, come back whole, are part of what the log holds, and go with their record', async () => {
    const archive: OutgoingFile[] = [];
    const deliver = async (_to: Place, file: OutgoingFile): Promise<DeliveryResult> => {
      archive.push(file);
      return { kind: 'sent', message: '1' };
    };
    const adapters = [{ platform: 'slack', deliver } as unknown as ChatAdapter];
    const ana = await talkWith({ store: world.store, today: '2026-01-11', fileStore, adapters }, 'cissp');
    await logCredits(ana, '2026-01-10', { cissp: '2' });
    const requested = cardOf(await ana.say('attach', undefined, [aFile('a.pdf', aPdf('here'))]));
    // The same once more: its bytes are put there under a name that nothing refers to.
    await ana.say('attach', undefined, [aFile('a.pdf', aPdf('here'))]);
    await ana.send(formOf(await ana.press(requested, 'Attach proof')), { proofForm: 'certificate' });
    const card = cardOf(await ana.say('show last'));
    await ana.press(card, 'Get file');
    await ana.core.idle();

    const workspaceId = await workspaceOf(ana, world.store);
    const [before, fileId = ''] = [await keys(workspaceId), requested.actions?.[0]?.args.files];
    const inDatabase = await world.store.inWorkspace(workspaceId, ({ proofs }) => proofs.bytesOf(fileId));
    const bytesOf = (id: string) => fileStore.get(fileKey(workspaceId, id));
    const verify = () => world.store.readLog(workspaceId, (reading) => verifyLog(reading, [], bytesOf));
    const whole = await verify();
    await night('2036-01-01', fileStore);
    const after = await keys(workspaceId);
    await fileStore.put(fileKey(workspaceId, fileId), aPdf('other'));
    const changed = await verify();
    await fileStore.delete(fileKey(workspaceId, fileId));
    const removed = await verify();

    expect([before.length, after, inDatabase]).toEqual([2, [fileKey(workspaceId, fileId)], undefined]);
    expect(archive.map(({ bytes }) => sha256(bytes))).toEqual([sha256(aPdf('here'))]);
    expect([whole.kind, changed, removed]).toEqual([
      'whole',
      expect.objectContaining({ why: expect.stringContaining('was changed after its upload') }),
      expect.objectContaining({ why: expect.stringContaining('is missing') }),
    ]);
  });

  it('that was removed from its record goes the night after; a tenant that left takes all of them along', async () => {
    const ana = await talkWith({ store: world.store, today: '2026-01-11', fileStore }, 'cissp');
    await logCredits(ana, '2026-01-10', { cissp: '2' });
    for (const name of ['a', 'b']) {
      const requested = cardOf(await ana.say('attach', undefined, [aFile(`${name}.pdf`, aPdf(name))]));
      await ana.send(formOf(await ana.press(requested, 'Attach proof')), { proofForm: 'certificate' });
    }
    await ana.press(cardOf(await ana.say('show last')), 'Remove');
    const workspaceId = await workspaceOf(ana, world.store);

    await night('2036-01-01', fileStore);
    const one = await keys(workspaceId);
    await world.store.directory.uninstall('slack', ana.options.tenant, new Date('2036-01-01T00:00:00Z'));
    await night('2036-03-01', fileStore);

    expect([one.length, await keys(workspaceId)]).toEqual([1, []]);
  });
});
