import { describe, expect, it } from 'vitest';
import { readAnchor } from '../../src/operator/audit.ts';
import { UsageError } from '../../src/operator/named-workspace.ts';
import { dayFrom, mailboxAddress } from '../../src/operator/read-options.ts';
import { optionUsage, subcommand, usageOf } from '../../src/operator/subcommand.ts';

describe('--on', () => {
  it.each([
    [undefined, undefined],
    ['2026-12-31', '2026-12-31'],
    ['2028-02-29', '2028-02-29'],
  ])('%j is the date %j', (typed, on) => {
    expect(dayFrom(typed)).toBe(on);
  });

  it.each(['2026-02-29', '31.12.2026', 'tomorrow', ''])('%j is refused', (typed) => {
    expect(() => dayFrom(typed)).toThrow(UsageError);
    expect(() => dayFrom(typed)).toThrow(`--on '${typed}' isn't a valid date.`);
  });
});

describe('--url', () => {
  it.each([
    [undefined, undefined],
    ['https://recert.example.org', 'https://recert.example.org'],
    ['https://recert.example.org/', 'https://recert.example.org'],
    ['https://recert.example.org:8443/', 'https://recert.example.org:8443'],
  ])('%j is the address %j', (typed, address) => {
    expect(mailboxAddress(typed)).toBe(address);
  });

  it.each([
    'http://recert.example.org',
    'https://',
    'https://recert.example.org/slack',
    'https://recert.example.org?a=1',
    'https://recert.example.org#a',
    'recert.example.org',
    '',
  ])('%j is refused', (typed) => {
    expect(() => mailboxAddress(typed)).toThrow(UsageError);
  });
});

describe('--head', () => {
  const hash = 'ab'.repeat(32);

  it('is a number and a hash', () => {
    expect(readAnchor(`12:${hash}`)).toEqual({ seq: 12, hash });
  });

  it.each([hash, `12:${hash}a`, `12:${hash.slice(1)}`, `x:${hash}`, `12:${hash.toUpperCase()}`, `-1:${hash}`, ''])(
    '%j is refused',
    (text) => {
      expect(() => readAnchor(text)).toThrow(UsageError);
    },
  );
});

describe('the usage of a subcommand', () => {
  const example = subcommand({
    name: 'rules import',
    args: ['FILE', 'LINE…'],
    summary: 'Imports rules.',
    options: {
      dry: { help: 'Only says what would change.' },
      as: { value: 'CODE', isRequired: true, help: 'The code.' },
      head: { value: 'SEQ:HASH', help: 'A head.' },
    },
    run: async () => true,
  });

  it('has its arguments and required options only', () => {
    expect(usageOf(example)).toBe('rules import FILE LINE… --as CODE');
  });

  it.each([
    ['dry', {}, '--dry'],
    ['as', { value: 'CODE' }, '--as CODE'],
  ])('types the option %s as it is', (name, option, typed) => {
    expect(optionUsage(name, { ...option, help: '' })).toBe(typed);
  });
});
