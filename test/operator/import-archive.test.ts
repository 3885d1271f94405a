import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { exportPace } from '../../src/operator/export-pace.ts';
import { importArchiveFile } from '../../src/operator/import-archive.ts';
import { packEntries } from '../../src/signing/check-pack.ts';
import { newSigningKey } from '../../src/signing/sign-document.ts';
import { packOf } from '../../src/signing/write-pack.ts';
import { addCertification, cardOf, formOf, logCredits, type Talk, talk } from '../support/conversation.ts';
import { Shelf } from '../support/file-shelf.ts';
import { aFile, aPdf, workspaceOf } from '../support/records.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const catalogue = loadCatalogue();
const now = new Date('2026-03-05T12:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'taken-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Somebody with much behind them: three bodies, proof, ticks, a renewal; and everything of theirs as a file. */
async function everything(): Promise<{ readonly ana: Talk; readonly path: string }> {
  const shelf = new Shelf();
  const ana = talk({ store: world.store, today: '2026-03-05', adapters: [shelf.adapter] });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  await addCertification(ana, 'cism', { start: '2024-01-01', end: '2026-12-31' });
  await addCertification(ana, 'pmp', { start: '2025-03-01', end: '2028-02-29' });
  await logCredits(
    ana,
    '2026-03-02',
    { cissp: '1.25', cism: '1.25' },
    { title: 'Zero trust', provider: 'SANS', duration: '75m' },
  );
  await logCredits(
    ana,
    '2025-05-02',
    { cissp: '40' },
    { title: 'Conference', kind: 'conference', 'category.cissp': 'group-b' },
  );
  await logCredits(ana, '2026-01-20', { 'pmp.power-skills': '2' }, { title: 'Leading 😀 "people"; ещё' });
  const form = formOf(await ana.say('attach zero trust', undefined, [aFile('proof.pdf', aPdf('of zero trust'))]));
  cardOf(await ana.send(form, { proofForm: 'certificate', link: 'https://sans.example/1' }));
  const sheet = cardOf(await ana.say('sheet pmp'));
  cardOf(await ana.press(sheet, 'Mark as submitted'));
  cardOf(await ana.say('export mine'));
  await ana.core.idle();
  const path = join(folder, `${ana.options.tenant}.zip`);
  writeFileSync(path, shelf.last('.zip').bytes);
  return { ana, path };
}

/** Somebody who begins elsewhere. */
async function newcomer(): Promise<Talk> {
  const person = talk({ store: world.store, today: '2026-03-05', user: 'new' });
  await person.say('help');
  return person;
}

async function take(path: string, person: Talk) {
  const workspaceId = await workspaceOf(person, world.store);
  const [{ personId = '' } = {}] = await world.store.inWorkspace(workspaceId, ({ people }) => people.all());
  return importArchiveFile(
    { store: world.store, workspaceId },
    { path, personId },
    { catalogue, now, fileStore: undefined },
  );
}

/** The figures of everything somebody holds, without ids and names. */
async function figures(person: Talk): Promise<unknown> {
  const stated = await world.store.inWorkspace(await workspaceOf(person, world.store), (data) =>
    exportPace(data, { catalogue, now }),
  );
  return JSON.parse(
    JSON.stringify(stated, (name, value) =>
      ['holdingId', 'personId', 'person', 'name', 'workspace', 'id', 'entry'].includes(name) ? undefined : value,
    ),
  );
}

/** The same archive with what is in it changed. */
async function changed(
  path: string,
  change: (json: string) => string,
  files: Buffer | boolean = true,
): Promise<string> {
  const stored: { name: string; bytes: () => Promise<Uint8Array> }[] = [];
  for await (const { name, bytes } of packEntries(path)) {
    const isProof = name.startsWith('proofs/');
    if (isProof && files === false) continue;
    const proof = isProof && files instanceof Buffer ? files : bytes;
    const content = name === 'recert.json' ? Buffer.from(change(bytes.toString('utf8'))) : proof;
    stored.push({ name, bytes: async () => content });
  }
  const out = join(folder, `changed-${Math.random()}.zip`);
  writeFileSync(out, await buffer(packOf(stored, { contentHash: 'a'.repeat(64), key: newSigningKey(), at: now })));
  return out;
}

describe('everything of somebody, in another recert', () => {
  it('gives the same figures, with proof and what is in the portals; twice is as once', async () => {
    const { ana, path } = await everything();
    const there = await newcomer();

    expect(await take(path, there)).toEqual({ certifications: 3, records: 3, already: 0, files: 1, missing: 0 });
    expect(await figures(there)).toEqual(await figures(ana));
    expect(JSON.stringify(await there.say('show zero trust'))).toContain('proof.pdf');
    expect(JSON.stringify(await there.say('sheet pmi'))).toContain('submitted on 5 Mar 2026');
    expect(await take(path, there)).toMatchObject({ certifications: 0, records: 0, already: 3 });
    expect(await figures(there)).toEqual(await figures(ana));
  });

  it('leaves what is held there already as it is', async () => {
    const { path } = await everything();
    const there = await newcomer();
    await addCertification(there, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
    await logCredits(there, '2026-03-04', { cissp: '3' }, { title: 'Only here' });

    expect(await take(path, there)).toMatchObject({ certifications: 2, records: 3 });
    expect(JSON.stringify(await there.say('history'))).toContain('Only here');
  });

  it('brings answers, acts and what was carried over along', async () => {
    const { path } = await everything();
    const there = await newcomer();
    const withMore = (json: string) => {
      const own = JSON.parse(json);
      const cissp = own.certifications.find((one: { certification: string }) => one.certification === 'cissp');
      cissp.periods = { some: '2026-12-31' };
      cissp.cycles[0] = {
        ...cissp.cycles[0],
        conditions: { practising: 'yes' },
        actsDone: { exam: '2026-01-02' },
        carryOver: [{ category: 'group-a', credits: 500 }],
      };
      return JSON.stringify(own);
    };
    await take(await changed(path, withMore), there);
    const holdings = await world.store.inWorkspace(await workspaceOf(there, world.store), ({ holdings }) =>
      holdings.all(),
    );
    const cissp = holdings.find(({ holding }) => holding.certification === 'cissp');

    expect(cissp?.holding.periods).toEqual({ some: '2026-12-31' });
    expect(cissp?.cycles).toMatchObject([
      {
        conditions: { practising: 'yes' },
        actsDone: { exam: '2026-01-02' },
        carryOver: [{ category: 'group-a', credits: 500 }],
      },
    ]);
  });

  it('takes texts as a chat takes them', async () => {
    const { path } = await everything();
    const there = await newcomer();
    await take(await changed(path, (json) => json.replace('"Conference"', '" Con\\u0000fer\\u202eence "')), there);

    expect(JSON.stringify(await there.say('history'))).toContain('"Conference"');
  });

  it('takes no file that a chat would not take', async () => {
    const { path } = await everything();
    const program = Buffer.from('MZ\u0000\u0001 a program');
    const hash = createHash('sha256').update(program).digest('hex');
    const other = await changed(
      path,
      (json) => json.replace(/"sha256": "[0-9a-f]{64}"/u, `"sha256": "${hash}"`),
      program,
    );

    expect(await take(other, await newcomer())).toMatchObject({ records: 3, files: 0, missing: 1 });
  });

  it('says which files did not come', async () => {
    const { path } = await everything();

    expect(await take(await changed(path, (json) => json, false), await newcomer())).toMatchObject({
      files: 0,
      missing: 1,
    });
  });

  it.each([
    ['is not JSON', () => '{', 'isn’t valid JSON'],
    [
      'has a link that is none',
      (json: string) => json.replace('https://sans.example/1', 'javascript:alert(1)'),
      'records.0.proofs.0.link',
    ],
    ['is of another kind', (json: string) => json.replace('recert export 1', 'recert export 9'), 'format'],
    [
      'has a day that is none',
      (json: string) => json.replace('"starts": "2026-03-02"', '"starts": "2026-02-30"'),
      'records.0.starts',
    ],
    ['has credits of nothing', (json: string) => json.replace('"credits": 125', '"credits": -125'), 'credits'],
    [
      'has not happened',
      (json: string) => json.replaceAll('"2026-03-02"', '"2027-03-02"'),
      'the date is in the future',
    ],
    [
      'names a certification that nobody knows',
      (json: string) => json.replaceAll('"pmp"', '"pmq"'),
      '“pmq” isn’t in the catalogue here',
    ],
    [
      'claims in a category that is none',
      (json: string) => json.replaceAll('"power-skills"', '"knitting"'),
      'has no category “knitting” here',
    ],
    [
      'claims in a cycle that is none',
      (json: string) => json.replace('"cycle": "2025-03-01"', '"cycle": "2025-03-02"'),
      'has no cycle here that starts on 2025-03-02',
    ],
    [
      'claims twice for one certification',
      (json: string) =>
        json.replace(
          '"certification": "cism",\n          "cycle": "2024-01-01"',
          '"certification": "cissp",\n          "cycle": "2025-01-01"',
        ),
      'claims credits twice for the same certification',
    ],
    [
      'has cycles that overlap',
      (json: string) => {
        const own = JSON.parse(json);
        own.certifications[0].cycles.push({ ...own.certifications[0].cycles[0], starts: '2026-01-01' });
        return JSON.stringify(own);
      },
      'overlap',
    ],
  ])('is refused as a whole where it %s', async (_name, change, problem) => {
    const { path } = await everything();
    const there = await newcomer();

    await expect(take(await changed(path, change as (json: string) => string), there)).rejects.toThrow(problem);
    expect(await figures(there)).toEqual(await figures(await newcomer()));
  });

  it('is refused where it is no such file', async () => {
    const path = join(folder, 'other.zip');
    const pack = packOf([{ name: 'a.txt', bytes: async () => Buffer.from('a') }], {
      contentHash: 'a'.repeat(64),
      key: newSigningKey(),
      at: now,
    });
    writeFileSync(path, await buffer(pack));

    await expect(take(path, await newcomer())).rejects.toThrow('The archive has no recert.json');
  });
});
