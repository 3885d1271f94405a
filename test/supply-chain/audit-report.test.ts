import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSevere, readAudit } from '../../supply-chain/audit-report.ts';

// Written by npm 11 for this lock file; the advisories of `high` are invented.
const recorded = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'npm-audit', `${name}.json`), 'utf8');

describe('a recorded report of npm audit', () => {
  it('has each advisory once, however many packages are affected by it', () => {
    const outcome = readAudit(recorded('high'));

    expect(outcome.kind === 'checked' && outcome.advisories).toEqual([
      {
        id: 'GHSA-axio-test-0003',
        package: 'axios',
        severity: 'critical',
        title: 'Invented advisory about axios',
        url: 'https://github.com/advisories/GHSA-axio-test-0003',
      },
      expect.objectContaining({ id: 'GHSA-papa-test-0002', package: 'papaparse', severity: 'moderate' }),
      expect.objectContaining({ id: 'GHSA-yauz-test-0001', package: 'yauzl', severity: 'high' }),
    ]);
  });

  it('may be without advisories', () => {
    expect(readAudit(recorded('clean'))).toEqual({ kind: 'checked', advisories: [] });
  });

  it.each([
    ['unreachable', 'ECONNREFUSED'],
    ['not-allowed', '405 Method Not Allowed'],
  ])('is known to be missing: %s', (name, reason) => {
    expect(readAudit(recorded(name))).toEqual({ kind: 'not-checked', reason: expect.stringContaining(reason) });
  });
});

describe('a report that isn’t one', () => {
  it.each([
    '{}',
    '{"auditReportVersion":3,"vulnerabilities":{}}',
    '{"auditReportVersion":2,"vulnerabilities":{"a":{"via":[{"severity":"awful"}]}}}',
    '[]',
  ])('is refused, and never taken for one without advisories: %s', (output) => {
    expect(() => readAudit(output)).toThrow('not of version 2');
  });

  it('is refused if npm printed something else', () => {
    expect(() => readAudit('')).toThrow(SyntaxError);
  });
});

it.each([
  ['info', false],
  ['low', false],
  ['moderate', false],
  ['high', true],
  ['critical', true],
] as const)('%s is severe: %s', (severity, expected) => {
  expect(isSevere(severity)).toBe(expected);
});
