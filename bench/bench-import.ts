import { setTimeout as pause } from 'node:timers/promises';
import { addDays, day } from '../src/domain/calendar.ts';
import { Store } from '../src/store/store.ts';
import { addCertification, formOf, newcomer, type Talk, talk } from '../test/support/conversation.ts';
import { testDatabaseIn } from '../test/support/own-database.ts';
import { aFile, workspaceOf } from '../test/support/records.ts';

const SIZES = [5000, 20_000];
/** A person looks again so soon after an answer. */
const PAUSE_MS = 20;

/** Measures an import of many rows: alone, and while another person asks for `pace`, with how long that takes. */
export async function benchImport(say: (line: string) => void): Promise<void> {
  const used: number[] = [];
  for (const size of SIZES) used.push(await measureImport(size, { isAlone: true, say }));
  for (const size of SIZES) await measureImport(size, { isAlone: false, say });
  const [few = 0, many = 0] = used;
  say(`import, CPU of ${SIZES.join(' : ')} rows: 1 : ${(many / few).toFixed(1)} (linear: 1 : 4)`);
}

/** Imports a table of so many rows and returns the CPU seconds that it took. */
async function measureImport(
  size: number,
  { isAlone, say }: { readonly isAlone: boolean; readonly say: (line: string) => void },
): Promise<number> {
  const { database, drop } = testDatabaseIn('recert-bench-');
  const store = await Store.open(database);
  const ana = talk({ store });
  const ben = newcomer(ana, 'ben');
  for (const person of [ana, ben]) await addCertification(person, 'cissp');
  const form = formOf(await ana.say('import', undefined, [aFile('records.csv', tableOf(size), 'table')]));
  const isDone = { value: false };
  const cpu = process.cpuUsage();
  const began = performance.now();
  const imported = ana
    .send(form, {}, 'import')
    .then(() => ana.core.idle())
    .then(() => {
      isDone.value = true;
    });
  const waits = isAlone ? [] : await askMeanwhile(ben, isDone);
  await imported;
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1e6;
  const saved = await savedBy(ana, store);
  const meanwhile = isAlone ? 'alone' : `with ${waits.length} times pace of another person: ${shares(waits)}`;
  say(
    `import, ${saved} of ${size} rows, ${database.kind}: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} CPU s ${meanwhile}`,
  );
  await store.close();
  drop();
  return cpuSeconds;
}

/** Asks for `pace` again and again until the import is done, and returns how long each answer took in milliseconds. */
async function askMeanwhile(person: Talk, isDone: { readonly value: boolean }): Promise<readonly number[]> {
  const waits: number[] = [];
  while (!isDone.value) {
    const at = performance.now();
    await person.say('pace');
    waits.push(performance.now() - at);
    await pause(PAUSE_MS);
  }
  return waits;
}

function tableOf(rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_unused, at) => {
    const on = addDays(day('2025-01-01'), at % 690);
    return `Course ${at} on subject ${at * 7},SANS,${on},60,CISSP,Group A,1`;
  });
  return new TextEncoder().encode(['Title,Provider,Date,Minutes,Certification,Category,CPE', ...lines].join('\n'));
}

async function savedBy(person: Talk, store: Store): Promise<number> {
  return store.inWorkspace(await workspaceOf(person, store), async ({ people, records }) => {
    let count = 0;
    for (const { personId } of await people.all()) count += await records.count(personId, { words: [] });
    return count;
  });
}

function shares(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}
