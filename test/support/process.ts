import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** A running recert, as a process of its own. */
export interface Recert {
  readonly url: string;
  /** Everything it wrote to standard error. */
  said(): string;
  /** Ends it by a signal, and says with which code it ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Starts recert with these settings alone, and waits until it is ready. A free port may be taken meanwhile; then another is tried. */
export async function startRecert(env: Readonly<Record<string, string>>, attempts = 3): Promise<Recert> {
  const port = env.PORT ?? String(await freePort());
  const { child, said: output } = spawned({ LOG_LEVEL: 'warn', ...env, PORT: port });
  const url = `http://127.0.0.1:${port}`;
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const isReady = await Promise.race([ready(url).then(() => true), ended.then(() => false)]);
  if (!isReady) {
    const isPortTaken = env.PORT === undefined && output().includes('is already in use');
    if (isPortTaken && attempts > 1) return startRecert(env, attempts - 1);
    throw new Error(`recert ended: ${output()}`);
  }
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    return ended;
  };
  return { url, said: output, end };
}

/** Starts recert where it must refuse, and returns how it ended. */
export async function refusedRecert(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  const { child, said: stated } = spawned(env);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said: stated() };
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function spawned(env: Readonly<Record<string, string>>): { child: ChildProcess; said: () => string } {
  const { PATH = '', TZ = 'UTC', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, [main], {
    env: { PATH, TZ, ...(NODE_COMPILE_CACHE === '' ? {} : { NODE_COMPILE_CACHE }), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stated = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stated += chunk.toString();
  });
  return { child, said: () => stated };
}

async function ready(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`recert at ${url} was not ready in a minute.`);
}
