import { expect, it } from 'vitest';
import { newTenant } from '../support/tenant.ts';
import { installation } from './installation.ts';

const now = () => new Date('2026-03-31T12:00:00Z');
const world = installation({ appToken: 'xapp-1-A0', hasTools: true, now });

it('serves every workspace that installed the app over the one socket, each with its own data', async () => {
  const tenants = [newTenant(), newTenant()];
  for (const tenant of tenants) {
    await world.recert.install({ team: tenant, user: 'U0ADMIN' });
    const workspaceId = await world.store.directory.workspaceOf('slack', tenant, now());
    await world.store.inWorkspace(workspaceId, async (data) => {
      data.audit.actAs('operator', now());
      await data.teams.add(`Team of ${tenant}`, now());
    });
  }
  const answers = [];
  for (const tenant of tenants)
    answers.push(
      await world.slack.overSocket({
        ...{ command: '/recert', text: 'team', team_id: tenant, user_id: 'U0ADMIN', channel_id: 'C0' },
        ...{ api_app_id: 'A0RECERT', trigger_id: `1.2.${tenant}`, response_url: `${world.slack.apiUrl}hook/${tenant}` },
      }),
    );

  expect(answers.map((answer) => tenants.filter((tenant) => answer.includes(`Team of ${tenant}`)))).toEqual(
    tenants.map((tenant) => [tenant]),
  );
});

it('has the pages to install the app, and takes no events over HTTP', async () => {
  expect((await world.recert.get('/slack/install')).status).toBe(200);
  expect((await world.recert.get('/slack/events')).status).toBe(404);
});

it('asks for the scope of Slackbot when assistants may use the tools', async () => {
  const page = await (await world.recert.get('/slack/install')).text();

  expect(page).toContain('mcp%3Aconnect');
  expect(page).toContain('let Slackbot ask recert');
});
