import nock from 'nock';
import { expect, it } from 'vitest';
import { PDF } from '../adapters/slack/sent-files.ts';
import { STYLES, xlsx } from '../sheets/workbooks.ts';
import { openBothPlatforms } from './both-platforms.ts';

const platforms = openBothPlatforms();
const STORE = 'https://contoso-my.sharepoint.com';

const rows = [
  ['My CPE log', undefined, undefined, undefined],
  ['Date completed', 'Course title', 'CPE hours earned', 'Category'],
  [{ value: 46095, style: STYLES.date }, 'Zero trust webinar', 1, 'Group A'],
  [{ value: 46101, style: STYLES.date }, 'Security congress', 6.5, 'A'],
  [undefined, 'TOTAL', { formula: 'SUM(C3:C4)' }],
];

it('an .xlsx file becomes records: at Slack in the form, at Teams by the button under it', async () => {
  const { slack, teams } = await platforms.start();
  const bytes = await xlsx([{ name: 'Log', rows }]);
  nock('https://files.slack.com')
    .get(/^\/files-pri\//u)
    .reply(200, bytes);
  nock(STORE).get('/download.aspx?tempauth=1').reply(200, bytes);
  for (const one of [slack, teams])
    await one.send(await one.send(await one.form('add cissp'), { expiry: '2027-12-31' }));

  const asked = await slack.form('import');
  const atSlack = await slack.send(asked, { table: [{ ...PDF, name: 'log.xlsx', size: bytes.length }] });
  const slackDone = await slack.send(atSlack);
  const received = await teams.attach([
    {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: `${STORE}/personal/ana/Documents/log.xlsx`,
      name: 'log.xlsx',
      content: { downloadUrl: `${STORE}/download.aspx?tempauth=1`, uniqueId: '1', fileType: 'xlsx' },
    },
  ]);
  const atTeams = await teams.open(received, 'Import as records');
  const teamsDone = await teams.send(atTeams);

  for (const shown of [atSlack, atTeams].map((form) => JSON.stringify(form))) {
    expect(shown).toContain('3 rows in the sheet “Log”');
    expect(shown).toContain('Zero trust webinar · 14 Mar 2026 · CISSP: 1 CPE (Group A)');
    expect(shown).toContain('Line 5, a total');
  }
  for (const done of [slackDone, teamsDone]) expect(JSON.stringify(done)).toContain('2 records imported.');
}, 60_000);
