import { expect, it } from 'vitest';
import { productionPackages } from '../../supply-chain/lock-file.ts';

const lockOf = (packages: object) => ({ lockfileVersion: 3, packages });
const entry = { version: '1.0.0', integrity: 'sha512-AAAA', license: 'MIT' };

it('has production packages only, each once with all its folders, by their real names', () => {
  const lock = lockOf({
    '': { name: 'recert' },
    'node_modules/b': { ...entry, optional: true },
    'node_modules/@s/a': entry,
    'node_modules/b/node_modules/@s/a': entry,
    'node_modules/replaced': { ...entry, name: 'empty', license: '' },
    'node_modules/test-tool': { ...entry, dev: true },
  });

  expect(productionPackages(lock).map(({ name, licence, paths }) => [name, licence, paths])).toEqual([
    ['@s/a', 'MIT', ['node_modules/@s/a', 'node_modules/b/node_modules/@s/a']],
    ['b', 'MIT', ['node_modules/b']],
    ['empty', undefined, ['node_modules/replaced']],
  ]);
});

it.each([
  [{ lockfileVersion: 2, packages: {} }, 'must have version 3'],
  [null, 'must have version 3'],
  [lockOf({ 'node_modules/a': { version: '1.0.0' } }), 'node_modules/a has no version or no integrity'],
])('refuses %j', (lock, problem) => {
  expect(() => productionPackages(lock)).toThrow(problem);
});
