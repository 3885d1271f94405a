import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { exportPace } from '../../src/operator/export-pace.ts';
import { findMember } from '../../src/operator/named-workspace.ts';
import { affectedBy, certificationIn, importRuleFile, readRuleFile } from '../../src/operator/rules.ts';
import type { WorkspaceData } from '../../src/store/store.ts';
import { addCertification, talk, textOf } from '../support/conversation.ts';
import { asOperator, openStore } from '../support/store.ts';

const world = openStore();
const folder = mkdtempSync(join(tmpdir(), 'recert-rules-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CISSP = JSON.stringify(loadCatalogue().fileOf('cissp'), null, 2);

function fileWith(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a rule file', () => {
  it('is refused with the line and the field of what is wrong', () => {
    const wrong = CISSP.replace('"value": "120"', '"value": 120');
    const line = wrong.split('\n').findIndex((text) => text.includes('"value": 120')) + 1;
    const path = fileWith('wrong.json', wrong);

    expect(() => readRuleFile(path, [])).toThrow(
      `${path}:${line}: cissp: renewal.requirements.0.amount.value must be an amount in quotes`,
    );
    expect(() => readRuleFile(fileWith('broken.json', '{'), [])).toThrow("broken.json isn't valid JSON");
  });

  it('is taken when it fits', () => {
    expect(readRuleFile(fileWith('good.json', CISSP), []).code).toBe('cissp');
  });
});

it('says whom a change of rules affects, figure by figure', async () => {
  const ana = talk({ store: world.store });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  await addCertification(ana, 'cisa', { start: '2025-01-01', end: '2027-12-31' });
  const before = certificationIn(fileWith('old.json', CISSP));
  const after = certificationIn(fileWith('new.json', CISSP.replace('"value": "120"', '"value": "150"')));
  const workspaceId = await world.store.directory.workspaceOf('slack', ana.options.tenant, new Date());

  const affected = await world.store.inWorkspace(workspaceId, (data) =>
    affectedBy(data, { before, after }, day('2026-11-23')),
  );

  expect(affected).toEqual([
    {
      person: 'ana',
      certification: 'cissp',
      changes: [{ requirement: 'total', figure: 'required', before: 12000, after: 15000 }],
    },
  ]);
});

describe('rules of a workspace’s own', () => {
  const ours = { ...JSON.parse(CISSP), code: 'our-own', short: 'Our Own', name: 'Our Own Certification', aliases: [] };

  async function ownWorkspace(user: string, role: 'member' | 'admin') {
    const who = talk({ store: world.store, user });
    await who.say('help');
    const workspaceId = await world.store.directory.workspaceOf('slack', who.options.tenant, new Date());
    const work = <T>(run: (data: WorkspaceData) => Promise<T>) => asOperator(world.store, workspaceId, run);
    const member = await work((data) => findMember(user, data));
    await work(({ people }) => people.setRole(member.personId, role));
    return { who, work, member };
  }

  it('are refused where another own one has the word, and from who is no admin', async () => {
    const { work, member } = await ownWorkspace('adele', 'admin');
    const twin = { ...ours, code: 'our-twin' };
    const bring = (name: string, content: object, by = member) =>
      work((data) => importRuleFile(data, fileWith(name, JSON.stringify(content)), { admin: by, now: new Date() }));

    expect(await bring('ours.json', ours)).toBe('our-own');
    await expect(bring('twin.json', twin)).rejects.toThrow('must find one certification');
    const plain = await ownWorkspace('bo', 'member');
    const refused = plain.work((data) =>
      importRuleFile(data, fileWith('b.json', JSON.stringify(ours)), { admin: plain.member, now: new Date() }),
    );
    await expect(refused).rejects.toThrow("bo isn't an admin");
  });

  it('that do not fit any more are left out, and the workspace goes on', async () => {
    const { who, work, member } = await ownWorkspace('adele', 'admin');
    const stale = { ...ours, code: 'stale', short: 'CISA' };
    await work(({ customRules: rules }) => rules.save({ code: 'stale', content: stale }, member.personId, new Date()));
    await work(({ customRules: rules }) =>
      rules.save({ code: 'broken', content: { code: 'broken' } }, member.personId, new Date()),
    );
    await work(({ customRules: rules }) => rules.save({ code: 'our-own', content: ours }, member.personId, new Date()));

    expect(textOf(await who.say('rules our own'))).toContain('Our Own Certification');
    expect(textOf(await who.say('rules cisa'))).toContain('Certified Information Systems Auditor');
  });

  it('stand in the figures for scripts too', async () => {
    const { who, work, member } = await ownWorkspace('adele', 'admin');
    await work((data) =>
      importRuleFile(data, fileWith('ours2.json', JSON.stringify(ours)), { admin: member, now: new Date() }),
    );
    await addCertification(who, 'our-own', { start: '2025-01-01', end: '2027-12-31' });

    const figures = await work((data) =>
      exportPace(data, { catalogue: loadCatalogue(), now: new Date(), on: day('2026-11-23') }),
    );

    expect(figures.holdings.map(({ certification }) => certification)).toEqual(['our-own']);
  });
});
