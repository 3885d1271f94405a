import nock from 'nock';
import { expect, it } from 'vitest';
import { NOW } from '../adapters/teams/issuer.ts';
import { BRIGHTTALK } from '../opportunities/samples.ts';
import { everyoneAsAdmin } from '../support/admin.ts';
import { openBothPlatforms } from './both-platforms.ts';

const platforms = openBothPlatforms();
const wordsOf = (shown: unknown) => JSON.stringify(shown);

it('a feed is added, searched, ranked, attended and planned at Slack and at Teams', async () => {
  const { core, slack, teams, atSlack, atTeams } = await platforms.start();
  // What is to come in the recorded feed comes a week after the clock of this test.
  const feed = BRIGHTTALK.replace('1796738400', String(NOW.getTime() / 1000 + 7 * 86_400)).replace(
    '1790000000',
    '1770000000',
  );
  nock('https://feeds.example').get('/talks').twice().reply(200, feed, { 'content-type': 'application/atom+xml' });

  const cycle = await slack.send(await slack.form('add cissp'), { expiry: '2027-12-31' });
  await slack.send(cycle, { cycleStart: '2025-01-01', cycleEnd: '2027-12-31' });
  await everyoneAsAdmin(platforms.store, atSlack);
  await slack.send(await slack.form('sources add'), {
    name: 'Talks',
    address: 'https://feeds.example/talks',
    kind: 'webinar',
  });
  await core.idle();
  expect(wordsOf(await slack.say('sources'))).toContain('2 opportunities');
  const found = await slack.say('search zero trust');
  expect(wordsOf(found)).toContain('CISSP ≈ 1 CPE');
  expect(wordsOf(await slack.say('next 1h'))).toMatch(
    /CISSP(?: Group A)? \+1(?: \([^)]*\))?: counts for \d open requirements?/u,
  );
  expect(wordsOf(await slack.press(found, 'Add to plan'))).toContain('Zero Trust &amp; Identity'.replace('&amp;', '&'));
  const form = await slack.press(await slack.say('search ransomware'), 'I attended this');
  expect(wordsOf(form)).toContain('https://www.brighttalk.com/webcast/19195/600002');

  const second = await teams.send(await teams.form('add cism'), { expiry: '2027-12-31' });
  await teams.send(second, { cycleStart: '2025-01-01', cycleEnd: '2027-12-31' });
  await everyoneAsAdmin(platforms.store, atTeams);
  await teams.send(await teams.form('sources add'), {
    name: 'Talks',
    address: 'https://feeds.example/talks',
    kind: 'webinar',
  });
  await core.idle();
  const card = await teams.say('search zero trust');
  expect(wordsOf(card)).toContain('CISM ≈ 1 CPE hours');
  expect(wordsOf(await teams.say('next 1h'))).toMatch(
    /CISM \+1 \(counts: zero trust\): counts for \d open requirements?/u,
  );
  expect(wordsOf(await teams.find('offers', 'zero trust'))).toContain(
    'https://www.brighttalk.com/webcast/19195/600001',
  );
  expect(wordsOf(await teams.find('offers', 'gardening'))).toContain('No opportunities match');
  // It is still to come.
  expect(wordsOf(await teams.open(card, 'I attended this'))).toContain('Add it to your plan now');
}, 60_000);
