import { describe, expect, it, vi } from 'vitest';
import { englishIn, GERMAN } from '../../support/phrases.ts';
import { GERMAN_FORM } from '../../support/samples.ts';
import { ANA, CHANNEL, invoke, PERSONAL, typed } from './activities.ts';
import { checkCard } from './adaptive-card.ts';
import { begin, installStandIn, lastCard, teams } from './conversation-setup.ts';
import { dataOf, open, submit } from './dialogs.ts';
import { aCard, cardIn, type StandIn } from './stand-in.ts';

/** What Teams says of somebody whose Teams is German. */
const GERMAN_TEAMS = { locale: 'de-DE', entities: [] };

installStandIn();

const shown = (card: Parameters<typeof checkCard>[0]) => {
  expect(checkCard(card)).toEqual([]);
  return JSON.stringify(card);
};
const said = () => shown(lastCard());

describe('somebody who is answered in German, whatever Teams says,', () => {
  it('gets a German button to a German form, which stays German when it cannot be dealt with', async () => {
    await begin({
      dispatch: ({ answers }) =>
        answers === undefined
          ? { kind: 'form', form: GERMAN_FORM }
          : { kind: 'stay', problem: 'Die Datenbank ruht.', language: 'de' },
    });
    teams.expectMessage(PERSONAL.id);
    await teams.send(typed('log'));
    const invitation = cardIn(teams.said[0] as StandIn['said'][number]);

    const form = await open(teams, dataOf(invitation, 'Formular öffnen'));
    const stayed = await (await submit(teams, form, { title: 'x' })).json();

    expect(shown(form)).toContain('Titel: Pflichtfeld.');
    expect([shown(invitation), shown(form), JSON.stringify(stayed)].flatMap(englishIn)).toEqual([]);
  });

  it('learns in a channel in German that the answer is private, or how to get it', async () => {
    await begin({ dispatch: () => aCard('Tempo', { language: 'de' }) });
    for (const status of [201, 403]) {
      teams.expectPersonal(status === 201 ? 'a:ana' : '', status);
      if (status === 201) teams.expectMessage('a:ana');
      teams.expectMessage(CHANNEL.id);
      await teams.send(typed('pace', { conversation: CHANNEL, from: { ...ANA, id: `29:${status}` } }));
      await vi.waitFor(() => expect(teams.said.at(-1)?.conversation).toBe(CHANNEL.id));
      expect(said()).toMatch(status === 201 ? /im|in deinem persönlichen Chat/u : /Füge recert für dich hinzu/u);
      expect(englishIn(said())).toEqual([]);
    }
  });

  it('reads in German that a long card is cut', async () => {
    const blocks = Array.from({ length: 400 }, () => ({ kind: 'text', text: 'Wörter' }) as const);
    await begin({ dispatch: () => aCard('Lang', { blocks, language: 'de' }) });
    teams.expectMessage(PERSONAL.id);

    await teams.send(typed('pace'));

    expect(said()).toMatch(/… und \d+ weitere\./u);
  });
});

describe('somebody whose Teams is German', () => {
  it.each([
    ['when the core fails', () => Promise.reject(new Error('no'))],
    [
      'when the answer cannot be drawn',
      () => aCard('Tempo', { actions: [{ label: 'x', command: 'log', args: { id: 'x'.repeat(4000) } }] }),
    ],
  ])('is told so in German %s', async (_when, dispatch) => {
    await begin({ dispatch });
    teams.expectMessage(PERSONAL.id);

    await teams.send(typed('pace', GERMAN_TEAMS));

    expect(said()).toContain(GERMAN.notice.failed.text);
    expect(englishIn(said())).toEqual([]);
  });

  it('is refused in German without an account, in a chat and in a search', async () => {
    await begin({ dispatch: () => aCard('Nie') });
    const guest = { ...GERMAN_TEAMS, from: { ...ANA, aadObjectId: undefined } };
    teams.expectMessage(PERSONAL.id);

    await teams.send(typed('pace', guest));
    const query = { commandId: 'records', parameters: [], queryOptions: { skip: 0, count: 25 } };
    const searched = await (await teams.send(invoke('composeExtension/query', query, guest))).text();

    expect(teams.heard).toEqual([]);
    expect(said()).toContain(GERMAN.notice.membersOnly.teams.text);
    expect(searched).toContain(GERMAN.notice.membersOnly.teams.title);
    expect([said(), searched].flatMap(englishIn)).toEqual([]);
  });

  it('is told in German that a form has expired, and that a picture is no file', async () => {
    await begin({ dispatch: () => aCard('Nie') });
    teams.expectMessage(PERSONAL.id);
    const picture = { attachments: [{ contentType: 'image/png', contentUrl: 'https://x.test/a' }], text: '' };

    await teams.send(typed('', { ...GERMAN_TEAMS, ...picture }));
    const expired = await (await teams.send(invoke('task/fetch', { data: {} }, GERMAN_TEAMS))).text();

    expect(said()).toContain(GERMAN.file.pictureIgnored);
    expect(expired).toContain(GERMAN.form.expired);
    expect([said(), expired].flatMap(englishIn)).toEqual([]);
  });
});
