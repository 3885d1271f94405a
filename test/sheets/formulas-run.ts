import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvOf } from '../../src/reports/csv.ts';

/** Cells nobody means well with, written as recert writes tables and opened by LibreOffice: none of them may be a formula there. */
const cells = Number(process.env.RECERT_CELLS ?? 10_000);
const STARTS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  ' =',
  '\u00a0=',
  '\ufeff=',
  '＝',
  '＋',
  '－',
  '＠',
  '"=',
  "'=",
  ';=',
  ',=',
  '=\n=',
  '-\t',
  ...['\u2028', '\u2029', '\u0085', '\v', '\f', '\ufeff', '\u200b', '\u202e', '\ufe0f', '\0'].flatMap((invisible) => [
    `${invisible}=`,
    `=${invisible}`,
  ]),
  ...['﹦', '﹢', '﹣', '﹫', '\u2028＝', ' ＋', '\r\n－', '\v＠'],
  // A line break inside a quoted cell, before and after the sign.
  ...['text\n=', 'text\r\n=', '"\n=', '=\r\n', "''="],
];
const BODIES = [
  '1+1',
  'HYPERLINK("http://evil.example","x")',
  "cmd|' /C calc'!A0",
  'SUM(A1:A9)',
  'WEBSERVICE("http://evil.example")',
  'DDE("a";"b";"c")',
  'A1',
  '2-1',
  'IMPORTXML("x","y")',
  'NOW()',
];
const rows = Array.from({ length: cells / 4 }, (_unused, row) =>
  Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((name, column) => {
      const n = row * 4 + column;
      return [name, `${STARTS[n % STARTS.length]}${BODIES[Math.floor(n / STARTS.length) % BODIES.length]}`];
    }),
  ),
);
const folder = mkdtempSync(join(tmpdir(), 'recert-formulas-'));
const csv = join(folder, 'cells.csv');
writeFileSync(
  csv,
  csvOf<'a' | 'b' | 'c' | 'd'>({ a: 'A', b: 'B', c: 'C', d: 'D' }, rows as Record<'a' | 'b' | 'c' | 'd', string>[]),
);
// Read as somebody would who leaves every question as it is: commas, quoted, UTF-8, formulas evaluated.
const filter = '--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true';
const { status, stderr } = spawnSync(
  'soffice',
  ['--headless', filter, '--convert-to', 'fods', '--outdir', folder, csv],
  { encoding: 'utf8' },
);
if (status !== 0) throw new Error(`LibreOffice could not open the table: ${stderr}`);
const sheet = readFileSync(join(folder, 'cells.fods'), 'utf8');
const formulas = sheet.match(/table:formula="[^"]*"/gu) ?? [];
const read = sheet.match(/office:value-type=/gu)?.length ?? 0;
rmSync(folder, { recursive: true });
process.stdout.write(
  `${cells} cells: LibreOffice read ${read} with something in them, ${formulas.length} as formulas ${formulas.slice(0, 5).join(' ')}\n`,
);
process.exit(formulas.length === 0 && read >= cells * 0.9 ? 0 : 1);
