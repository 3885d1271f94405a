import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostOf, isUnfitAddress, UNFIT_HOSTS, unfitSources } from '../../src/catalogue/hosts.ts';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { portalOf } from '../../src/catalogue/portals.ts';
import { KNOWN_HOSTS } from './known-hosts.ts';

const all = loadCatalogue().all;

describe('a host that is never shown', () => {
  it.each([
    ['a mirror', 'https://reddit.nalc.co/r/cissp/comments/alfxeb/'],
    ['any of its subdomains', 'http://rlp.achador.net/credentialing/annual-cpe-audit'],
    ['with a port, capitals and a full stop', 'https://FANYV88.com.:443/https/www.scribd.com/document/1'],
    ['a proxy', 'https://reading.serenaabinusa.workers.dev/certification'],
    ['a deployment', 'https://production-comptiawebsite.azurewebsites.net/policy'],
    ['none at all', 'not an address'],
  ])('is %s', (_name, address) => {
    expect(isUnfitAddress(address)).toBe(true);
  });

  it.each([
    ['the body’s own', 'https://www.isc2.org/policies-procedures/member-policies'],
    ['whose name only ends alike', 'https://notgithub.com/handbook'],
    ['named in the path alone', 'https://example.org/reddit.nalc.co'],
  ])('is not one %s', (_name, address) => {
    expect(isUnfitAddress(address)).toBe(false);
  });

  it('stands once in the list, in lower case', () => {
    const hosts = Object.values(UNFIT_HOSTS).flat();

    expect(hosts.length).toBe(new Set(hosts).size);
    expect(hosts.filter((host) => hostOf(`https://${host}/`) !== host)).toEqual([]);
  });
});

it('no address of the catalogue is on one', () => {
  const portals = [...new Set(all.map(({ body }) => body))].flatMap((body) => portalOf(body).sources);

  expect(all.flatMap(({ code, sources }) => unfitSources(sources).map((key) => `${code} ${key}`))).toEqual([]);
  expect(portals.filter(isUnfitAddress)).toEqual([]);
});

it('every address is on a host that was judged', () => {
  const used = new Set(all.flatMap(({ sources }) => Object.values(sources)).map(hostOf));
  const known = Object.values(KNOWN_HOSTS).flat();

  expect([...used].sort()).toEqual([...known].sort());
  expect(known.filter((host) => isUnfitAddress(`https://${host}/`))).toEqual([]);
});

it.each([
  'https://readroo.st/blog/microsoft-certification-retirements-2026',
  'https://nicheelab.com/en/articles/databricks/exam-validity/',
  'https://certquests.com/news/splunk-core-certified-power-user-2026/',
  'https://www.dumpsbase.com/news/microsoft-certification-changes-2026',
  'https://gilsbar.sequoiacpe.com/EA-ce-requirements',
])('never shows %s', (address) => {
  expect(isUnfitAddress(address)).toBe(true);
});

it('the mirror of the first catalogue is named by the list alone', () => {
  const root = join(import.meta.dirname, '..', '..');
  const found = execFileSync('git', ['grep', '-l', 'reddit\\.nalc\\.co'], { cwd: root, encoding: 'utf8' });

  expect(found.trim().split('\n')).toEqual(['src/catalogue/hosts.ts', 'test/catalogue/hosts.test.ts']);
});
