import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { migratedDataFolder } from '../support/data-folder.ts';
import { startRecert } from '../support/process.ts';

/** Says on standard error when the client of the store is loaded. */
const WATCHING = `--import=data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({ resolve(name, context, next) {
    if (name.startsWith('@aws-sdk/client-s3')) process.stderr.write('The client is loaded.');
    return next(name, context);
  } });`)}`;

it('starts without loading the client of a store that nobody configured', async () => {
  const folder = await migratedDataFolder('recert-light-');
  const recert = await startRecert({ RECERT_DATA_DIR: folder, NODE_OPTIONS: WATCHING });
  await recert.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });

  expect(recert.said()).toContain('in your browser.');
  expect(recert.said()).not.toContain('The client is loaded.');
}, 120_000);

it.each`
  script                                                                           | loads
  ${"await import('./src/file-store/s3-file-store.ts')"}                           | ${false}
  ${"await (await import('./src/file-store/s3-file-store.ts')).s3FileStore(text)"} | ${true}
`('loads the client by $script: $loads', async ({ script, loads }) => {
  const settings = {
    bucket: 'b',
    endpoint: 'https://s3.example.com',
    region: 'r',
    accessKeyId: 'a',
    secretAccessKey: 's',
  };
  const program = `const text = ${JSON.stringify(settings)}; ${script}`;
  const root = join(import.meta.dirname, '..', '..');
  const args = [WATCHING, '--input-type=module', '--eval', program];

  const { stderr } = await promisify(execFile)(process.execPath, args, { cwd: root });

  expect(stderr.includes('The client is loaded.')).toBe(loads);
});
