import { describe, expect, it } from 'vitest';
import { parseFormState, serializeFormState } from '../../src/services/form-state.ts';

describe('the state of a form', () => {
  it.each([
    [undefined, {}],
    ['', {}],
    ['{', {}],
    ['null', {}],
    ['["record"]', {}],
    ['{"record":7}', {}],
    ['{"record":"r","version":1.5}', {}],
    ['{"record":"r","role":"admin"}', { record: 'r' }],
    [
      '{"record":"r","version":2,"monthly":true}',
      {
        record: 'r',
        version: 2,
        monthly: true,
      },
    ],
  ])('%s is read as %j', (text, expected) => {
    expect(parseFormState(text)).toEqual(expected);
  });

  it.each([
    [{}, undefined],
    [{ record: undefined }, undefined],
    [{ record: 'r', seen: 'abc' }, '{"record":"r","seen":"abc"}'],
  ])('%j is written as %s', (state, expected) => {
    const text = serializeFormState(state);

    expect(text).toBe(expected);
    expect(parseFormState(text)).toEqual(JSON.parse(expected ?? '{}'));
  });
});
