import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';
import { type InstalledRecert, installedRecert } from './installed-recert.ts';
import { type SlackWorkspaces, slackWorkspaces } from './slack-workspaces.ts';

const opened = openStore();
const now = () => new Date('2026-03-31T12:00:00Z');
let slack: SlackWorkspaces;
let recert: InstalledRecert;

beforeAll(async () => {
  slack = await slackWorkspaces(now);
  const key = randomBytes(32);
  recert = await installedRecert({
    store: opened.store,
    slack,
    key,
    appToken: 'xapp-1-A0',
    hasTools: true,
    now,
    logged: [],
  });
});
afterAll(async () => {
  await recert.stop();
  await slack.close();
});

it('serves every workspace that installed the app over the one socket, each with its own data', async () => {
  const tenants = [newTenant(), newTenant()];
  for (const tenant of tenants) {
    await recert.install({ team: tenant, user: 'U0ADMIN' });
    const workspaceId = await opened.store.directory.workspaceOf('slack', tenant, now());
    await opened.store.inWorkspace(workspaceId, async (data) => {
      data.audit.actAs('operator', now());
      await data.teams.add(`Team of ${tenant}`, now());
    });
  }
  const answers = [];
  for (const tenant of tenants)
    answers.push(
      await slack.overSocket({
        ...{ command: '/recert', text: 'team', team_id: tenant, user_id: 'U0ADMIN', channel_id: 'C0' },
        ...{ api_app_id: 'A0RECERT', trigger_id: `1.2.${tenant}`, response_url: `${slack.apiUrl}hook/${tenant}` },
      }),
    );

  expect(answers.map((answer) => tenants.filter((tenant) => answer.includes(`Team of ${tenant}`)))).toEqual(
    tenants.map((tenant) => [tenant]),
  );
});

it('has the pages to install the app, and takes no events over HTTP', async () => {
  expect((await recert.get('/slack/install')).status).toBe(200);
  expect((await recert.get('/slack/events')).status).toBe(404);
});

it('asks for the scope of Slackbot when assistants may use the tools', async () => {
  const page = await (await recert.get('/slack/install')).text();

  expect(page).toContain('mcp%3Aconnect');
  expect(page).toContain('let Slackbot ask recert');
});
