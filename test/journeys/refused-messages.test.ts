import { expect, it } from 'vitest';
import { newTenant } from '../support/tenant.ts';
import { installation } from './installation.ts';

const RETRY_AFTER_S = 90;
const MESSAGES = 3;

let time = new Date('2026-03-31T12:00:00Z');
const world = installation({ now: () => time });

/** Installs the app in a workspace, and plans messages to its channels. */
async function withMessages(): Promise<{ readonly tenant: string; readonly workspaceId: string }> {
  const tenant = newTenant();
  await world.recert.install({ team: tenant, user: 'U0ADMIN' });
  const workspaceId = await world.store.directory.workspaceOf('slack', tenant, time);
  await world.store.inWorkspace(workspaceId, async ({ outbox, schedule, audit }) => {
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
  world.slack.calls.filter((call) => call.method === 'chat.postMessage' && call.tenant === tenant).length;

it('holds back the messages of the workspace that Slack asks to wait, and of no other', async () => {
  const refused = await withMessages();
  const other = await withMessages();
  world.slack.calls.length = 0;
  world.slack.refuse([refused.tenant], RETRY_AFTER_S);

  for (const { workspaceId } of [refused, other]) await world.recert.attend(workspaceId);

  // One refused call says enough: the other messages of this workspace would be refused as well.
  expect([messagesOf(refused.tenant), messagesOf(other.tenant)]).toEqual([1, MESSAGES]);
  expect(world.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1 + MESSAGES);
  world.slack.refuse([], 0);
  time = new Date(time.getTime() + RETRY_AFTER_S * 1000);
  await world.recert.attend(refused.workspaceId);

  expect(messagesOf(refused.tenant)).toBe(1 + MESSAGES);
});
