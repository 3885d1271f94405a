import Papa from 'papaparse';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { NoBrowser } from '../../../src/printer/browser.ts';
import { makeReports } from '../../../src/services/reports/make-report.ts';
import { parseSignatureLine } from '../../../src/signing/sign-document.ts';
import { type AuditedTeam, auditedTeam, printed } from '../../support/audited-team.ts';
import { cardOf, formOf, logCredits, silent, type Talk, talk, textOf } from '../../support/conversation.ts';
import { asOperator, openStore } from '../../support/store.ts';

const world = openStore();

let team: AuditedTeam;
beforeEach(async () => {
  team = await auditedTeam(world.store);
});

async function reported(
  person: Talk,
  line: string,
): Promise<{ readonly html: string; readonly hash: string; readonly csv: string }> {
  cardOf(await person.say(line));
  await person.core.idle();
  const csv = Buffer.from(team.shelf.last('.csv').bytes).toString('utf8');
  const html = Buffer.from(team.shelf.last('.pdf').bytes).toString('utf8');
  return { html, csv, hash: parseSignatureLine(csv.trimEnd().split('\r\n').at(-1) ?? '')?.contentHash ?? '' };
}

/** What the log has of a subject, by what was done and who did it. */
async function acts(subject: string) {
  const entries = await world.store.inWorkspace(team.workspaceId, ({ audit }) => audit.historyOf(subject));
  return entries.map(({ what, why }) => `${what} ${why}`.trim());
}

describe('a report of a team', () => {
  it('is brought to who leads it, with every field of a record', async () => {
    const proof = { provider: 'SANS', link: 'https://sans.example/c', proofForm: 'certificate', duration: '90m' };
    await logCredits(team.on('2026-03-02', 'bo'), '2026-03-02', { cissp: '1.5' }, { title: 'Zero trust', ...proof });

    const { html, csv } = await reported(team.on('2026-03-05', 'ana'), 'report team Security');
    const [row] = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/u, ''), { header: true }).data;

    expect(html).toContain('Team Security');
    expect(html).toMatch(
      /Zero trust[\s\S]*SANS[\s\S]*2 Mar 2026 · Course or training · 1 h 30 min[\s\S]*entered on 2 Mar 2026 by themselves/u,
    );
    expect(row).toMatchObject({
      ...{
        Person: 'bo',
        Certification: 'CISSP',
        'Cycle start': '2025-01-01',
        'Credits claimed': '1.5',
        Title: 'Zero trust',
      },
      ...{
        'Record counted': '1.5',
        'Proof link': 'https://sans.example/c',
        'Portal status': 'not entered in the portal',
      },
    });
  });

  it('tells people of one name apart by their handle', async () => {
    await asOperator(world.store, team.workspaceId, async ({ people }) => {
      const twin = { platform: 'slack', tenant: 'twins', user: 'twin' };
      await people.join(twin, { name: 'Bo', zone: 'UTC', locale: null, role: 'member' }, new Date());
      const [bo] = (await people.withIdentities()).filter(({ name }) => name === 'bo');
      if (bo !== undefined) await people.saveHandle(bo, 'bo@example.org');
    });

    const { html, csv } = await reported(team.on('2026-03-05', 'ana'), 'report team Security');

    expect(html).toMatch(/<bdi>bo \([^<]*bo@example\.org\)<\/bdi>/u);
    expect(html).toContain('<bdi>ana</bdi>');
    expect(csv).not.toMatch(/^bo,/mu);
  });

  it('shows how far it is by changing one message, and says at last by which code it is known', async () => {
    const { hash } = await reported(team.on('2026-03-05', 'ana'), 'report team Security');
    const titles = team.shelf.cards.map(({ title }) => title);

    expect(titles).toEqual([
      'Audit report: Reading the log …',
      'Audit report: Creating the PDF …',
      'Audit report: Signing and sending …',
      'Audit report of Team Security: ready',
    ]);
    expect(JSON.stringify(team.shelf.cards.at(-1))).toContain(hash.slice(0, 4));
  });

  it('is for auditors too, and everybody in it sees who looked', async () => {
    await reported(team.on('2026-03-05', 'rui'), 'report team Security');
    const accessNote = textOf(await team.on('2026-03-06', 'bo').say('looks'));

    expect(accessNote).toContain('rui');
    expect(accessNote).toContain('audit report of your team');
  });

  it.each([
    ['bo', 'report team Security'],
    ['eve', 'report team Security'],
    ['eve', 'report security'],
  ])('is refused to %s in words, and the log has it: %s', async (user, line) => {
    const reply = textOf(await team.on('2026-03-05', user).say(line));

    expect(reply).toContain('Only the team’s managers and auditors can get this report.');
    expect(await acts(team.teamId)).toContain('refuse report');
    expect(team.shelf.files).toEqual([]);
  });

  it('is refused to who leads another team, as if there were none', async () => {
    await asOperator(world.store, team.workspaceId, async ({ teams, people }) => {
      const eve = (await people.all()).find(({ name }) => name === 'eve')?.personId ?? '';
      const id = (await teams.add('Others', new Date('2026-03-01T13:00:00Z'))) ?? '';
      await teams.setMembers(id, [{ personId: eve, isManager: true }], new Date('2026-03-01T13:00:00Z'));
      await people.setRole(eve, 'manager');
    });

    expect(textOf(await team.on('2026-03-05', 'eve').say('report team Security'))).toContain(
      'Only the team’s managers',
    );
    expect(textOf(await team.on('2026-03-05', 'eve').say('report team Nowhere'))).toContain('Others');
    expect(await acts(team.teamId)).toContain('refuse report');
  });
});

