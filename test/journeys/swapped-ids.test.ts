import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { newTenant } from '../support/tenant.ts';
import { installation } from './installation.ts';
import type { Sender } from './installed-recert.ts';

/** How many requests with swapped ids are sent; a campaign sends thousands. */
const REQUESTS = Number(process.env.RECERT_SWAPPED_IDS ?? 60);
const LINES = ['history', 'show last', 'people', 'pace', 'team', 'settings', 'debt'];

const now = () => new Date('2026-03-31T12:00:00Z');
const world = installation({ now });

interface Workspace {
  readonly tenant: string;
  readonly senders: readonly Sender[];
  /** Stands in its data alone. */
  readonly planted: string;
}

/** A workspace with a team that no other one has. */
async function plant(tenant: string, senders: readonly Sender[]): Promise<Workspace> {
  const planted = `planted${randomBytes(6).toString('hex')}`;
  const [sender] = senders;
  if (sender === undefined) throw new Error('A workspace needs somebody who types.');
  await world.recert.install({
    ...(sender.isOrgWide ? {} : { team: sender.team }),
    ...(sender.enterprise === undefined ? {} : { enterprise: sender.enterprise }),
    ...{ isOrgWide: sender.isOrgWide === true, user: sender.user },
  });
  const workspaceId = await world.store.directory.workspaceOf('slack', tenant, now());
  await world.store.inWorkspace(workspaceId, async (data) => {
    data.audit.actAs('operator', now());
    await data.teams.add(planted, now());
  });
  return { tenant, senders, planted };
}

it(`keeps workspaces apart for ${REQUESTS} requests with swapped ids`, async () => {
  const [one, other, enterprise, own] = [...'TTET'].map((kind) => `${kind}${newTenant()}`) as [
    string,
    string,
    string,
    string,
  ];
  // The same user ids are used everywhere: only the workspace tells them apart.
  const users = ['U0SAME', 'U0ALSO'];
  const sendersIn = (where: Omit<Sender, 'user'>) => users.map((user) => ({ ...where, user }));
  const workspaces = [
    await plant(one, sendersIn({ team: one })),
    await plant(other, sendersIn({ team: other })),
    await plant(enterprise, sendersIn({ team: one, enterprise, isOrgWide: true })),
    await plant(own, sendersIn({ team: own, enterprise })),
  ];
  let seen = 0;
  for (let index = 0; index < REQUESTS; index += 1) {
    const { senders, tenant, planted } = workspaces[index % workspaces.length] as Workspace;
    const sender = senders[Math.floor(index / workspaces.length) % senders.length] as Sender;
    const line = index % 3 === 0 ? 'team' : (LINES[index % LINES.length] as string);
    world.slack.calls.length = 0;

    const answer = await world.recert.type(sender, line);

    const calls = JSON.stringify(world.slack.calls.map(({ args }) => args));
    const strangers = workspaces.filter((workspace) => workspace.planted !== planted);
    expect(strangers.filter((stranger) => `${answer}${calls}`.includes(stranger.planted))).toEqual([]);
    expect(world.slack.calls.filter((call) => call.tenant !== tenant && call.method !== 'hook')).toEqual([]);
    if (answer.includes(planted)) seen += 1;
  }
  // The data is there to be seen: each workspace saw its own.
  expect(seen).toBeGreaterThan(REQUESTS / 10);
});
