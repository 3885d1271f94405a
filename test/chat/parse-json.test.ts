import { expect, it } from 'vitest';
import { parseJson, parseJsonObject } from '../../src/chat/parse-json.ts';

it('reads JSON, and nothing from other text', () => {
  expect([parseJson('[1]'), parseJson('{')]).toEqual([[1], undefined]);
});

it.each(['[1]', 'null', '"text"', '7', '{'])('reads no object from %s', (text) => {
  expect(parseJsonObject(text)).toBeUndefined();
});

it('reads an object', () => {
  expect(parseJsonObject('{"a":1}')).toEqual({ a: 1 });
});
