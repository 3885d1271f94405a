import { randomBytes } from 'node:crypto';

const HEAD = 'Title,Date,CPE,Cert,Category';
const ROW = 'A,2026-03-01,1,CISSP,Group A';
const MB = 1_000_000;

/** Tables nobody means well with, each under ten megabytes; the same for the same number. */
const KINDS: readonly ((n: number) => string | Uint8Array)[] = [
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
];

/** The table of a number; the last row of each that could be taken at all is one that cannot. */
export function hostileTable(n: number): Uint8Array {
  const made = (KINDS[n % KINDS.length] as (typeof KINDS)[number])(n);
  const spoilt = typeof made === 'string' ? `${made}\n,not a day,x,PMP,` : made;
  return typeof spoilt === 'string' ? new TextEncoder().encode(spoilt) : spoilt;
}
