import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/chat/reply.ts';
import { englishIn, GERMAN } from '../../support/phrases.ts';
import { GERMAN_FORM } from '../../support/samples.ts';
import { checkBlockKit } from './block-kit.ts';
import { begin, called, installStandIn, slack } from './conversation-setup.ts';
import { ANNA, aCard, jsonOf, recorded } from './stand-in.ts';

const GERMAN_ANNA = { user: { ...ANNA.user, locale: 'de-DE' } };

installStandIn();

const shown = (payload: unknown) => {
  expect(checkBlockKit(payload)).toEqual([]);
  return JSON.stringify(payload);
};

describe('somebody who is answered in German, whatever Slack says,', () => {
  it('gets a form with German buttons and notes', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: GERMAN_FORM }) });
    slack.expect('views.open');

    await slack.send(recorded('command'));

    const { view } = await called('views.open');
    expect(view).toMatchObject({ submit: { text: 'Speichern' }, close: { text: 'Abbrechen' } });
    expect(shown(view)).toContain('Beleg: hochgeladen');
    expect(englishIn(shown(view))).toEqual([]);
  });

  it('is told in German that a form came too late', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: GERMAN_FORM }) });
    slack.expect('views.open', { ok: false, error: 'expired_trigger_id' });

    const { text, blocks } = await jsonOf(await slack.send(recorded('command')));

    expect(text).toContain(GERMAN.notice.late.text);
    expect(blocks.at(-1).elements[0].text.text).toBe('Formular öffnen');
    expect(englishIn(shown({ text, blocks }))).toEqual([]);
  });

  it('is asked in German to wait for a form that is slow, and reads the answer in a German window', async () => {
    const late = Promise.withResolvers<Reply>();
    await begin({ dispatch: () => late.promise, waits: { submission: 1 } });
    const { view, ...sent } = recorded('view-submission');
    const waiting = await slack.send({
      ...sent,
      view: { ...(view as object), title: { text: 'Nachweis eintragen' }, private_metadata: '{"language":"de"}' },
    });

    const pushed = await jsonOf(waiting);
    expect(pushed).toMatchObject({ response_action: 'push', view: { close: { text: 'Schließen' } } });
    expect(shown(pushed.view)).toContain(GERMAN.notice.waiting.text);
    slack.expect('views.update');
    late.resolve({ kind: 'stay', problem: 'Die Datenbank ruht.', language: 'de' });
    expect(englishIn(shown((await called('views.update')).view))).toEqual([]);
  });

  it('reads in German that a long card is cut', async () => {
    const blocks = Array.from({ length: 80 }, () => ({ kind: 'text', text: 'Wörter' }) as const);
    await begin({ dispatch: () => aCard('Lang', { blocks, language: 'de' }) });

    const { text, blocks: drawn } = await jsonOf(await slack.send(recorded('command')));

    expect(shown({ text, blocks: drawn })).toMatch(/… und \d+ weitere\./u);
  });
});

describe('somebody whose Slack is German', () => {
  it.each([
    ['when the core fails', () => Promise.reject(new Error('no'))],
    [
      'when the answer cannot be drawn',
      () => aCard('Tempo', { actions: [{ label: 'x', command: 'log', args: { id: 'x'.repeat(3000) } }] }),
    ],
  ])('is told so in German %s', async (_when, dispatch) => {
    await begin({ dispatch }, GERMAN_ANNA);

    const { text } = await jsonOf(await slack.send(recorded('command')));

    expect(text).toContain(GERMAN.notice.failed.text);
    expect(englishIn(text)).toEqual([]);
  });

  it('is refused in German as a guest', async () => {
    await begin({ dispatch: () => aCard('Nie') }, GERMAN_ANNA);

    const { text } = await jsonOf(await slack.send(recorded('command', { team_id: 'T0OTHER' })));

    expect(slack.heard).toEqual([]);
    expect(text).toContain(GERMAN.notice.membersOnly.slack.text);
    expect(englishIn(text)).toEqual([]);
  });
});
