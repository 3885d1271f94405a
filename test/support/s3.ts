import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { S3Settings } from '../../src/file-store/settings.ts';

/** A server of this machine, and how it is closed with everything that is still open. */
export interface Listening {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** A real S3 server, which keeps its one bucket in a folder and checks signatures. */
export async function startS3(folder: string, bucket: string): Promise<Listening> {
  const program = join(import.meta.dirname, 's3-server.ts');
  const child = fork(program, [folder, bucket], { execArgv: ['--openssl-legacy-provider'] });
  const removed = once(child, 'exit');
  const port = await Promise.race([
    once(child, 'message').then(([message]) => String(message)),
    removed.then(() => Promise.reject(new Error('The S3 server ended before it listened.'))),
  ]);
  const close = async () => {
    child.kill();
    await removed;
  };
  return { endpoint: `http://127.0.0.1:${port}/`, close };
}

/** Anything that answers where a store should. */
export async function listen(answer: RequestListener): Promise<Listening> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  };
  return { endpoint: `http://127.0.0.1:${port}/`, close };
}

/** How the server is reached: its one account is called S3RVER, and its secret is the same word. */
export function s3Settings(endpoint: string, bucket: string): S3Settings {
  return { bucket, endpoint, region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
}
