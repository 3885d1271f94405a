// Removes what an image doesn't need from an installation, and unpacks the browser:
//
//   node docker/slim.mjs <1 with the browser | 0 without>
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const remove = (path) => rmSync(join(modules, path), { recursive: true, force: true });
const hasBrowser = process.argv[2] === '1';

/** Types and sources that Node can't run, manuals, and builds for development; licences stay. */
const UNUSED = /(?:\.[cm]?ts|\.md|\.markdown|\.flow|\.development\.js|\.min\.mjs)$/iu;
/** The description of a protocol that only types are made from. */
const UNUSED_FOLDERS = [join('devtools-protocol', 'json')];
/** What only the printing of reports needs. */
const FONTS = ['@expo-google-fonts', '@fontsource-variable'];

for (const file of readdirSync(modules, { recursive: true, encoding: 'utf8' }))
  if (UNUSED.test(file) && !/licen[cs]e|notice|copying/iu.test(file)) remove(file);
for (const name of readdirSync(modules).filter((one) => one.startsWith('node-linux-')))
  execFileSync('strip', ['--strip-all', join(modules, name, 'bin', 'node')]);

const packed = join(modules, '@sparticuz', 'chromium', 'bin', 'chromium.br');
if (hasBrowser && process.arch === 'x64' && existsSync(packed)) {
  mkdirSync(join(root, 'browser'), { recursive: true });
  const browser = createWriteStream(join(root, 'browser', 'chromium'), { mode: 0o755 });
  await pipeline(createReadStream(packed), createBrotliDecompress(), browser);
}
[join('@sparticuz', 'chromium', 'bin'), ...UNUSED_FOLDERS].forEach(remove);
if (!hasBrowser) FONTS.forEach(remove);
