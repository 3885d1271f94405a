import { expect, it } from 'vitest';
import { lineOf } from '../../src/catalogue/json-line-number.ts';

const CONTENT = `{
  "short": "ABC",
  "renewal": {
    "requirements": [
      { "code": "total" },
      {
        "code": "yearly, [all]",
        "amount": 5
      }
    ],
    "empty": []
  },
  "notes": [
    "a \\" quote, and ]",
    "b"
  ]
}`;

it.each([
  [[], 1],
  [['short'], 2],
  [['renewal'], 3],
  [['renewal', 'requirements', '0'], 5],
  [['renewal', 'requirements', '0', 'code'], 5],
  [['renewal', 'requirements', '1'], 6],
  [['renewal', 'requirements', '1', 'code'], 7],
  [['renewal', 'requirements', '1', 'amount'], 8],
  [['renewal', 'missing'], 3],
  [['missing'], 1],
  [['renewal', 'empty', '2'], 11],
  [['notes', '0'], 14],
  [['notes', '1'], 15],
  [['notes', '7'], 13],
])('finds %j on line %i', (path, line) => {
  expect(lineOf(CONTENT, path)).toBe(line);
});

it('stays where a list was expected and there is none', () => {
  expect(lineOf('{\n"a": 1\n}', ['a', '0'])).toBe(2);
});
