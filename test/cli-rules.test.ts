import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../src/catalogue/index.ts';
import { affectedBy, certificationIn, readRuleFile } from '../src/cli-rules.ts';
import { day } from '../src/domain/calendar.ts';
import { openStore } from './support/store.ts';
import { addCertification, talk } from './support/talk.ts';

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

    expect(() => readRuleFile(path)).toThrow(
      `${path}:${line}: cissp: renewal.requirements.0.amount.value must be an amount in quotes`,
    );
    expect(() => readRuleFile(fileWith('broken.json', '{'))).toThrow('broken.json is not JSON');
  });

  it('is taken when it fits', () => {
    expect(readRuleFile(fileWith('good.json', CISSP)).code).toBe('cissp');
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
