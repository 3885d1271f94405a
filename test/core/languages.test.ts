import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { languageOf } from '../../src/chat/reply-language.ts';
import { createCore } from '../../src/core/dispatch.ts';
import { Languages } from '../../src/core/languages.ts';
import type { Store } from '../../src/store/store.ts';
import { cardOf, formOf, sayAndConfirm, silent, talk, textOf } from '../support/conversation.ts';
import { ENGLISH, englishIn, GERMAN } from '../support/phrases.ts';
import { openStore } from '../support/store.ts';
import { foundTeam } from '../support/team.ts';

const world = openStore();
const from = { platform: 'slack', tenant: 'T1', user: 'ana' } as const;

describe('the language of what an adapter says', () => {
  const clock = { now: () => new Date('2026-11-23T12:00:00Z') };
  const languages = new Languages(clock);
  languages.note(from, 'de');

  it.each([
    ['nothing is known', {}, ENGLISH],
    ['only the locale is known', { locale: 'de-AT' }, GERMAN],
    ['the locale is not spoken', { locale: 'pt-PT' }, ENGLISH],
    ['the locale is none', { locale: 'not a locale' }, ENGLISH],
    ['the person was answered in German', { from, locale: 'en-GB' }, GERMAN],
    ['another person was', { from: { ...from, tenant: 'T2' }, locale: 'en-GB' }, ENGLISH],
    ['the text beside it is in English', { from, locale: 'de-DE', language: 'en' }, ENGLISH],
  ] as const)('where %s', (_case, reader, { form }) => {
    expect(languages.phrases(reader).form.cancel).toBe(form.cancel);
  });
});

describe('a person who prefers German where the platform says English', () => {
  const german = async () => {
    const ana = talk({ store: world.store, profile: { locale: 'en-GB' } });
    await ana.send(formOf(await ana.say('preferences')), { language: 'de' });
    return ana;
  };

  it('gets cards, forms, refused forms and lines that say so', async () => {
    const ana = await german();
    const form = await ana.say('add cissp');

    const replies = [await ana.say('pace'), form, await ana.send(formOf(form), { start: 'gestern' })];

    expect(replies.map(languageOf)).toEqual(['de', 'de', 'de']);
    expect(ana.core.phrases({ from: { ...from, tenant: ana.options.tenant } }).language).toBe('de');
  });

  it('is refused in German, and told in German that something failed', async () => {
    const ana = await german();
    let isBroken = false;
    const asSender: Store['asSender'] = (...requested) =>
      isBroken ? Promise.reject(new Error('gone')) : world.store.asSender(...requested);
    const store = { asSender } as unknown as Store;
    const core = createCore({
      store,
      catalogue: loadCatalogue(),
      clock: { now: () => new Date('2026-11-23T12:00:00Z') },
      log: silent,
    });
    const { tenant } = ana.options;
    const place = { platform: 'slack', tenant, address: 'C1' } as const;
    const profile = { name: 'ana', zone: 'UTC', locale: 'en-GB' };
    const phrases = (command: string) =>
      core.dispatch({ command, args: {}, from: { ...from, tenant }, place, profile });

    const refused = await phrases('people');
    isBroken = true;
    const failed = await phrases('pace');

    expect([languageOf(refused), languageOf(failed)]).toEqual(['de', 'de']);
    expect(cardOf(failed).title).toBe(GERMAN.notice.failed.title);
    expect([textOf(refused), textOf(failed)].flatMap(englishIn)).toEqual([]);
  });

  it('keeps the language of an answer that is given a second time', async () => {
    const ana = talk({ store: world.store, profile: { locale: 'de-DE' } });
    const form = formOf(await ana.say('preferences'));

    const [first, second] = [await ana.send(form, {}, 'key-1'), await ana.send(form, {}, 'key-1')];

    expect([first, second].map(languageOf)).toEqual(['de', 'de']);
    expect(second).toMatchObject({ again: true });
  });
});

it('what is said first says its language', async () => {
  const { hugo, at, mailbox } = await foundTeam(world.store, ['Ana']);
  const admin = talk({ ...hugo.options, profile: { locale: 'de-DE' } });
  await sayAndConfirm(admin, 'digest here', 'Hier posten');

  await at('2026-11-30T09:00:00Z');

  expect(mailbox.posted.length).toBeGreaterThan(0);
  expect(mailbox.posted.filter(({ card }) => card.language === undefined).map(({ card }) => card.title)).toEqual([]);
});
