import { randomBytes } from 'node:crypto';
import { ods, odsRow, xlsx } from './workbooks.ts';

const HEAD = 'Title,Date,CPE,Cert,Category';
const ROW = 'A,2026-03-01,1,CISSP,Group A';
const MB = 1_000_000;

/** Hostile tables, each under ten megabytes; the same for the same number. */
const KINDS: readonly ((n: number) => string | Uint8Array | Promise<Uint8Array>)[] = [
  () => randomBytes(200_000),
  (n) => `${HEAD}\n${'"'.repeat(n * 1000)}`,
  (n) => `${HEAD}\n"${'x'.repeat((1 + (n % 5)) * MB)}`,
  (n) => `${HEAD}${',x'.repeat(20_000 + n)}\n${ROW}`,
  (n) => `${HEAD}\n${`${ROW}\n`.repeat(20_001 + n)}`,
  (n) => `${HEAD}\n${',,,,\n'.repeat(MB + n)}`,
  (n) => `${HEAD}\n${'é\u0301'.repeat(2000 + n)},2026-03-01,1,CISSP,Group A`,
  (n) => `${HEAD}\n${'a\u0301'.repeat(4000)},2026-03-01,1,CISSP,Group A\n`.repeat(1 + (n % 40)),
  () => `${HEAD}\n\u0000\u0001\u202e,2026-03-01,1,CISSP,Group A`,
  () => `${HEAD}\nA,99999-99-99,1e308,CISSP,Group A\nB,2026-02-30,-1,CISSP,Group A\nC,0000-00-00,NaN,CISSP,Group A`,
  () => `${HEAD}\n=HYPERLINK("https://evil.example"),2026-03-01,1,CISSP,Group A`,
  () => `__proto__,constructor,Title,Date\nx,y,A,2026-03-01`,
  () => `${HEAD}\n__proto__,2026-03-01,1,__proto__,constructor`,
  (n) => `${'Title,'.repeat(150)}Date\n${'A,'.repeat(150)}2026-03-01\n`.repeat(1 + (n % 20)),
  (n) => Buffer.from(`\ufeff${HEAD}\n${ROW}`, 'utf16le').subarray(0, 3 + (n % 60)),
  (n) => `${HEAD}\r${`${ROW}\r`.repeat(1 + (n % 100))}`,
  (n) => `${HEAD}\n${`A,${'1/'.repeat(50_000 + n)}1,1,CISSP,Group A\n`}`,
  (n) => `${HEAD}\n${`A,2026-03-01,1,${'CISSP;'.repeat(500 + n)},Group A\n`}`,
  (n) => `${HEAD}\nA,2026-03-01,${'9'.repeat(1000 + n)},CISSP,Group A`,
  () => new Uint8Array(0),
  // Mixed line ends, and quotation marks that would swallow rows.
  (n) => `${HEAD}\r${ROW}\n${ROW.replace('A', `B${n}`)}\r\n${ROW.replace('A', 'C')}\r`,
  (n) => `${HEAD}\n"${ROW}\n${`${ROW}\n`.repeat(1 + (n % 90))}B",2026-03-02,1,CISSP,Group A`,
  (n) => `${HEAD}\n${'"'.repeat(1 + (n % 7))}A"b"",2026-03-01,1,CISSP,Group A\n${ROW}`,
  // Invisible characters.
  () => `${HEAD}\n\u202eA\u0000\u001b[2J\u200b,2026-03-01,1,CISSP,Group A\u2028`,
  // A number of a member as id, statuses, lengths without a unit, and columns for certifications.
  (n) =>
    `ID,${HEAD}\n${Array.from({ length: 9 }, (_, at) => `884120,Talk ${at},2026-03-0${1 + at},1,CISSP,Group A`).join('\n')}\n${n},,,,,`,
  (n) =>
    `${HEAD},Status\n${['planned', 'rejected', 'who knows', '\u202eapproved', ''].map((one) => `${ROW},${one}${n}`).join('\n')}`,
  (n) => `Title,Date,Duration,Cert\nA,2026-03-01,${n},CISSP\nB,2026-03-02,47:12,CISSP\nC,2026-03-03,99999:59,CISSP`,
  (n) => `Title,Date,CISSP,CCSP,PMP\nA,2026-03-01,${n % 9},x,1\nB,2026-03-02,=1+1,–,`,
  // Titles above the header, a header of two lines, and headers again and again.
  (n) => `${'My log,,,,\n'.repeat(n % 60)}${HEAD}\n${ROW}`,
  (n) => `${`${HEAD}\n`.repeat(2 + (n % 2000))}`,
  (n) => `${'Total,,,,\n'.repeat(1 + (n % 3000))}${HEAD}\n${'Total,,3,,\n'.repeat(1 + (n % 3000))}`,
  // Other encodings: UTF-16 without a mark, and bytes that are letters in none.
  () => Buffer.from(`${HEAD}\n${ROW}`, 'utf16le'),
  () =>
    Buffer.concat([
      Buffer.from(`${HEAD}\n`),
      Buffer.from([0x41, 0x81, 0x8d, 0x9d, 0xff]),
      Buffer.from(',2026-03-01,1,CISSP,Group A'),
    ]),
  // Titles that are compared with each other.
  (n) =>
    `${HEAD}\n${Array.from({ length: 3000 }, (_, at) => `Meeting ${String.fromCodePoint(97 + (at % 26))}${'x'.repeat(at % 30)},2026-03-01,1,CISSP,Group A`).join('\n')}\n${n}`,
  // Opening balances: of no day, of the same day twice, of days that don't exist, and as many as there are rows.
  (n) =>
    `${HEAD}\n${Array.from({ length: 1 + (n % 400) }, (_, at) => `${['Opening balance', 'Vortrag', 'Übertrag \u0000\u202e', '"Balance'][at % 4]},${['', '2026-03-01', '2026-02-30', '9999-12-31'][(at + n) % 4]},${['1', '-1', '1e9', ''][(at * 3 + n) % 4]},CISSP,Group A`).join('\n')}`,
  // Spreadsheets that unpack to a thousand times their size, repeat a row, or are half.
  () =>
    xlsx([{ name: 'Log', rows: [HEAD.split(','), ROW.split(',')] }], { 'xl/sharedStrings.xml': ' '.repeat(80 * MB) }),
  () => ods(`<table:table table:name="Log">${' '.repeat(80 * MB)}</table:table>`),
  (n) =>
    ods(
      `<table:table table:name="Log">${odsRow(HEAD.split(','))}<table:table-row table:number-rows-repeated="${1_000_000 + n}"><table:table-cell office:value-type="string"><text:p>A</text:p></table:table-cell></table:table-row></table:table>`,
    ),
  async (n) => (await xlsx([{ name: 'Log', rows: [HEAD.split(','), ROW.split(',')] }])).subarray(0, 30 + n),
  () =>
    xlsx([
      {
        name: '__proto__',
        rows: [HEAD.split(','), [{ formula: 'WEBSERVICE("http://evil.example")' }, '2026-03-01', 1, 'CISSP']],
      },
    ]),
];

/** The number of kinds of tables. */
export const HOSTILE_KINDS = KINDS.length;

/** The table of a number; the last row of a text is one that can't be taken. */
export async function hostileTable(n: number): Promise<Uint8Array> {
  const made = await (KINDS[n % KINDS.length] as (typeof KINDS)[number])(n);
  return typeof made === 'string' ? new TextEncoder().encode(`${made}\n,not a day,x,PMP,`) : made;
}
