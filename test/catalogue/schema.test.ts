import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCertification } from '../../src/catalogue/schema.ts';

const CISSP = readFileSync(join(import.meta.dirname, '../../src/catalogue/data/isc2/cissp.json'), 'utf8');

/** The file of the CISSP with other values, by path. */
function cisspWith(changes: Record<string, unknown>): unknown {
  const file = JSON.parse(CISSP);
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const holder = steps.reduce((node, step) => node[step], file);
    holder[last] = value;
  }
  return file;
}

describe('readCertification', () => {
  it('reads amounts as whole hundredths and leaves the schema address out', () => {
    const read = readCertification('cissp.json', cisspWith({ 'renewal.requirements.0.amount.value': '120.25' }));

    expect(read).toMatchObject({
      code: 'cissp',
      renewal: { requirements: [{ amount: { value: 12_025 } }, {}, {}, {}] },
    });
    expect(read).not.toHaveProperty('$schema');
  });

  it.each`
    path                                     | value              | says
    ${'renewal.requirements.0.amount.value'} | ${120}             | ${'must be an amount in quotes such as "0.25", or {"percent": 50}, got \'120\'.'}
    ${'renewal.requirements.0.amount.value'} | ${'1.205'}         | ${'must be an amount in quotes such as "0.25", got \'1.205\'.'}
    ${'renewal.requirements.0.amount.value'} | ${'1001'}          | ${'must be at most 1000'}
    ${'renewal.conversion.step.value'}       | ${'0'}             | ${'must be more than 0'}
    ${'renewal.conversion.step.sources'}     | ${['Z9']}          | ${"must name a key of sources, got 'Z9'."}
    ${'renewal.conversion.step.sources'}     | ${[]}              | ${'must name a source.'}
    ${'renewal.requirements.1.category'}     | ${'group-c'}       | ${"must name a category, got 'group-c'."}
    ${'renewal.caps.0.category'}             | ${'group-c'}       | ${"must name a category, got 'group-c'."}
    ${'renewal.caps.0.kinds'}                | ${[]}              | ${'Too small'}
    ${'renewal.categories.0.parent'}         | ${'group-a'}       | ${"must name a category that stands before it, got 'group-a'."}
    ${'renewal.categories.0.parent'}         | ${'group-b'}       | ${"must name a category that stands before it, got 'group-b'."}
    ${'renewal.categories.1.code'}           | ${'group-a'}       | ${"must be used once, got 'group-a'."}
    ${'sources.Q1'}                          | ${'https://a.org'} | ${'must be used by a value.'}
    ${'sources.I1'}                          | ${'ftp://a.org'}   | ${"must be a web address, got 'ftp://a.org'."}
    ${'reviewed'}                            | ${'2026-11-31'}    | ${'must be a day such as "2026-03-31", got \'2026-11-31\'.'}
    ${'reviewed'}                            | ${'1826-11-25'}    | ${'must be a day between 1900 and 2199'}
  `('refuses $value as $path, naming file and field', ({ path, value, says }) => {
    const wrong = cisspWith({ [path]: value });

    expect(() => readCertification('cissp.json', wrong)).toThrow(`cissp.json: ${path} ${says}`);
  });

  it('refuses a field nobody knows', () => {
    const wrong = cisspWith({ 'renewal.requirements.0.amount.nickname': 'x' });

    expect(() => readCertification('cissp.json', wrong)).toThrow(
      'renewal.requirements.0.amount Unrecognized key: "nickname"',
    );
  });

  it('refuses a file that is no entry at all', () => {
    expect(() => readCertification('cissp.json', [])).toThrow('cissp.json: the file');
  });

  it('names all problems at once', () => {
    const read = () =>
      readCertification('cissp.json', cisspWith({ 'renewal.requirements.0.amount.value': 120, reviewed: 'soon' }));

    expect(read).toThrow('cissp.json: renewal.requirements.0.amount.value');
    expect(read).toThrow('cissp.json: reviewed');
  });
});
