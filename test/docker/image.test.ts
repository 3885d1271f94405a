import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentExample, SET_BY_IMAGE } from '../../docs/generate/environment-example.ts';
import { SETTING_GROUPS } from '../../docs/generate/setting-groups.ts';
import { dockerFile, knownNames, settingRowsOfProgram } from './known-names.ts';

const root = join(import.meta.dirname, '..', '..');
const dockerfile = dockerFile('Dockerfile').replaceAll(/\\\n\s*/gu, ' ');
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);

describe('the Dockerfile', () => {
  it('copies only files that exist and that the build may see', () => {
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    const copied = namesIn(dockerfile, /^COPY (?!--)(.+)$/gmu).flatMap((line) => line.split(' ').slice(0, -1));

    expect(copied.length).toBeGreaterThan(8);
    for (const path of copied) {
      expect(existsSync(join(root, path)), path).toBe(true);
      expect(
        ignored.some((line) => line === `!${path}` || path.startsWith(`${line.slice(1)}/`)),
        path,
      ).toBe(true);
    }
  });

  it('sets variables that the program or Node knows', () => {
    const [environment = ''] = namesIn(dockerfile, /^ENV (.+)$/gmu);
    const own = namesIn(environment, /(\w+)=/gu).filter((name) => !name.startsWith('NODE_'));

    expect(own.filter((name) => !knownNames.includes(name))).toEqual([]);
    expect(own.filter((name) => !SET_BY_IMAGE.includes(name))).toEqual([]);
  });

  it('starts the program itself, as a user without rights', () => {
    const [entry = ''] = namesIn(dockerfile, /^ENTRYPOINT \[(.+)\]$/gmu);
    const [user = '0'] = namesIn(dockerfile, /^USER (\d+):\d+$/gmu);

    expect(entry).toBe('"/usr/bin/tini", "--", "node", "/app/src/main.ts"');
    expect(Number(user)).toBeGreaterThan(999);
  });
});

describe('the health check', () => {
  it.each([
    [200, 0],
    [503, 1],
  ])('ends, where /readyz answers %i, with code %i', async (status, code) => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/readyz' ? status : 404;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;

    expect(await healthCheck({ PORT: String(port) })).toBe(code);
    await new Promise((resolve) => server.close(resolve));
  });
});

function healthCheck(env: Readonly<Record<string, string>>): Promise<number | null> {
  const child = spawn(process.execPath, [join(root, 'docker', 'healthcheck.mjs')], { env });
  return new Promise((resolve) => child.once('close', resolve));
}

describe('.env.example', () => {
  it('is what npm run docs writes', () => {
    expect(dockerFile('.env.example')).toBe(environmentExample({ groups: SETTING_GROUPS, rows: settingRowsOfProgram }));
  });

  it('has every setting that the image does not set, and no other; secrets only as files', () => {
    const names = namesIn(dockerFile('.env.example'), /^#(\w+)=$/gmu);
    const expected = settingRowsOfProgram
      .filter(({ name }) => !SET_BY_IMAGE.includes(name))
      .map(({ name, isSecret }) => (isSecret ? `${name}_FILE` : name));

    expect(names.toSorted()).toEqual(expected.toSorted());
  });
});
