import nock from 'nock';
import { expect, it } from 'vitest';
import { PODCAST } from '../opportunities/samples.ts';
import { everyoneAsAdmin } from '../support/admin.ts';
import { openBothPlatforms } from './both-platforms.ts';

const platforms = openBothPlatforms();
const wordsOf = (shown: unknown) => JSON.stringify(shown);

it('an admin turns on what fits the team with one tap, and is sent what came of it', async () => {
  const { core, slack, atSlack } = await platforms.start();
  const cycle = await slack.send(await slack.form('add cissp'), { expiry: '2027-12-31' });
  await slack.send(cycle, { cycleStart: '2025-01-01', cycleEnd: '2027-12-31' });
  await everyoneAsAdmin(platforms.store, atSlack);
  nock('https://isc.sans.edu').get('/dailypodcast.xml').reply(200, PODCAST);

  expect(wordsOf(await slack.say('home'))).toContain('Turn on all 3');
  const list = await slack.say('sources');
  expect(wordsOf(list)).toContain('Fits your team');
  expect(wordsOf(await slack.press(list, 'Turn on'))).toContain('I’ll send you the result');
  await core.idle();

  const after = wordsOf(await slack.say('sources'));
  expect(after).toContain('5 opportunities');
  expect(after).not.toContain('“stormcast”');
});
