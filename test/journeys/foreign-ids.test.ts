import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { newTenant } from '../support/tenant.ts';
import { collectShown, ForeignRequests } from './foreign-requests.ts';
import { installation } from './installation.ts';
import { idsOf, PLANTED_USERS, plantSample, rowsOf } from './planted-workspaces.ts';

/** How many requests with ids of another workspace are sent; a campaign sends thousands. */
const REQUESTS = Number(process.env.RECERT_FOREIGN_IDS ?? 60);
const SEED = Number(process.env.RECERT_SEED ?? 26);
/** Of how many people the buttons and forms are collected. */
const COLLECTED = REQUESTS > 1000 ? 4 : 1;
/** A sample takes one line in three of those that show buttons and forms. */
const EVERY = REQUESTS > 1000 ? 1 : 3;
/** Everything that is logged. */
const logged: string[] = [];

const now = () => new Date('2026-03-31T12:00:00Z');
const world = installation({ now, logged });

/** The same numbers each time, so that a request that went wrong can be sent again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function install() {
  const tenant = newTenant();
  await world.recert.install({ team: tenant, user: 'U0INSTALLER' });
  const workspaceId = await world.store.directory.workspaceOf('slack', tenant, now());
  return { tenant, workspaceId, mark: `planted${randomBytes(6).toString('hex')}` };
}

it(`keeps the data of workspaces apart for ${REQUESTS} requests with ids of another workspace`, {
  timeout: 7_200_000,
}, async () => {
  const { recert, slack } = world;
  const [own, other] = [await install(), await install()];
  await plantSample(world.store, [own, other], now());
  const shown = await collectShown(own.tenant, PLANTED_USERS.slice(0, COLLECTED), { recert, slack, every: EVERY });
  const shownThere = await collectShown(other.tenant, PLANTED_USERS.slice(0, 1), { recert, slack, every: EVERY });
  const ids = {
    own: await idsOf(world.store, own.workspaceId),
    foreign: await idsOf(world.store, other.workspaceId),
  };
  const random = randomFrom(SEED);
  const requests = new ForeignRequests(shown, ids, random);
  const before = await rowsOf(world.store, other.workspaceId);
  expect(before.size).toBeGreaterThan(10);

  for (let sent = 0; sent < REQUESTS; sent += 1) {
    slack.calls.length = 0;
    const user = PLANTED_USERS[Math.floor(random() * PLANTED_USERS.length)] ?? '';
    const answer = await requests.send(recert, { team: own.tenant, user });
    await recert.core.idle();

    const calls = slack.calls.filter(({ method }) => !method.startsWith('hook'));
    expect(`${answer}${JSON.stringify(slack.calls)}`).not.toContain(other.mark);
    expect(calls.filter(({ tenant }) => tenant !== own.tenant)).toEqual([]);
  }

  expect(await rowsOf(world.store, other.workspaceId)).toEqual(before);
  expect(logged.filter((line) => line.includes('An interaction failed'))).toEqual([]);
  // The data is there to be seen: the same ids lead its own people to it.
  const there = new ForeignRequests(shownThere, { own: ids.foreign, foreign: ids.foreign }, randomFrom(SEED));
  let seen = 0;
  for (let sent = 0; sent < 40; sent += 1) {
    slack.calls.length = 0;
    const answer = await there.send(recert, { team: other.tenant, user: PLANTED_USERS[0] ?? '' });
    await recert.core.idle();
    if (`${answer}${JSON.stringify(slack.calls)}`.includes(other.mark)) seen += 1;
  }
  expect(seen).toBeGreaterThan(4);
});
