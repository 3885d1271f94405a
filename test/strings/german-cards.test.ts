import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { commands } from '../../src/commands/index.ts';
import texts from '../../src/strings/de/catalogue-texts.json' with { type: 'json' };
import {
  addCertification,
  cardOf,
  formOf,
  logCredits,
  sayAndConfirm,
  type Talk,
  talk,
} from '../support/conversation.ts';
import { openStore } from '../support/store.ts';
import { foundTeam } from '../support/team.ts';

const ENGLISH =
  /\b(?:the|and|of|you|your|with|is|are|please|this|that|cancel|close|save|nothing|nobody|which|has|have|from|by|to|or|yes|no|behind|ahead|done)\b/iu;
/** Names of fields and commands: the machine reads them, nobody else. */
const UNSEEN = new Set(['kind', 'name', 'command', 'args', 'value', 'url', 'state', 'to', 'style', 'tone', 'answers']);
const QUOTED = /„[^“]*“|--[a-z-]+/gu;

/** Names of certifications and bodies, and what bodies call their own categories, are said as they stand in the catalogue. */
const CATALOGUE = loadCatalogue()
  .all.flatMap(({ name, short, body, aliases = [] }) => [name, short, body, ...aliases])
  .concat(Object.entries(texts).flatMap(([english, german]) => (english === german ? [english] : [])))
  .filter((text) => ENGLISH.test(text))
  .sort((a, b) => b.length - a.length);

/** Every text in a value, but for those under names that no reader sees. */
function textsIn(value: unknown, unseen: ReadonlySet<string> = new Set()): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (unseen.has(name)) return [];
    // The value of a fact is read, unlike that of an option.
    return textsIn(inner, name === 'facts' ? new Set([...unseen].filter((one) => one !== 'value')) : unseen);
  });
}

/** The texts of a card or a form in which something English is left. */
function englishIn(reply: unknown): readonly string[] {
  return textsIn(reply, UNSEEN).filter((text) => {
    const own = text.replace(QUOTED, '');
    return ENGLISH.test(own) && ENGLISH.test(CATALOGUE.reduce((rest, known) => rest.replaceAll(known, ''), own));
  });
}

/** What every command answers, but for the list of commands itself, whose examples are English. */
const EVERY = commands.map(({ name }) => name).filter((name) => name !== 'help');
const LINES = [
  ...[
    'pace cissp',
    'pace --on 2027-05-01',
    'why cissp',
    'rules cissp',
    'show last',
    'edit last',
    'delete last',
    'trash',
  ],
  ...['whatif +16h RSA Conference on 2027-04-26 for cissp', 'whatif pause 2027-06..2027-09', 'whatif +ccsp'],
  ...['plan 16h RSA Conference on 2027-04-26 for cissp', 'plan', 'next 3h', 'search zero trust', 'sheet isc2'],
  ...['snooze cissp', 'lapse cissp', 'remove cissp', 'renew cissp', 'pace nonsense', 'rules nonsense', 'restore'],
];

/** The English in what is answered to some lines, and titles and buttons of forms that Slack would cut; each with its line. */
async function faultsIn(person: Talk, lines: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const line of lines) {
    const reply = await person.say(line);
    const labels = reply.kind === 'form' ? [reply.form.title, reply.form.submit] : [];
    const long = labels.filter((label) => label.length > 24);
    found.push(...[...englishIn(reply), ...long].map((text) => `${line}: ${text}`));
  }
  return found;
}

describe('German cards', () => {
  const world = openStore();

  it('say nothing in English to a member with a record', async () => {
    const ana = talk({ store: world.store, profile: { locale: 'de-DE' } });
    const added = await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
    const logged = cardOf(await logCredits(ana, '2026-01-10', { cissp: '2' }));

    const found = await faultsIn(ana, LINES);

    expect([...englishIn([added, logged]), ...found]).toEqual([]);
  });

  it('say nothing in English of what the catalogue says of a certification', async () => {
    const ben = talk({ store: world.store, profile: { locale: 'de-DE' } });
    const found: string[] = [];

    for (const { code } of loadCatalogue().all) {
      const [first, second] = [await ben.say(`rules ${code}`), await ben.say(`rules ${code} --part activities`)];
      found.push(...[...englishIn(first), ...englishIn(second)].map((text) => `${code}: ${text}`));
    }

    expect(found).toEqual([]);
  });

  it.each(['cism', 'cma', 'gsec', 'pmp', 'cpa-california', 'itil-4-foundation', 'security-plus', 'ccnp-security'])(
    'say nothing in English of %s in the pace, its explanation, the list and the forms',
    async (code) => {
      const eva = talk({ store: world.store, profile: { locale: 'de-DE' } });
      await addCertification(eva, code, { start: '2025-07-01', end: '2027-06-30' });
      const logged = await logCredits(eva, '2026-01-10', { [code]: '50' });

      const found: string[] = [];
      for (const line of [
        'pace',
        `pace ${code}`,
        `why ${code}`,
        `edit ${code}`,
        `log 2h Kurs für ${code}`,
        'certs',
        'home',
      ])
        found.push(...englishIn(await eva.say(line)).map((text) => `${line}: ${text}`));

      expect([...englishIn(logged), ...found]).toEqual([]);
    },
  );

  it('say nothing in English to an admin, whatever the command', async () => {
    const { hugo } = await foundTeam(world.store, ['Ana', 'Hugo']);
    const admin = talk({ ...hugo.options, profile: { locale: 'de-DE' } });

    const found = await faultsIn(admin, [...EVERY, 'digest preview', 'risk Security', 'team Security']);

    // The preview of a digest is in the language of its team.
    expect(found.filter((one) => !/^digest(?: preview)?: Counts are shown/u.test(one))).toEqual([]);
  });

  it('say nothing in English unasked: neither in a digest nor in a reminder', async () => {
    const { hugo, at, mailbox } = await foundTeam(world.store, ['Ana', 'Bo', 'Cem', 'Dora', 'Eva', 'Hugo']);
    const [admin, ana] = ['Hugo', 'Ana'].map((user) => talk({ ...hugo.options, user, profile: { locale: 'de-DE' } }));
    await ana?.say('help');
    await admin?.send(formOf(await admin.say('settings')), { language: 'de' });
    if (admin !== undefined) await sayAndConfirm(admin, 'digest here', 'Hier posten');
    await at('2026-11-30T09:00:00Z');

    const posted = mailbox.posted.filter(({ address }) => ['C1', 'Ana', 'Hugo'].includes(address));

    expect(new Set(posted.map(({ address }) => address))).toEqual(new Set(['C1', 'Ana', 'Hugo']));
    expect(posted.flatMap(({ card }) => englishIn(card))).toEqual([]);
  });

  it.each([
    ['log', { title: '', start: '2027-01-01', duration: 'long' }],
    ['add', { certification: 'cissp', expiry: '' }],
    ['preferences', { from: '18', until: '9' }],
    ['settings', { tolerance: 'many', budget: 'many' }],
    ['team Security', { name: 'Security', zone: 'Nowhere' }],
    ['report', { on: '2030-01-01', from: '2026-01-01' }],
  ])('say in German what is wrong in the form of %s', async (line, answers) => {
    const { hugo } = await foundTeam(world.store, ['Ana', 'Hugo']);
    const admin = talk({ ...hugo.options, profile: { locale: 'de-DE' } });

    const refused = formOf(await admin.send(formOf(await admin.say(line)), answers));

    expect(Object.keys(refused.errors ?? {})).not.toEqual([]);
    expect(englishIn(refused)).toEqual([]);
  });
});
