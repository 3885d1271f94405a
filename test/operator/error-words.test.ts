import { expect, it } from 'vitest';
import { errorWords } from '../../src/operator/error-words.ts';

const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });

it.each([
  [new Error('No file.'), 'No file.'],
  [new Error('The import failed.', { cause: new Error('Row 3 is empty.') }), 'The import failed.\nRow 3 is empty.'],
  [new Error('It failed: no.', { cause: new Error('no') }), 'It failed: no.'],
  [new AggregateError([refused], ''), 'connect ECONNREFUSED 127.0.0.1:1'],
  [Object.assign(new Error(''), { code: 'EPIPE' }), 'EPIPE'],
  [new RangeError(''), 'RangeError'],
  ['thrown', 'thrown'],
])('says %s in words', (error, words) => {
  expect(errorWords(error)).toBe(words);
});
