import { expect, it } from 'vitest';
import { runInWorker } from '../../src/limits/run-in-worker.ts';

/** Runs a program as a worker, and gathers its messages up to `end`. */
function run(program: string, { memoryMb = 64, timeoutMs = 10_000 } = {}) {
  const source = `import { parentPort, workerData } from 'node:worker_threads'; ${program}`;
  const module = new URL(`data:text/javascript,${encodeURIComponent(source)}`);
  const stated: string[] = [];
  return runInWorker({ module, data: 'given', memoryMb, timeoutMs }, (message: string) => {
    if (message === 'end') return stated.join(' ');
    stated.push(message);
    return undefined;
  });
}

it('gives the worker its data, and ends with the first result', async () => {
  const outcome = await run(
    `for (const word of [workerData, 'more', 'end', 'too much']) parentPort.postMessage(word); setInterval(() => {}, 1000);`,
  );

  expect(outcome).toEqual({ kind: 'done', result: 'given more' });
});

it.each`
  what                               | program                                                                  | limits                | kind
  ${'is busy for ever'}              | ${'for (;;) {}'}                                                         | ${{ timeoutMs: 500 }} | ${'too-slow'}
  ${'throws'}                        | ${"throw new Error('broken')"}                                           | ${{}}                 | ${'failed'}
  ${'ends without a result'}         | ${"parentPort.postMessage('more')"}                                      | ${{}}                 | ${'failed'}
  ${'takes more memory than it may'} | ${'const all = []; for (;;) all.push(new Array(100000).fill(Symbol()))'} | ${{ memoryMb: 32 }}   | ${'failed'}
`('says $kind of a worker that $what', async ({ program, limits, kind }) => {
  expect(await run(program, limits)).toEqual({ kind });
});
