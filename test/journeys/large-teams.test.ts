import { expect, it } from 'vitest';
import { longAnswerSlots } from '../../src/core/long-answers.ts';
import { sendOutbox } from '../../src/services/notifications/send-outbox.ts';
import { PERSONAL } from '../adapters/teams/activities.ts';
import { NOW } from '../adapters/teams/issuer.ts';
import { everyoneAsAdmin } from '../support/admin.ts';
import { silent } from '../support/conversation.ts';
import { addLargeTeam } from '../support/large-team.ts';
import { lazyAdapter } from '../support/lazy-adapter.ts';
import { openBothPlatforms } from './both-platforms.ts';
import type { SlackAnna } from './slack-anna.ts';
import type { TeamsAna } from './teams-ana.ts';

const platforms: { slack?: SlackAnna; teams?: TeamsAna } = {};
const longSlots = longAnswerSlots();
const adapters = [
  lazyAdapter('slack', () => started(platforms.slack).adapter),
  lazyAdapter('teams', () => started(platforms.teams).adapter),
];
const world = openBothPlatforms({ longSlots, answerWithinMs: 1500, adapters });

function started<T>(platform: T | undefined): T {
  if (platform === undefined) throw new Error('The platform was not started.');
  return platform;
}

/** Occupies the slots of answers about many people. */
async function occupied(): Promise<() => void> {
  const ends = [await longSlots.acquire('one'), await longSlots.acquire('two')];
  return () => {
    for (const end of ends) end();
  };
}

/** Sends what waits, as the job that looks every ten seconds does. */
async function sendWaiting(workspaceId: string): Promise<void> {
  const clock = { now: () => new Date(NOW.getTime() + 10_000) };
  await sendOutbox(workspaceId, { store: world.store, clock, log: silent, adapters, gapMs: 0 });
}

it('a list of a large team that takes longer comes as a private message in Slack', async () => {
  const { core, slack, atSlack } = await world.start();
  platforms.slack = slack;
  await slack.say('help');
  await everyoneAsAdmin(world.store, atSlack);
  await addLargeTeam(world.store, atSlack, 'All');
  const end = await occupied();

  const announced = JSON.stringify(await slack.say('risk All'));
  expect(slack.posted()).toEqual([]);
  end();
  await core.idle();
  await sendWaiting(atSlack);

  expect(announced).toContain('Yours starts after it, and you’ll get the answer in a private message.');
  expect(slack.posted()).toMatchObject([{ channel: 'D0ANNA' }]);
  expect(JSON.stringify(slack.posted())).toContain('All: ✓ everyone is on track');
});

it('a list of a large team that takes longer comes as a private message in Teams', async () => {
  const { core, teams, atTeams } = await world.start();
  platforms.teams = teams;
  await teams.say('help');
  await everyoneAsAdmin(world.store, atTeams);
  await addLargeTeam(world.store, atTeams, 'All');
  const end = await occupied();

  const announced = JSON.stringify(await teams.say('risk All'));
  const before = teams.adapter.said.length;
  teams.adapter.expectMessage(PERSONAL.id);
  end();
  await core.idle();
  await sendWaiting(atTeams);

  expect(announced).toContain('Yours starts after it, and you’ll get the answer in a private message.');
  const sent = teams.adapter.said.slice(before);
  expect(sent).toMatchObject([{ conversation: PERSONAL.id }]);
  expect(JSON.stringify(sent)).toContain('All: ✓ everyone is on track');
});
