import nock from 'nock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { createCore, type RunningCore } from '../../src/core/dispatch.ts';
import { NOW, TENANT } from '../adapters/teams/issuer.ts';
import { everyoneAsAdmin } from '../support/admin.ts';
import { silent } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';
import { emptyTenant } from '../support/tenant.ts';
import { type SlackAnna, slackAnna } from './slack-anna.ts';
import { type TeamsAna, teamsAna } from './teams-ana.ts';

const world = openStore();
const AT_SLACK = { platform: 'slack', tenant: 'T0HOME' };
const AT_TEAMS = { platform: 'teams', tenant: TENANT };
const wordsOf = (shown: unknown) => JSON.stringify(shown);
let core: RunningCore;
let slack: SlackAnna;
let teams: TeamsAna;

beforeEach(async () => {
  nock.disableNetConnect();
  core = createCore({ store: world.store, catalogue: loadCatalogue(), clock: { now: () => NOW }, log: silent });
  slack = await slackAnna(core);
  teams = await teamsAna(core);
});
afterEach(async () => {
  await slack.stop();
  await teams.stop();
  nock.cleanAll();
});

it('a name with several meanings is chosen from a list, at Slack and at Teams', async () => {
  await emptyTenant(world.store, AT_SLACK, NOW);
  await emptyTenant(world.store, AT_TEAMS, NOW);

  const atSlack = await slack.form('add cpa');
  const atTeams = await teams.form('add comptia');

  expect(wordsOf(atSlack)).toContain('Which one?');
  expect(wordsOf(atSlack)).not.toContain('initial_option');
  const cycle = await slack.send(atSlack, { certification: 'cpa-texas', expiry: '2027-06-30' });
  const added = await slack.send(cycle, { cycleStart: '2024-07-01', cycleEnd: '2027-06-30' });
  expect(wordsOf(added)).toContain('CPA');
  expect(wordsOf(await slack.say('certs'))).toContain('30 Jun 2027');
  expect(wordsOf(atTeams)).toContain('Which one?');
  const next = await teams.send(atTeams, { certification: 'security-plus', expiry: '2027-06-30' });
  expect(wordsOf(await teams.send(next, { cycleStart: '2024-07-01', cycleEnd: '2027-06-30' }))).toContain('Security+');
}, 60_000);

it('rules of one’s own are set in a form, held, and tried as they will be', async () => {
  const atSlack = await emptyTenant(world.store, AT_SLACK, NOW);
  await slack.say('help');
  await everyoneAsAdmin(world.store, atSlack);

  const saved = await slack.send(await slack.form('customise northwind auditor'), {
    ...{ name: 'Northwind Auditor', body: 'Northwind', unit: 'points', months: '24', total: '40' },
    ...{ minimums: 'Ethics: 4', caps: 'Webinar: 10 per year', anchor: 'fixed-day', endsOn: '2027-06-30' },
  });
  const cycle = await slack.send(await slack.form('add northwind auditor'), { start: '2025-07-01' });
  await slack.send(cycle);
  const less = await slack.say('whatif -northwind auditor');
  const rules = await slack.say('rules cfp');
  const later = await slack.say('whatif --rules 2027');

  expect(wordsOf(saved)).toContain('Webinar: at most 10 points per year');
  expect(wordsOf(less)).toContain('40 points by 30 Jun 2027');
  expect(wordsOf(rules)).toContain('Next known change');
  expect(wordsOf(later)).toContain('No change by the end of 2027 is known');
}, 60_000);
