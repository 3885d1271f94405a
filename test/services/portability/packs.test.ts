import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { Card } from '../../../src/chat/card.ts';
import { runsOf } from '../../../src/chat/text.ts';
import { verifyDocument } from '../../../src/operator/verify-document.ts';
import { packRoute } from '../../../src/services/portability/pack-route.ts';
import { packEntries } from '../../../src/signing/check-pack.ts';
import { type AuditedTeam, auditedTeam } from '../../support/audited-team.ts';
import { cardOf, formOf, logCredits, silent, type Talk, textOf } from '../../support/conversation.ts';
import { aFile, aPdf } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const BASE = 'https://recert.example.org';
const folder = mkdtempSync(join(tmpdir(), 'packs-'));
afterAll(() => rmSync(folder, { recursive: true }));

let team: AuditedTeam;
beforeEach(async () => {
  team = await auditedTeam(world.store, BASE);
  const bo = team.on('2026-03-02', 'bo');
  await logCredits(bo, '2026-03-02', { cissp: '1.5' }, { title: 'Zero trust' });
  const form = formOf(await bo.say('attach last', undefined, [aFile('Zertifikat (Größe).pdf', aPdf('certificate'))]));
  cardOf(await bo.send(form, { proofForm: 'certificate' }));
});

const at = (day: string) => ({ now: () => new Date(`${day}T13:00:00Z`) });
const door = (day: string) =>
  packRoute({ store: world.store, catalogue: loadCatalogue(), clock: at(day), log: silent });

async function madeReport(person: Talk, line = 'report team Security'): Promise<Card> {
  cardOf(await person.say(line));
  await person.core.idle();
  return team.shelf.cards.at(-1) as Card;
}

/** The link that somebody was told last. */
function toldLink(): string {
  const texts = team.shelf.cards.flatMap(({ blocks }) =>
    blocks.flatMap((one) => ('text' in one ? runsOf(one.text) : [])),
  );
  const url = texts.findLast((run) => typeof run === 'object' && 'link' in run);
  return typeof url === 'object' && 'url' in url ? url.url : '';
}

async function packedFor(answers: Readonly<Record<string, string>>, day = '2026-03-05'): Promise<string> {
  const ana = team.on(day, 'ana');
  const ready = await madeReport(ana);
  const form = formOf(await ana.press(ready, 'Evidence pack'));
  const who = form.parts.find((part) => 'name' in part && part.name === 'who');
  const options = who !== undefined && 'options' in who ? who.options : [];
  const named = options.find(({ label }) => label === answers.who)?.value ?? 'outsider';
  cardOf(await ana.send(form, { ...answers, who: named }));
  await ana.core.idle();
  return toldLink();
}

async function fetched(url: string, day: string, method = 'POST'): Promise<Response> {
  return door(day).handle(new Request(url, { method }));
}

async function unpacked(
  answer: Response,
): Promise<{ readonly path: string; readonly files: ReadonlyMap<string, Buffer> }> {
  const path = join(folder, `${createHash('sha256').update(String(Math.random())).digest('hex')}.zip`);
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  const files = new Map<string, Buffer>();
  for await (const { name, bytes } of packEntries(path)) files.set(name, bytes);
  return { path, files };
}

async function packActs(): Promise<readonly string[]> {
  return world.store.inWorkspace(team.workspaceId, async ({ audit, people }) => {
    const everybody = await people.all();
    const found = await Promise.all(everybody.map(({ personId }) => audit.historyOf(personId)));
    return found.flatMap((entries, which) =>
      entries.filter(({ what }) => what === 'pack').map(() => everybody[which]?.name ?? ''),
    );
  });
}

