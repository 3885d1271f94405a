import nock from 'nock';
import { expect, it } from 'vitest';
import { PDF } from '../adapters/slack/sent-files.ts';
import { NOW } from '../adapters/teams/issuer.ts';
import { aPdf, verdictOn } from '../support/records.ts';
import { openBothPlatforms } from './both-platforms.ts';

const platforms = openBothPlatforms();
const wordsOf = (shown: unknown) => JSON.stringify(shown);

it('the life of a record, at Slack and at Teams: the log is whole at every step', async () => {
  let now = NOW;
  const { slack, teams, atSlack: workspaceId } = await platforms.start(() => now);
  const steps: [step: string, verdict: string][] = [];
  const step = async (name: string) => void steps.push([name, await verdictOn(platforms.store, workspaceId)]);

  for (const code of ['cissp', 'cism']) {
    const cycle = await slack.send(await slack.form(`add ${code}`), { expiry: '2027-12-31' });
    await slack.send(cycle, { cycleStart: '2025-01-01', cycleEnd: '2027-12-31' });
    await step(`${code} added at Slack`);
  }

  const shown = await slack.say('link');
  const [, code = ''] = /link ([A-Z0-9-]{4,})/u.exec(wordsOf(shown)) ?? [];
  await teams.send(await teams.form(`link ${code.toLowerCase()}`));
  await slack.press(shown, 'Confirm');
  await step('Ana at Teams is Anna at Slack');

  // From a message: title, link and date are there; two steps to a record.
  const fromMessage = await slack.logMessage({ text: 'Zero trust in practice <https://a.example/talk>' });
  expect(wordsOf(fromMessage)).toContain('https://a.example/talk');
  const claims = {
    kind: 'webinar',
    duration: '1h',
    counts: ['cissp', 'cism'],
    'credits.cissp': '1',
    'credits.cism': '1',
  };
  const about = { title: 'Zero trust in practice', provider: 'SANS', start: '2026-03-30', ...claims };
  const logged = await slack.send(fromMessage, { ...about, proofForm: 'screenshot' });
  expect(wordsOf(logged)).toContain('Zero trust in practice');
  await step('logged from a message at Slack');

  // Its proof is taken by one body and refused by the other.
  const record = await slack.say('show zero');
  expect(wordsOf(record)).toContain('CISSP: Audit-ready');
  expect(wordsOf(record)).toContain('CISM: Not accepted by ISACA: screenshot');
  await step('judged');

  // The same from another message, at Teams: a double is shown before saving, and both are real.
  const again = await teams.logMessage({
    linkToMessage: 'https://teams.microsoft.com/l/message/1',
    createdDateTime: '2026-03-30T02:00:00Z',
    body: { contentType: 'html', content: 'Zero-trust in practise' },
  });
  const requested = await teams.send(again, { ...about, title: 'Zero-trust in practise' });
  expect(wordsOf(requested)).toContain('Possible duplicate of “Zero trust in practice”');
  await step('a double is flagged at Teams');
  const both = await teams.send(requested);
  expect(wordsOf(both)).toContain('Zero-trust in practise');
  await step('both are real');

  // Edited on both at once: the second is told, and nothing is overwritten unseen.
  const atSlack = await slack.press(record, 'Edit');
  const atTeams = await teams.open(await teams.say('show zero trust practice'), 'Edit');
  await slack.send(atSlack, { title: 'Zero trust, day one' });
  await step('corrected at Slack');
  const notified = await teams.send(atTeams, { description: 'A day of zero trust.' });
  expect(wordsOf(notified)).toContain('is now “Zero trust, day one”');
  expect(wordsOf(notified)).toContain('A day of zero trust.');
  await step('the second is told at Teams');
  await teams.send(notified, { title: 'Zero trust, day one' });
  const merged = wordsOf(await slack.say('show day one'));
  expect([merged.includes('A day of zero trust.'), merged.includes('Zero trust, day one')]).toEqual([true, true]);
  await step('and saves over it');

  // Better proof, as a file of Slack's own; the refused one goes.
  nock('https://files.slack.com')
    .get(/^\/files-pri\//u)
    .reply(200, aPdf('certificate'), { 'content-type': 'application/pdf' });
  const proving = await slack.press(record, 'Attach proof');
  const proved = await slack.send(proving, { proof: [PDF], proofForm: 'certificate' });
  expect(wordsOf(proved)).toContain('certificate.pdf');
  expect(wordsOf(proved)).toMatch(/CISM.{0,80}Audit-ready/u);
  await step('proved at Slack');

  const undone = await teams.press(both, 'Undo');
  expect(wordsOf(await slack.say('history'))).not.toContain('practise');
  await step('undone at Teams');
  await teams.press(undone, 'Restore');
  await step('and put back');

  // After the ten minutes of undo it is a record that a body may ask for.
  now = new Date(NOW.getTime() + 3_600_000);
  const deleted = await slack.press(await slack.say('show day one'), 'Delete');
  expect(wordsOf(deleted)).toContain('restore it until 31 Dec 2028');
  await step('deleted at Slack');
  await teams.press(await teams.say('trash'), 'Restore');
  expect(wordsOf(await slack.say('history'))).toContain('Zero trust, day one');
  await step('put back at Teams');

  expect(await everythingOf(workspaceId)).toContain('a.example');
  await slack.send(await slack.form('erase'), { word: 'ERASE' });
  await step('erased at Slack');
  expect(wordsOf(await teams.say('history'))).toContain('No records yet');

  expect(steps.map(([name, verdict]) => `${name}: ${verdict}`)).toEqual(steps.map(([name]) => `${name}: whole`));
  const left = await everythingOf(workspaceId);
  for (const typed of ['Zero', 'zero', 'SANS', 'a.example', 'certificate.pdf', 'Anna'])
    expect(left).not.toContain(typed);
}, 120_000);

/** Every row of every table of a workspace, as text. */
async function everythingOf(workspaceId: string): Promise<string> {
  const em = platforms.store.orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id'`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) => em.execute(`select * from ${name} where workspace_id = ?`, [workspaceId])),
  );
  return JSON.stringify(rows);
}
