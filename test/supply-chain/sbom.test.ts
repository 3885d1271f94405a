import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { checkLicences } from '../../supply-chain/licences.ts';
import { type LockedPackage, readProductionPackages } from '../../supply-chain/lock-file.ts';
import { cycloneDx, purlOf } from '../../supply-chain/sbom.ts';

const packages = readProductionPackages(join(import.meta.dirname, '..', '..'));
const program = { name: 'recert', version: '0.1.0', licence: 'MIT' };
const bom = cycloneDx(program, checkLicences(packages));

const text = { type: 'string', minLength: 1 };
const licences = {
  type: 'array',
  maxItems: 1,
  items: {
    oneOf: [
      {
        type: 'object',
        required: ['license'],
        additionalProperties: false,
        properties: { license: { type: 'object', required: ['id'], properties: { id: text } } },
      },
      { type: 'object', required: ['expression'], additionalProperties: false, properties: { expression: text } },
    ],
  },
};
const component = {
  type: 'object',
  required: ['type', 'name'],
  additionalProperties: false,
  properties: {
    type: { enum: ['application', 'framework', 'library', 'container', 'platform'] },
    'bom-ref': text,
    group: text,
    name: text,
    version: { type: 'string', maxLength: 1024 },
    purl: { type: 'string', pattern: '^pkg:npm/(?:%40[^/@]+/)?[^/@]+@[^/@]+$' },
    licenses: licences,
    hashes: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['alg', 'content'],
        additionalProperties: false,
        properties: {
          alg: { enum: ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] },
          content: { type: 'string', pattern: '^([a-f0-9]{40}|[a-f0-9]{64}|[a-f0-9]{96}|[a-f0-9]{128})$' },
        },
      },
    },
  },
};
/** The part of the schema of CycloneDX 1.6 that is used here. */
const schema = {
  type: 'object',
  required: ['bomFormat', 'specVersion', 'version', 'components'],
  additionalProperties: false,
  properties: {
    $schema: { const: 'http://cyclonedx.org/schema/bom-1.6.schema.json' },
    bomFormat: { const: 'CycloneDX' },
    specVersion: { const: '1.6' },
    version: { type: 'integer', minimum: 1 },
    metadata: { type: 'object', additionalProperties: false, properties: { component } },
    components: { type: 'array', uniqueItems: true, items: component },
  },
};

describe('the bill of materials', () => {
  it('fits the schema of CycloneDX 1.6, and names each component once', () => {
    const validate = new Ajv({ strict: false }).compile(schema);
    const refs = bom.components.map((one) => one['bom-ref']);

    expect([validate(bom), validate.errors]).toEqual([true, null]);
    expect(new Set(refs).size).toBe(refs.length);
  });

  it('has each production package of the lock file with its hash', () => {
    const hashes = bom.components.map(({ hashes: [hash] }) =>
      Buffer.from(hash?.content ?? '', 'hex').toString('base64'),
    );

    expect(packages.length).toBeGreaterThan(400);
    expect(hashes).toEqual(packages.map(({ integrity }) => integrity.replace(/^sha\d+-/u, '')));
  });

  it('is the same each time', () => {
    expect(JSON.stringify(cycloneDx(program, checkLicences(packages)))).toBe(JSON.stringify(bom));
  });

  it('refuses a hash that it doesn’t know', () => {
    const odd: LockedPackage = { name: 'a', version: '1', integrity: 'md5-AAAA', licence: 'MIT', paths: [] };

    expect(() => cycloneDx(program, checkLicences([odd]))).toThrow('a has a hash that CycloneDX doesn');
  });
});

it.each([
  ['zod', '4.6.7', 'pkg:npm/zod@4.6.7'],
  ['@slack/bolt', '5.1.0', 'pkg:npm/%40slack/bolt@5.1.0'],
  ['a', '1.0.0+build', 'pkg:npm/a@1.0.0%2Bbuild'],
])('the package URL of %s %s is %s', (name, version, purl) => {
  expect(purlOf({ name, version })).toBe(purl);
});