describe('an evidence pack', () => {
  it('has the report, its table, and every proof by the name of its record; whole, and verified as such', async () => {
    const url = await packedFor({ who: 'Me', days: '7' });
    const answer = await fetched(url, '2026-03-06');
    const { path, files } = await unpacked(answer);
    const keys = (await world.store.signingKeys.all()).map(({ publicPem }) => publicPem);
    const csv = files.get('recert-report-security-2026-03-05.csv')?.toString('utf8') ?? '';
    const [proof = ''] = [...files.keys()].filter((name) => name.startsWith('proofs/'));

    expect(answer.headers.get('content-disposition')).toContain('recert-report-security-2026-03-05.zip');
    expect([...files.keys()].sort()).toEqual([
      'MANIFEST.sha256',
      proof,
      'recert-report-security-2026-03-05.csv',
      'recert-report-security-2026-03-05.pdf',
    ]);
    expect(proof).toMatch(/^proofs\/[0-9a-f-]{36}_1_Zertifikat_Größe_\.pdf$/u);
    expect(csv).toContain(proof.slice(7, 43));
    expect(files.get(proof)).toEqual(aPdf('certificate'));
    expect((await verifyDocument(path, keys)).isWhole).toBe(true);
  });

  it('is fetched by its button alone, and each download is in the log', async () => {
    const url = await packedFor({ who: 'Me', days: '7' });
    const page = await fetched(url, '2026-03-06', 'GET');
    const html = await page.text();
    const before = await packActs();
    await (await fetched(url, '2026-03-06')).arrayBuffer();
    await (await fetched(url, '2026-03-07')).arrayBuffer();

    expect(page.status).toBe(200);
    expect(html).toContain(`<form method="post" action="${new URL(url).pathname}">`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(before).toEqual([]);
    expect(await packActs()).toEqual(['ana', 'ana']);
  });

  it('comes to an auditor here alone, and not to whoever made it', async () => {
    const url = await packedFor({ who: 'rui', days: '2' });
    await (await fetched(url, '2026-03-06')).arrayBuffer();

    expect(team.shelf.cards.at(-1)?.title).toBe('Audit report of Team Security: Evidence pack');
    expect(await packActs()).toEqual(['rui']);
  });

  it('for somebody outside is passed on, and their name is kept with how often it was fetched', async () => {
    const url = await packedFor({ who: 'External person (I’ll send the link)', outsider: 'Dr. Vera Prüf', days: '1' });
    await (await fetched(url, '2026-03-05')).arrayBuffer();

    expect(JSON.stringify(team.shelf.cards.at(-1))).toContain('share it only with Dr. Vera Prüf');
    expect(await packActs()).toEqual(['ana']);
    expect(JSON.stringify(formOf(await team.on('2026-03-05', 'ana').say('pack')))).toContain(
      'Earlier link for Dr. Vera Prüf: valid until 6 Mar 2026, downloaded 1 time.',
    );
  });

  it.each([
    ['that ran out', (url: string) => url, '2026-03-08'],
    ['with another secret', (url: string) => `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`, '2026-03-05'],
    ['of nothing', () => `${BASE}/packs/x`, '2026-03-05'],
  ])('has no link %s', async (_name, change, day) => {
    const url = change(await packedFor({ who: 'Me', days: '2' }));

    for (const method of ['GET', 'POST', 'HEAD']) {
      const answer = await fetched(url, day, method);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('text/html');
    }
    expect(await packActs()).toEqual([]);
  });

  it('makes no workspace for whoever guesses', async () => {
    const guess = randomUUID();
    const packed = Buffer.from(guess.replaceAll('-', ''), 'hex').toString('base64url');
    const answer = await fetched(`${BASE}/packs/${packed}${packed}.${'A'.repeat(43)}`, '2026-03-05');

    expect([answer.status, await world.store.directory.has(guess)]).toEqual([404, false]);
    const rows = await world.store.orm.em.fork().execute('select 1 from workspace where workspace_id = ?', [guess]);
    expect(rows).toEqual([]);
  });

  it.each([
    ['whoever made it', 'ana'],
    ['whom it is for', 'rui'],
  ])('is withdrawn by %s', async (_name, user) => {
    const url = await packedFor({ who: 'rui', days: '2' });
    const card = team.shelf.cards.at(-1) as Card;
    const stranger = await team.on('2026-03-05', 'eve').press(card, 'Revoke link');
    const before = (await fetched(url, '2026-03-05', 'GET')).status;
    await team.on('2026-03-05', user).press(card, 'Revoke link');

    expect(textOf(stranger)).toContain('This link no longer exists');
    expect([before, (await fetched(url, '2026-03-05')).status]).toEqual([200, 404]);
  });

  it('is gone with everything of whoever it speaks of', async () => {
    const url = await packedFor({ who: 'Me', days: '7' });
    const bo = team.on('2026-03-05', 'bo');
    cardOf(await bo.send(formOf(await bo.say('erase')), { word: 'ERASE' }));

    expect((await fetched(url, '2026-03-05')).status).toBe(404);
  });

  it('asks again beside the field what is wrong', async () => {
    const ana = team.on('2026-03-05', 'ana');
    await madeReport(ana);
    const form = formOf(await ana.say('pack'));
    const again = formOf(await ana.send(form, { who: 'outsider', days: '31' }));

    expect(Object.keys(again.errors ?? {}).sort()).toEqual(['days', 'outsider']);
    expect(again.answers).toMatchObject({ who: 'outsider', days: '31' });
  });

  it('is not to be had of the report of somebody else, nor of a team one does not lead any more', async () => {
    const ana = team.on('2026-03-05', 'ana');
    const ready = await madeReport(ana);
    const stranger = await team.on('2026-03-05', 'eve').press(ready, 'Evidence pack');
    await world.store.inWorkspace(team.workspaceId, async (data) => {
      data.audit.actAs('operator', at('2026-03-05').now());
      const [bo] = (await data.people.all()).filter(({ name }) => name === 'bo');
      await data.teams.setMembers(
        team.teamId,
        [{ personId: bo?.personId ?? '', isManager: true }],
        at('2026-03-05').now(),
      );
    });
    const former = await ana.press(ready, 'Evidence pack');

    expect(textOf(stranger)).toContain('no longer available');
    expect(textOf(former)).toContain('Only the team’s managers and auditors');
  });

  it('is brought as a file where there is no address for a link', async () => {
    team = await auditedTeam(world.store);
    const rui = team.on('2026-03-05', 'rui');
    const ready = await madeReport(rui, 'report mine');
    cardOf(await rui.send(formOf(await rui.press(ready, 'Evidence pack'))));
    await rui.core.idle();

    expect(team.shelf.last('.zip').name).toBe('recert-report-2026-03-05.zip');
    expect(await packActs()).toEqual(['rui']);
  });
});

describe('everything about oneself', () => {
  it('comes as one archive with tables, what another recert reads, and the files', async () => {
    const bo = team.on('2026-03-05', 'bo');
    cardOf(await bo.say('export mine'));
    await bo.core.idle();
    const path = join(folder, 'mine.zip');
    writeFileSync(path, team.shelf.last('.zip').bytes);
    const files = new Map<string, Buffer>();
    for await (const { name, bytes } of packEntries(path)) files.set(name, bytes);
    const content = JSON.parse(files.get('recert.json')?.toString('utf8') ?? '{}');

    expect([...files.keys()].map((name) => name.replace(/_.*/u, ''))).toEqual([
      'records.csv',
      'recert.json',
      expect.stringMatching(/^proofs\//u),
      'MANIFEST.sha256',
    ]);
    expect(content).toMatchObject({
      format: 'recert export 1',
      person: { name: 'bo' },
      teams: [{ name: 'Security', isManager: false }],
      certifications: [{ certification: 'cissp', cycles: [{ starts: '2025-01-01', ends: '2027-12-31' }] }],
      records: [
        {
          title: 'Zero trust',
          claims: [{ certification: 'cissp', cycle: '2025-01-01', parts: [{ credits: 150 }] }],
          proofs: [{ form: 'certificate', name: 'Zertifikat (Größe).pdf' }],
        },
      ],
    });
  });
});
