import { expect, it } from 'vitest';
import { formOf, talk } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';

const world = openStore();
const person = (user: string, profile: object, tenant: string) =>
  talk({ store: world.store, today: '2026-11-23', user, tenant, profile });

it('a workspace learns its zone and its language from its first admin, and from nobody after', async () => {
  const tenant = newTenant();
  const member = person('Bo', { zone: 'Asia/Tokyo', locale: 'en-US' }, tenant);
  const admin = person('Ana', { zone: 'Europe/Berlin', locale: 'de-DE', isAdmin: true }, tenant);
  const second = person('Cem', { zone: 'Europe/Paris', locale: 'en-GB', isAdmin: true }, tenant);
  for (const one of [member, admin, second]) await one.say('help');

  expect(formOf(await admin.say('settings')).answers).toMatchObject({ zone: 'Europe/Berlin', language: 'de' });
});

it('a workspace keeps the settings that an operator gave it', async () => {
  const tenant = newTenant();
  const admin = person('Ana', { zone: 'Europe/Berlin', locale: 'de-DE', isAdmin: true }, tenant);
  const workspaceId = await world.store.directory.workspaceOf('slack', tenant, new Date('2026-11-23T12:00:00Z'));
  await world.store.inWorkspace(workspaceId, ({ settings }) => settings.save({ zone: 'Asia/Tokyo' }));

  expect(formOf(await admin.say('settings')).answers).toMatchObject({ zone: 'Asia/Tokyo', language: 'en' });
});
