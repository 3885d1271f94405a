import { expect, it, vi } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { ANNA } from '../adapters/slack/stand-in.ts';
import { NOW } from '../adapters/teams/issuer.ts';
import { silent } from '../support/conversation.ts';
import { patientCore } from '../support/core.ts';
import { lazyAdapter } from '../support/lazy-adapter.ts';
import { openBothPlatforms } from './both-platforms.ts';
import type { SlackAnna } from './slack-anna.ts';

let atSlack: SlackAnna;
const world = openBothPlatforms({ adapters: [lazyAdapter('slack', () => atSlack.adapter)] });

/** The title of a drawn Home tab. */
const titleOf = (view: { readonly blocks: readonly { readonly text?: { readonly text: string } }[] } | undefined) =>
  view?.blocks[0]?.text?.text;

it('the Home tab shows what was done in a form in Slack, and then in a dialog in Teams', async () => {
  const { slack, teams } = await world.start();
  atSlack = slack;
  const latest = () => titleOf(slack.homes().at(-1));
  await slack.openHome();
  expect(latest()).toBe('You haven’t added a certification yet.');

  const proposed = await slack.send(await slack.form('add cissp'), { start: '2025-01-01' });
  await slack.send(proposed);
  await vi.waitFor(() => expect(latest()).toContain('CISSP: 120 CPE left by 31 Dec 2027'), 20_000);

  const shown = await slack.say('link');
  const [code = ''] = /[A-Z0-9]{5}-[A-Z0-9]{5}/u.exec(JSON.stringify(shown)) ?? [];
  await teams.send(await teams.form(`link ${code}`));
  await slack.press(shown, 'Confirm');
  const answers = { title: 'SANS webcast', kind: 'course', duration: '2h', start: '2026-03-01', counts: ['cissp'] };
  await teams.send(await teams.form('log'), answers);

  await vi.waitFor(() => expect(JSON.stringify(slack.homes().at(-1))).toContain('SANS webcast'), 20_000);
  expect(latest()).toContain('CISSP: 90 CPE of Group A left by 31 Dec 2027');
});

it('the Home tab shows what was done on the command line, in another process', async () => {
  const { slack } = await world.start();
  atSlack = slack;
  await slack.openHome();
  await slack.send(await slack.send(await slack.form('add cissp'), { start: '2025-01-01' }));
  await vi.waitFor(() => expect(titleOf(slack.homes().at(-1))).toContain('CISSP: 120 CPE'), 20_000);

  // A core on the same database that knows no adapter, as the command line has.
  const terminal = patientCore({
    store: world.store,
    catalogue: loadCatalogue(),
    clock: { now: () => NOW },
    log: silent,
  });
  const from = { platform: 'slack', tenant: 'T0HOME', user: ANNA.user.id } as const;
  await terminal.dispatch({
    command: 'log',
    args: {},
    answers: { title: 'OWASP meetup', kind: 'course', duration: '2h', start: '2026-03-02', counts: ['cissp'] },
    from,
    place: { platform: 'slack', tenant: from.tenant, address: from.user },
    key: 'terminal-0001',
  });

  await vi.waitFor(() => expect(JSON.stringify(slack.homes().at(-1))).toContain('OWASP meetup'), 20_000);
});
