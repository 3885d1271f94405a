import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOnly, namesIn, type SourceName, wordsOfName } from './support/source-names.ts';

const root = join(import.meta.dirname, '..');

/** Words that may not come back into a name, each with the term to use instead. See docs/glossary.md. */
const BANNED: Readonly<Record<string, string>> = {
  door: 'PlatformPlugin or HttpRoute',
  doors: 'platforms',
  ears: 'EventHandlers or HandlerDeps',
  voice: 'Messenger',
  heard: 'Request, or parseX for what is parsed',
  manners: 'PlatformNotes, ContactHours, FetchOptions or S3Options',
  trouble: 'FileProblem, failureCard or lastError',
  care: 'ReminderState',
  cares: 'ReminderStates',
  alarm: 'WorkspaceSchedule',
  alarms: 'WorkspaceSchedule',
  wake: 'scheduleNoLaterThan',
  looking: 'planNotifications',
  draining: 'sendOutbox',
  settle: 'recordOutcome',
  tally: 'Metrics',
  'both real': 'ConfirmedDistinct',
  doubles: 'DuplicateFinder or duplicates',
  looks: 'access or AccessLog',
  wish: 'preference',
  wishes: 'Preferences',
  wished: 'withPreferences',
  sight: 'visibility',
  stood: 'HoldingStanding',
  held: 'memberHoldings',
  grouped: 'withRelations',
  said: 'answers or statedValue, by what it is',
  asked: 'requested…',
  asking: 'request or query',
  brought: 'ExportArchive',
  bring: 'deliver',
  'take over': 'importArchive',
  'taking in': 'importing',
  'put off': 'deferredActions',
  afterwards: 'deferredActions',
  'put away': 'storeUpload',
  arrived: 'upload or delivered',
  vault: 'FileStore',
  seal: 'Signature',
  seals: 'Signatures',
  sealed: 'signed',
  'own rule': 'CustomRule',
  'own rules': 'customRules',
  'own pack': 'PersonalArchive',
  'own export': 'personalExport',
  kept: 'Stored…, retained or remaining, by what it is',
  offered: 'Opportunity, or suggested',
  elsewhere: 'inWorker, or onOtherPlatform',
  mend: 'remedyFor',
  mended: 'fixed',
  tell: 'notify',
  'say now': 'postNow',
  lately: 'isRecent',
  usual: 'DEFAULT or defaults',
  most: 'max',
  wall: 'row-level security',
  walls: 'row-level security',
  ticket: 'the word of the trade for what it is',
  stretch: 'range or period',
  leaning: 'ratio',
  somebody: 'person',
  besides: 'otherTotals, or what else it is',
  deaf: 'noUploads, or what it refuses',
};

/** Names in which a word of the list is right, each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  isLetter: 'a letter of the alphabet',
  atMost: 'the idiom for a maximum, as a text key',
};

// `held back` is what happens to a nudge.
const bannedWords = new RegExp(` (?:${Object.keys(BANNED).join('|')})(?= )(?! back)`, 'g');

/** Returns what a name breaks, as `word → use instead`. */
function brokenRules(name: string): readonly string[] {
  if (Object.hasOwn(ALLOWED, name)) return [];
  const found = ` ${wordsOfName(name).join(' ')} `.match(bannedWords) ?? [];
  return [...new Set(found)].map((word) => `${word.trim()} → ${BANNED[word.trim()]}`);
}

/** Tables and columns stand in text, so every word of a migration counts as a name. */
function namesOfMigration(source: string): readonly SourceName[] {
  const withoutComments = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) => comment.replace(/[^\n]/g, ''));
  return withoutComments
    .split('\n')
    .flatMap((text, index) => (text.match(/[A-Za-z][\w-]*/g) ?? []).map((name) => ({ name, line: index + 1 })));
}

const files = ['src', 'adapters', 'migrations'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|js|mjs)$/.test(file))
    .map((file) => ({ path: join(top, file), source: readFileSync(join(root, top, file), 'utf8') })),
);

/** The names a file exports itself, re-exports apart. */
function exportsOf(source: string): readonly string[] {
  const declared = /^export (?:async |abstract )*(?:function\*?|class|interface|type|const|let) ([\w$]+)/gm;
  return [...new Set([...codeOnly(source).matchAll(declared)].map((match) => match[1] ?? ''))];
}

/** Returns the names that more than one of these files exports, with the files. */
function collisions(some: typeof files): Readonly<Record<string, readonly string[]>> {
  const owners = Map.groupBy(
    some.flatMap(({ path, source }) => exportsOf(source).map((name) => ({ name, path }))),
    ({ name }) => name,
  );
  return Object.fromEntries(
    [...owners].filter(([, all]) => all.length > 1).map(([name, all]) => [name, all.map(({ path }) => path)]),
  );
}

describe('names', () => {
  it.each([
    ['putOffUntil', ['put off → deferredActions']],
    ['PUT_OFF', ['put off → deferredActions']],
    ['FrontDoor', ['door → PlatformPlugin or HttpRoute']],
    ['indoors', []],
    ['keepAlive', []],
    ['isLetter', []],
  ])('of the list: %s', (name, expected) => {
    expect(brokenRules(name)).toEqual(expected);
  });

  it('are read outside of comments, text and patterns only', () => {
    const source = [
      "const one = 'door'; // ears",
      `/** vault */ const two = /seal[/"]/u.test(\`kept \${three.tally(\`mend \${four}\`)} said\`);`,
      'const five = (six) / seven; const eight = "stood" / nine;',
    ].join('\n');

    expect(namesIn(source).map(({ name, line }) => `${line} ${name}`)).toEqual([
      ...['1 const', '1 one', '2 const', '2 two', '2 test', '2 three', '2 tally', '2 four'],
      ...['3 const', '3 five', '3 six', '3 seven', '3 const', '3 eight', '3 nine'],
    ]);
  });

  it('use no word of the list', () => {
    const broken = files.flatMap(({ path, source }) => {
      const names = path.startsWith('migrations/') ? namesOfMigration(source) : namesIn(source);
      return [{ name: path, line: 1 }, ...names].flatMap(({ name, line }) =>
        brokenRules(name).map((rule) => `${path}:${line} ${name}: ${rule}`),
      );
    });

    expect(broken).toEqual([]);
  });

  it('are exported once in src, the word tables of the languages apart', () => {
    const translations = /^src\/strings\/(?!en\/)[a-z]{2}\//;

    expect(collisions(files.filter(({ path }) => path.startsWith('src/') && !translations.test(path)))).toEqual({});
  });

  it.each(['mcp', 'playground', 'slack', 'teams', 'terminal'])('are exported once in adapters/%s', (adapter) => {
    expect(collisions(files.filter(({ path }) => path.startsWith(`adapters/${adapter}/`)))).toEqual({});
  });
});
