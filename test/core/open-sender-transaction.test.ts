import { expect, it } from 'vitest';
import type { AgentAccess } from '../../src/chat/interaction.ts';
import { addCertification, cardOf, formOf, type Talk, talk, textOf } from '../support/conversation.ts';
import { statementsOf } from '../support/statements.ts';
import { openStore } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';

const world = openStore();

/** What a program asks for a person. */
function onBehalf({ core, options: { tenant, user = 'ana' } }: Talk, onBehalf: AgentAccess) {
  return (command: string, text = '', key?: string) =>
    core.dispatch({
      ...{ command, args: text === '' ? {} : { text }, onBehalf, ...(key === undefined ? {} : { key }) },
      from: { platform: 'slack', tenant, user },
      place: { platform: 'mcp', tenant, address: '' },
    });
}

async function member(): Promise<Talk> {
  const ana = talk({ store: world.store });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  return ana;
}

it.each([
  ['read', 'log', '1h webinar Talk yesterday for cissp !!'],
  ['read', 'plan', '16h RSA on 2027-04-26 for cissp'],
  ['read', 'undo', ''],
  ['read', 'preferences', ''],
  ['draft', 'undo', ''],
  ['draft', 'add', 'cism'],
  ['draft', 'pace', ''],
] as const)('a program can’t run %s', async (access, command, text) => {
  const ana = await member();

  const reply = await onBehalf(ana, access)(command, text);

  expect(reply).toMatchObject({ kind: 'card', refused: true });
  expect(textOf(reply)).toContain('An assistant can read and leave drafts only.');
  expect(textOf(await ana.say('history'))).not.toContain('Talk');
});

it('a request with the same key is refused, also by another process', async () => {
  const ana = await member();
  const elsewhere = talk({ store: world.store, tenant: ana.options.tenant });

  const first = await onBehalf(ana, 'read')('pace', '', 'v0=1');
  const replies = [
    await onBehalf(ana, 'read')('pace', '', 'v0=1'),
    await onBehalf(elsewhere, 'read')('debt', '', 'v0=1'),
  ];

  expect(textOf(first)).toContain('CISSP');
  expect(replies.map(textOf).map((text) => text.includes('was answered before'))).toEqual([true, true]);
});

it('a draft that changed after it was shown is not planned', async () => {
  const ana = await member();
  const later = talk({ store: world.store, tenant: ana.options.tenant, today: '2026-11-24' });
  await onBehalf(ana, 'draft')('plan', '16h RSA Conference on 2027-04-26 for cissp');
  const shown = cardOf(await ana.say('plan'));
  await onBehalf(later, 'draft')('plan', '40h Something else on 2027-04-26 for cissp');

  const pressed = await ana.press(shown, 'Add to plan');

  expect(textOf(pressed)).toContain('This draft no longer exists, or it has changed.');
  expect(textOf(await ana.say('plan'))).toContain('40h Something else');
  expect(textOf(await ana.press(cardOf(await ana.say('plan')), 'Discard'))).toContain('No activities planned.');
});

it('relative days of a drafted plan count from the day on which it was drafted', async () => {
  const ana = await member();
  await onBehalf(ana, 'draft')('plan', '16h RSA Conference tomorrow for cissp');
  const later = talk({ store: world.store, tenant: ana.options.tenant, today: '2026-11-30' });

  const added = await later.press(cardOf(await later.say('plan')), 'Add to plan');

  expect(textOf(added)).toContain('24 Nov 2026');
});

it('a draft takes no undo away, and is none', async () => {
  const ana = await member();
  await ana.send(formOf(await ana.say('log 1h webinar Threats on 2026-11-02 for cissp')), {}, 'first');
  const before = textOf(await ana.say('undo'));
  const sent = await statementsOf(world.store, () =>
    onBehalf(ana, 'draft')('plan', '16h RSA Conference on 2027-04-26 for cissp', 'v0=2'),
  );

  expect(textOf(await ana.say('undo'))).toBe(before);
  // The one key is that of the request; an act would have another.
  expect(sent.filter((sql) => sql.includes('insert into idempotency_key'))).toHaveLength(1);
});

it('a draft for someone without a certification is refused, and leaves nothing', async () => {
  const ana = talk({ store: world.store });
  await ana.say('help');

  const reply = await onBehalf(ana, 'draft')('log', '1h webinar Talk yesterday for cissp');

  expect(textOf(reply)).toContain('Add one in the chat first');
  expect(textOf(await ana.say('home'))).not.toContain('Talk');
});

it('someone whose account is gone is refused and doesn’t come back', async () => {
  const ana = await member();
  const { tenant } = ana.options;
  await ana.core.recordDeparture({ platform: 'slack', tenant, user: 'ana' });

  const reply = await onBehalf(ana, 'read')('pace');

  const workspaceId = await world.store.directory.workspaceOf('slack', tenant, new Date());
  const left = await world.store.inWorkspace(workspaceId, ({ preferences }) => preferences.all());
  expect(textOf(reply)).toContain('recert doesn’t know this person');
  expect([...left.values()].map(({ leftBy }) => leftBy)).toEqual(['platform']);
});

it('an unknown tenant is not added', async () => {
  const stranger = talk({ store: world.store, tenant: newTenant() });

  expect(textOf(await onBehalf(stranger, 'read')('pace'))).toContain('recert doesn’t know this person');
  expect(await stranger.core.isKnown({ platform: 'slack', tenant: stranger.options.tenant, user: 'ana' })).toBe(false);
});

it('what assistants ask for is one line a day in the access log, and hides nothing', async () => {
  const ana = await member();
  for (let count = 0; count < 25; count += 1) await onBehalf(ana, 'read')('pace');
  const form = formOf(await ana.say('log'));

  const shown = textOf(await ana.say('access'));

  expect(form.command).toBe('log');
  expect(shown).toContain('your record, through an assistant (25 requests)');
  expect(shown.match(/through an assistant/gu)).toHaveLength(1);
});
