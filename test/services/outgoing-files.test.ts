import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import type { Identity } from '../../src/chat/identity.ts';
import { fileRoute } from '../../src/services/outgoing-files.ts';
import { addCertification, logCredits, silent, type Talk, talk } from '../support/conversation.ts';
import { patientCore } from '../support/core.ts';
import { carrier } from '../support/files.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const PUBLIC = 'https://recert.example';

/** Ana, and the file she asked for with the link that leads to it. */
async function exported(): Promise<{ person: Talk; id: string; link: string; bytes: Uint8Array }> {
  const { adapter, files } = carrier(() => ({ kind: 'waiting', message: '1', for: 'link' }));
  const person = talk({ store: world.store, adapters: [adapter], publicUrl: PUBLIC });
  await addCertification(person, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  await logCredits(person, '2026-02-01', { cissp: '1.5' });
  await person.say('export');
  await person.core.idle();
  const { id, link = '', bytes } = files[0]?.file ?? { id: '', bytes: new Uint8Array() };
  return { person, id, link, bytes };
}

function fetched(url: string, { method = 'GET', at = '2026-11-23T12:00:00Z' } = {}): Promise<Response> {
  const plugin = fileRoute({ store: world.store, clock: { now: () => new Date(at) }, log: silent });
  return plugin.handle(new Request(url, { method }));
}

describe('a link to a file', () => {
  it('hands it out for a day, as a download that a browser does nothing else with', async () => {
    const { link, bytes } = await exported();
    expect(link).toMatch(/^https:\/\/recert\.example\/files\/[\w-]{44}\.[\w-]{43}$/);

    const got = await fetched(link);
    const head = await fetched(link, { method: 'HEAD' });
    const late = await fetched(link, { at: '2026-11-24T12:00:01Z' });

    expect(got.status).toBe(200);
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="recert-records-2026-11-23.csv"',
      'content-length': String(bytes.byteLength),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'text/csv; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([
      200,
      '',
      String(bytes.byteLength),
    ]);
    expect([late.status, await late.text()]).toEqual([404, expect.stringContaining('not good any more')]);
  });

  it('leads nowhere when anything of it is changed, and makes no workspace of a guess', async () => {
    const { link } = await exported();
    const [address = '', secret = ''] = link
      .split('.')
      .slice(-2)
      .map((part) => part.replace('example/files/', ''));
    const other = await exported();
    const before = (await world.store.directory.workspaces()).length;
    const guesses = [
      `${address}.${'A'.repeat(43)}`,
      `${address}.${other.link.split('.').at(-1)}`,
      `${'A'.repeat(44)}.${secret}`,
      `${address}.${secret}x`,
      address,
      '',
      '../../healthz',
      `${address}.${secret}/..`,
    ];

    for (const guess of guesses)
      expect([guess, (await fetched(`${PUBLIC}/files/${guess}`)).status]).toEqual([guess, 404]);
    expect((await world.store.directory.workspaces()).length).toBe(before);
    expect((await fetched(link)).status).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('is not for %s', async (method) => {
    const answer = await fetched(`${PUBLIC}/files/x`, { method });

    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('keeps of its secret nothing that could be used', async () => {
    const { link, id } = await exported();
    const rows = await world.store.orm.em.fork().execute('select * from pending_file where file_id = ?', [id]);

    expect(JSON.stringify(rows)).not.toContain(link.split('.').at(-1));
  });
});

describe('a file that waits', () => {
  const who = ({ options }: Talk): Identity => ({ platform: 'slack', tenant: options.tenant, user: 'ana' });

  it('is handed to one taker at a time, given back after a failure, and deleted when it arrived', async () => {
    const { person, id } = await exported();
    const { core } = person;
    const kinds = async () => (await core.claimFile(who(person), id)).kind;

    expect([await kinds(), await kinds()]).toEqual(['file', 'busy']);
    await core.recordFileOutcome(who(person), id, 'failed');
    expect(await kinds()).toBe('file');
    await core.recordFileOutcome(who(person), id, 'delivered');
    expect(await kinds()).toBe('gone');
  });

  it('is handed out again when its taker was not heard of any more', async () => {
    const { person, id } = await exported();
    await person.core.claimFile(who(person), id);
    const clock = { now: () => new Date('2026-11-23T12:02:01Z') };
    const core = patientCore({ store: world.store, catalogue: loadCatalogue(), clock, log: silent });

    expect((await core.claimFile(who(person), id)).kind).toBe('file');
  });

  it.each(['', 'x', "'; drop table pending_file", '00000000-0000-4000-8000-000000000000'])(
    'is not there under the name %j',
    async (id) => {
      const { person } = await exported();

      expect((await person.core.claimFile(who(person), id)).kind).toBe('gone');
      await expect(person.core.recordFileOutcome(who(person), id, 'unwanted')).resolves.toBeUndefined();
    },
  );
});
