import { expect, it } from 'vitest';
import { outputPaths } from '../../src/operator/output-paths.ts';

it('gives each of sixteen volumes a path of its own, and each kind of file its extension', () => {
  const pathOf = outputPaths('out/report.pdf');
  const volumes = Array.from({ length: 16 }, (_, index) => pathOf(`report-volume-${index + 1}.pdf`));

  expect(volumes.slice(0, 3)).toEqual(['out/report.pdf', 'out/report-2.pdf', 'out/report-3.pdf']);
  expect(new Set(volumes).size).toBe(16);
  expect(pathOf('report.csv')).toBe('out/report.csv');
});

it.each([
  ['records.csv', undefined, undefined],
  ['records.csv', 'here', 'here'],
  ['records', 'here.txt', 'here.txt'],
  ['records.csv', 'here.txt', 'here.csv'],
])('writes %s with --out %s to %s', (name, out, path) => {
  expect(outputPaths(out)(name)).toBe(path);
});
