import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';
import { type InstalledRecert, installedRecert } from './installed-recert.ts';
import { type SlackWorkspaces, slackWorkspaces } from './slack-workspaces.ts';

const RETRY_AFTER_S = 90;
const MESSAGES = 3;

const opened = openStore();
let time = new Date('2026-03-31T12:00:00Z');
let slack: SlackWorkspaces;
let recert: InstalledRecert;

beforeAll(async () => {
  slack = await slackWorkspaces(() => time);
  recert = await installedRecert({ store: opened.store, slack, key: randomBytes(32), now: () => time, logged: [] });
});
afterAll(async () => {
  await recert.stop();
  await slack.close();
});

/** Installs the app in a workspace, and plans messages to its channels. */
async function withMessages(): Promise<{ readonly tenant: string; readonly workspaceId: string }> {
  const tenant = newTenant();
  await recert.install({ team: tenant, user: 'U0ADMIN' });
  const workspaceId = await opened.store.directory.workspaceOf('slack', tenant, time);
  await opened.store.inWorkspace(workspaceId, async ({ outbox, schedule, audit }) => {
    audit.actAs('operator', time);
    for (let order = 0; order < MESSAGES; order += 1) {
      const card = { title: `Message ${order}`, blocks: [] };
      const place = { platform: 'slack', tenant, address: `C0${order}` } as const;
      await outbox.plan({ key: `test ${order}`, purpose: 'notice', place, card }, time);
    }
    await schedule.scheduleNoLaterThan(workspaceId, time);
  });
  return { tenant, workspaceId };
}

const messagesOf = (tenant: string) =>
  slack.calls.filter((call) => call.method === 'chat.postMessage' && call.tenant === tenant).length;

it('holds back the messages of the workspace that Slack asks to wait, and of no other', async () => {
  const refused = await withMessages();
  const other = await withMessages();
  slack.calls.length = 0;
  slack.refuse([refused.tenant], RETRY_AFTER_S);

  for (const { workspaceId } of [refused, other]) await recert.attend(workspaceId);

  // One refused call says enough: the other messages of this workspace would be refused as well.
  expect([messagesOf(refused.tenant), messagesOf(other.tenant)]).toEqual([1, MESSAGES]);
  expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1 + MESSAGES);
  slack.refuse([], 0);
  time = new Date(time.getTime() + RETRY_AFTER_S * 1000);
  await recert.attend(refused.workspaceId);

  expect(messagesOf(refused.tenant)).toBe(1 + MESSAGES);
});