describe('as of a day', () => {
  it('says the same whatever is done later, in both languages', async () => {
    await logCredits(
      team.on('2026-03-02', 'bo'),
      '2026-03-02',
      { cissp: '1.5' },
      { title: 'Zero trust', provider: 'SANS' },
    );
    await logCredits(team.on('2026-03-02', 'bo'), '2026-02-20', { cissp: '2' }, { title: 'Threat modelling' });
    const first = await reported(team.on('2026-03-05', 'ana'), 'report team Security --as-of 2026-03-03');

    const later = team.on('2026-03-10', 'bo');
    const shown = cardOf(await later.say('show zero trust'));
    await later.send(formOf(await later.press(shown, 'Edit')), {
      title: 'Zero trust, corrected',
      'credits.cissp': '9',
    });
    await later.press(cardOf(await later.say('show threat modelling')), 'Delete');
    await asOperator(world.store, team.workspaceId, async ({ teams, people, customRules: rules }) => {
      const all = new Map((await people.all()).map(({ name, personId }) => [name, personId]));
      const ana = { personId: all.get('ana') ?? '', isManager: true };
      await teams.setMembers(team.teamId, [ana, { personId: all.get('eve') ?? '', isManager: false }], new Date());
      await people.setRole(all.get('ana') ?? '', 'admin');
      await rules.save({ code: 'cissp', content: {} }, ana.personId, new Date());
    });
    const again = await reported(team.on('2026-04-01', 'ana', 'de-DE'), 'report team Security --as-of 2026-03-03');
    const now = await reported(team.on('2026-04-01', 'ana'), 'report team Security');

    expect(again.hash).toBe(first.hash);
    expect(again.html).toContain('Threat modelling');
    expect(again.html).not.toContain('corrected');
    expect(now.hash).not.toBe(first.hash);
    expect(now.html).toContain('eve');
    expect(now.html).not.toContain('Threat modelling');
  });

  it('is the same report when only its summary is printed', async () => {
    await logCredits(team.on('2026-03-02', 'bo'), '2026-03-02', { cissp: '1.5' }, { title: 'Zero trust' });
    const line = 'report team Security --as-of 2026-03-03';
    const full = await reported(team.on('2026-03-05', 'ana'), line);
    const short = await reported(team.on('2026-03-05', 'ana'), `${line} --summary`);
    const byForm = await team.on('2026-03-05', 'ana').say('report');

    expect([short.hash, short.csv.split('\r\n')[1]]).toEqual([full.hash, full.csv.split('\r\n')[1]]);
    expect([full.html.includes('id="person-1"'), short.html.includes('id="person-1"')]).toEqual([true, false]);
    expect(formOf(byForm).answers).toMatchObject({ content: 'full' });
  });

  it('says another thing where one record is another', async () => {
    const before = await reported(team.on('2026-03-05', 'ana'), 'report team Security --as-of 2026-03-01');
    await logCredits(team.on('2026-03-06', 'bo'), '2026-03-01', { cissp: '1' });

    const same = await reported(team.on('2026-03-07', 'ana'), 'report team Security --as-of 2026-03-01');
    const other = await reported(team.on('2026-03-07', 'ana'), 'report team Security --as-of 2026-03-06');

    expect(same.hash).toBe(before.hash);
    expect(other.hash).not.toBe(before.hash);
  });
});

describe('what an auditor asks about', () => {
  it('stands on pages of its own: no proof, doubles, cuts, late and changed afterwards', async () => {
    const bo = team.on('2026-03-02', 'bo');
    await logCredits(bo, '2025-02-01', { cissp: '1' }, { title: 'Long ago', provider: 'SANS' });
    await logCredits(bo, '2026-03-01', { cissp: '1' }, { title: 'Cloud security day', provider: 'SANS' });
    await asOperator(world.store, team.workspaceId, async ({ activities, people, holdings }) => {
      const personId = (await people.all()).find(({ name }) => name === 'bo')?.personId ?? '';
      const [ownHoldings] = await holdings.of(personId);
      const claim = { holdingId: ownHoldings?.holding.holdingId ?? '', cycleId: ownHoldings?.cycles[0]?.cycleId ?? '' };
      const twin = {
        personId,
        title: 'Cloud security day',
        provider: 'SANS',
        kind: 'course',
        delivery: '',
        description: '',
      } as const;
      const on = '2026-03-01' as never;
      await activities.add(
        { ...twin, starts: on, ends: on, claims: [{ ...claim, parts: [{ category: 'group-a', credits: 100 }] }] },
        new Date('2026-03-02T12:00:00Z'),
      );
    });

    const { html } = await reported(team.on('2026-03-05', 'ana'), 'report team Security');
    const pages = html.slice(html.indexOf('id="exceptions"'), html.indexOf('id="method"'));

    expect(pages).toContain('Missing or unaccepted proof');
    expect(pages).toContain('same title and dates');
    expect(pages).toMatch(/Entered late[\s\S]*Long ago/u);
  });
});

