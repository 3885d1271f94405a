import { expect, it } from 'vitest';
import { everyoneAsAdmin } from '../support/admin.ts';
import { openBothPlatforms } from './both-platforms.ts';

const platforms = openBothPlatforms();
const wordsOf = (shown: unknown) => JSON.stringify(shown);

it('a name with several meanings is chosen from a list, at Slack and at Teams', async () => {
  const { slack, teams } = await platforms.start();

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
  const { slack, atSlack } = await platforms.start();
  await slack.say('help');
  await everyoneAsAdmin(platforms.store, atSlack);

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
