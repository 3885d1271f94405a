import Papa from 'papaparse';
import { beforeEach, expect, it } from 'vitest';
import { type AuditedTeam, auditedTeam } from '../../support/audited-team.ts';
import { addCertification, cardOf, formOf, logCredits, type Talk, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

let team: AuditedTeam;
beforeEach(async () => {
  team = await auditedTeam(world.store);
});

async function reportOf(person: Talk) {
  cardOf(await person.say('report mine'));
  await person.core.idle();
  const csv = Buffer.from(team.shelf.last('.csv').bytes).toString('utf8');
  const html = Buffer.from(team.shelf.last('.pdf').bytes).toString('utf8');
  return { html, rows: Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/u, ''), { header: true }).data };
}

async function state(person: Talk, answers: Readonly<Record<string, string>>): Promise<void> {
  cardOf(await person.send(formOf(await person.say('edit cissp --opening')), answers));
}

it('has a row, a line and an exception for what is stated, not itemised', async () => {
  const bo = team.on('2026-03-05', 'bo');
  await logCredits(bo, '2026-02-01', { cissp: '5' }, { 'category.cissp': 'group-a' });
  await state(bo, { 'opening.2.day': '2026-03-01', 'opening.2.credits.group-a': '20' });

  const { html, rows } = await reportOf(bo);

  expect(html).toContain('Earned before recert (stated, not itemised)');
  expect(html).toContain('5 of 20 stated are covered by records, which count instead');
  expect(html).toMatch(/Stated, not itemised[\s\S]*CISSP: 15 CPE, not accepted yet/u);
  expect(rows[0]).toMatchObject({
    Title: 'Earned before recert (stated, not itemised)',
    Category: 'Group A',
    'Credits claimed': '20',
    'Record counted': '15',
    'Portal status': 'not entered in the portal',
  });
  expect(textOf(await bo.say('debt'))).toContain('CISSP: Stated, not itemised');
});

it('has no exception for what the portal shows as accepted', async () => {
  const bo = team.on('2026-03-05', 'bo');
  await state(bo, { 'opening.2.credits.group-a': '20', 'opening.2.accepted': 'yes' });

  const { html, rows } = await reportOf(bo);

  expect(html).not.toContain('not accepted yet');
  expect(rows[0]).toMatchObject({ 'Record counted': '20', 'Portal status': 'accepted in the portal' });
});

it('says by which certification one was renewed, and asks nothing of it', async () => {
  const bo = team.on('2026-03-05', 'bo');
  await addCertification(bo, 'security-plus', { start: '2024-02-08', end: '2027-02-07' });
  await addCertification(bo, 'cysa-plus', { start: '2025-08-14', end: '2028-08-13' });
  await bo.send(formOf(await bo.say('edit cysa-plus')), { certifiedOn: '2025-08-14' });

  const { html } = await reportOf(bo);

  expect(html).toContain('renewed by CySA+ on 14 Aug 2025, valid until 13 Aug 2028');
  expect(html).toContain('Nothing is due in this cycle');
});