describe('what was asked wrongly', () => {
  it.each([
    ['report mine --as-of soonish', '“soonish” isn’t a valid date'],
    ['report mine --as-of 2027-01-01', 'is in the future'],
    ['report mine --as-of 2020-01-01', 'There’s no data for 1 Jan 2020'],
    ['report mine --period lately', '“lately” isn’t a valid period'],
    ['report mine --period 2026-03-01..2026-01-01', 'isn’t a valid period'],
    ['report mine --cert cisspp', '“cisspp” can mean 4 certifications. Which one?'],
    ['report mine --paper a0', 'isn’t a supported paper size'],
    ['report mine please', 'Type “report mine”'],
  ])('is answered in words: %s', async (line, stated) => {
    expect(textOf(await team.on('2026-03-05', 'bo').say(line))).toContain(stated);
    expect(team.shelf.files).toEqual([]);
  });

  it('stands beside the fields of the form, and nothing that was chosen is lost', async () => {
    const ana = team.on('2026-03-05', 'ana');
    const form = formOf(await ana.say('report'));
    const sent = formOf(await ana.send(form, { scope: team.teamId, on: '2027-01-01', from: '2026-01-01' }));

    expect(sent.errors).toMatchObject({
      on: expect.stringContaining('is in the future'),
      until: 'One date is missing. Enter both dates or none.',
    });
    expect(sent.answers).toMatchObject({ scope: team.teamId, on: '2027-01-01', from: '2026-01-01' });
  });

  it('is made by the form as by the line', async () => {
    const ana = team.on('2026-03-05', 'ana');
    await ana.send(formOf(await ana.say('report')), { scope: team.teamId, on: '2026-03-03' });
    await ana.core.idle();
    const byForm = parseSignatureLine(
      Buffer.from(team.shelf.last('.csv').bytes).toString('utf8').trimEnd().split('\r\n').at(-1) ?? '',
    );

    expect(byForm?.contentHash).toBe((await reported(ana, 'report team Security --as-of 2026-03-03')).hash);
  });
});

describe('when something fails', () => {
  it('brings the table alone where no browser is found, and says so', async () => {
    const print = () => Promise.reject(new NoBrowser('No browser was found.'));
    const ana = talk({ ...team.on('2026-03-05', 'ana').options, print });
    await ana.say('report mine');
    await ana.core.idle();

    expect(team.shelf.files.map(({ name }) => name)).toEqual(['recert-report-2026-03-05.csv']);
    expect(JSON.stringify(team.shelf.cards.at(-1))).toContain('no browser was found to create it');
  });

  it('is not made of somebody who was erased meanwhile', async () => {
    const print = async (html: string) => {
      const bo = team.on('2026-03-05', 'bo');
      cardOf(await bo.send(formOf(await bo.say('erase')), { word: 'ERASE' }));
      return printed(html);
    };
    const ana = talk({ ...team.on('2026-03-05', 'ana').options, print });
    await ana.say('report team Security');
    await ana.core.idle();

    expect(team.shelf.files).toEqual([]);
    expect(JSON.stringify(team.shelf.cards.at(-1))).toContain('failed');
  });

  it('is made by whoever comes next when the one that began it has died', async () => {
    const begun = Promise.withResolvers<void>();
    const print = () => new Promise<never>(() => begun.resolve());
    await talk({ ...team.on('2026-03-05', 'ana').options, print }).say('report mine');
    await begun.promise;
    const at = (instant: string) => ({
      ...{
        store: world.store,
        catalogue: loadCatalogue(),
        log: silent,
        adapters: [team.shelf.adapter],
        print: printed,
      },
      clock: { now: () => new Date(instant) },
    });
    await makeReports(team.workspaceId, at('2026-03-05T12:02:00Z'));
    const early = team.shelf.files.length;
    await makeReports(team.workspaceId, at('2026-03-05T12:06:00Z'));

    expect([early, team.shelf.files.length]).toEqual([0, 2]);
  });
});

it('writes no formula and no markup of what people typed', async () => {
  const title = '=HYPERLINK("http://evil.example","x")<img src=x onerror=alert(1)>';
  await logCredits(team.on('2026-03-02', 'bo'), '2026-03-02', { cissp: '1' }, { title, provider: '@SUM(1)' });

  const { html, csv } = await reported(team.on('2026-03-05', 'ana'), 'report team Security');

  expect(html).not.toContain('<img');
  expect(csv).toContain(`"'=HYPERLINK(""http`);
  expect(csv).toContain("'@SUM(1)");
});
