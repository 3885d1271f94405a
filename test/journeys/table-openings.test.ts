import nock from 'nock';
import { expect, it } from 'vitest';
import { PDF } from '../adapters/slack/sent-files.ts';
import { addCertification, cardOf, formOf, sayAndConfirm, type Talk, talk, textOf } from '../support/conversation.ts';
import { aFile } from '../support/records.ts';
import { openStore } from '../support/store.ts';
import { Mailbox } from '../support/team.ts';
import { openBothPlatforms } from './both-platforms.ts';

const world = openStore();
const TODAY = '2026-11-29';
const HEADER = 'Title,Date,CPE,Certification,Category,Type';

/** Dana with a CISSP in its first cycle. */
async function dana(): Promise<Talk> {
  const person = talk({ store: world.store, today: TODAY });
  await addCertification(person, 'cissp', { start: '2025-03-01', end: '2028-02-29' });
  return person;
}

const upload = async (person: Talk, rows: readonly string[]) =>
  formOf(await person.say('import', undefined, [aFile('log.csv', Buffer.from([HEADER, ...rows].join('\n')), 'table')]));
const paceOf = async (person: Talk) => textOf(await person.say('pace cissp'));

it('states the opening balances of a table, and undoes them with its records', async () => {
  const person = await dana();
  const shown = await upload(person, [
    'Balance brought forward from Excel,2026-06-30,32.5,CISSP,,',
    'Zero trust webinar,2026-07-14,1,CISSP,Group A,Webinar',
  ]);

  expect(textOf({ kind: 'form', form: shown })).toContain('Opening balances, stated, not itemised:');
  expect(textOf({ kind: 'form', form: shown })).toContain('• Until 30 Jun 2026 · CISSP: 32.5 CPE');
  const done = await person.send(shown);

  expect(textOf(done)).toContain('1 record imported.');
  expect(textOf(done)).toContain('1 opening balance stated, not itemised.');
  expect(await paceOf(person)).toContain('32.5 CPE of it stated, not itemised');
  expect(textOf(await person.say('debt'))).toContain('Stated, not itemised');

  await sayAndConfirm(person, 'undo', 'Undo');

  expect(await paceOf(person)).not.toContain('stated, not itemised');
  expect(textOf(await person.say('history'))).not.toContain('Zero trust webinar');
});

it.each([
  ['Anfangsbestand,2026-06-30,10,CISSP,,'],
  ['Übertrag aus altem Tracker 2026,2026-06-30,10,CISSP,Group A,'],
  ['From my old tracker,2026-06-30,10,CISSP,,Carried forward'],
  ['CISSP credits,2026-06-30,10,CISSP,Opening balance,'],
])('reads %s as an opening balance', async (row) => {
  const person = await dana();

  expect(textOf(await person.send(await upload(person, [row])))).toContain('1 opening balance stated');
  expect(await paceOf(person)).toContain('10 CPE of it stated');
});

it('never makes an activity an opening balance', async () => {
  const person = await dana();
  const shown = await upload(person, [
    'Opening balance sheets for auditors,2026-06-30,1,CISSP,Group A,',
    'Cloud keys,2026-06-29,1,CISSP,Group A,Vortrag',
    'Vortrag über Logs,2026-06-28,1,CISSP,Group A,',
  ]);

  expect(textOf(await person.send(shown))).toContain('3 records imported.');
  expect(await paceOf(person)).not.toContain('stated, not itemised');
});

it('lets the person say whether “Vortrag” is a balance, and up to which day', async () => {
  const person = await dana();
  const shown = await upload(person, ['Vortrag,,12,CISSP,,', 'Logs,2026-07-01,1,CISSP,Group A,']);
  const named = formOf(await person.send(shown, { balanceRows: 'balance' }));
  const dated = formOf(await person.send(named, { balanceDay: '2026-06-30' }));

  expect(textOf({ kind: 'form', form: shown })).toContain('Line 2, an opening balance or an activity?');
  expect(textOf({ kind: 'form', form: named })).toContain('Line 2, date: missing for an opening balance.');
  expect(textOf(await person.send(dated))).toContain('1 opening balance stated');
  expect(await paceOf(person)).toContain('12 CPE of it stated');
});

it.each([
  ['each', '50 CPE of it stated', 'Until 30 Jun 2026 · CISSP: 30 CPE'],
  ['running', '30 CPE of it stated', 'Until 30 Jun 2026 · CISSP: 10 CPE'],
])('lets the person say that several balances state %s', async (answer, total, preview) => {
  const person = await dana();
  const shown = await upload(person, [
    'Opening balance,2025-12-31,20,CISSP,,',
    'Carried forward,2026-06-30,30,CISSP,,',
  ]);
  const answered = formOf(await person.send(shown, { balanceAmounts: answer }));
  await person.send(answered);

  expect(textOf({ kind: 'form', form: shown })).toContain('Lines 2 and 3, several opening balances in one cycle.');
  expect(textOf({ kind: 'form', form: answered })).toContain(preview);
  expect(await paceOf(person)).toContain(total);
});

it('states nothing twice, and replaces other figures only if told to', async () => {
  const person = await dana();
  await person.send(await upload(person, ['Opening balance,2026-06-30,20,CISSP,,']));
  const again = await person.send(await upload(person, ['Opening balance,2026-06-30,20,CISSP,,']));
  const other = await upload(person, ['Opening balance,2026-06-30,25,CISSP,,']);
  const unanswered = formOf(await person.send(other));
  const replaced = formOf(await person.send(other, { existingBalances: 'replace' }));

  expect(textOf(again)).not.toContain('1 opening balance stated');
  expect(JSON.stringify(unanswered.errors)).toContain('CISSP: 20 CPE until 30 Jun 2026 are stated already.');
  expect(await paceOf(person)).toContain('20 CPE of it stated');

  await person.send(replaced);

  expect(await paceOf(person)).toContain('25 CPE of it stated');
});

it('leaves out what states nothing of the cycle, with the reason', async () => {
  const person = await dana();
  const shown = await upload(person, [
    'Opening balance,2024-12-31,20,CISSP,,',
    'Carried over from previous cycle,2025-03-01,10,CISSP,,',
    'Opening balance,2026-06-30,,CISSP,,',
    'Logs,2026-07-01,1,CISSP,Group A,',
  ]);
  const text = textOf({ kind: 'form', form: shown });

  expect(text).toContain('Line 2, date: not in the current cycle of CISSP.');
  expect(text).toContain('Line 3, credits of the previous cycle.');
  expect(text).toContain('Line 4, credits: missing for an opening balance.');
  expect(cardOf(await person.send(shown)).title).toBe('Import records');
  expect(await paceOf(person)).not.toContain('stated, not itemised');
});

/** More rows than are read while the person waits. */
const LONG = [
  'Balance brought forward,2026-02-28,32.5,CISSP,,',
  ...Array.from({ length: 501 }, (_, at) => `Session ${at},2026-03-0${1 + (at % 9)},1,CISSP,Group A,`),
];

it('states those of a long table with its records, after the reply, and undoes them with it', async () => {
  const mailbox = new Mailbox();
  const person = talk({ store: world.store, today: TODAY, adapters: [mailbox.adapter] });
  await addCertification(person, 'cissp', { start: '2025-03-01', end: '2028-02-29' });
  const begun = await person.send(await upload(person, LONG));
  await person.core.idle();
  const paced = await paceOf(person);
  const again = await person.send(await upload(person, LONG));
  await person.core.idle();
  const stated = await paceOf(person);

  expect(textOf(begun)).toContain('Importing the file.');
  expect(JSON.stringify(mailbox.posted[0]?.card)).toContain('501 records imported.');
  expect(JSON.stringify(mailbox.posted[0]?.card)).toContain('1 opening balance stated, not itemised.');
  expect(paced).toContain('32.5 CPE of it stated, not itemised');
  expect(textOf(again)).toContain('Importing the file.');
  expect(JSON.stringify(mailbox.posted[1]?.card)).toContain('No new records: all 501 were already there.');
  expect(JSON.stringify(mailbox.posted[1]?.card)).toContain('Line 2, stated already with the same figures.');
  expect(stated).toContain('32.5 CPE of it stated, not itemised');

  await sayAndConfirm(person, 'undo', 'Undo');

  expect(await paceOf(person)).not.toContain('stated, not itemised');
  expect(textOf(await person.say('history'))).not.toContain('Session');
});

const platforms = openBothPlatforms();
const SHAREPOINT = 'https://contoso-my.sharepoint.com';

it.each<[string, readonly string[], string]>([
  ['a short', LONG.slice(0, 2), '1 opening balance stated, not itemised.'],
  ['a long', LONG, 'Importing the file.'],
])(
  'states those of %s table at Slack and at Teams',
  async (_length, lines, answer) => {
    const { core, slack, teams } = await platforms.start();
    const bytes = Buffer.from([HEADER, ...lines].join('\n'));
    nock('https://files.slack.com')
      .get(/^\/files-pri\//u)
      .reply(200, bytes.toString());
    nock(SHAREPOINT).get('/download.aspx?tempauth=1').reply(200, bytes.toString());
    for (const one of [slack, teams])
      await one.send(await one.send(await one.form('add cissp'), { expiry: '2027-12-31' }));

    const atSlack = await slack.send(await slack.form('import'), {
      table: [{ ...PDF, name: 'log.csv', size: bytes.length }],
    });
    const slackDone = await slack.send(atSlack);
    const received = await teams.attach([
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: `${SHAREPOINT}/personal/ana/Documents/log.csv`,
        name: 'log.csv',
        content: { downloadUrl: `${SHAREPOINT}/download.aspx?tempauth=1`, uniqueId: '1', fileType: 'csv' },
      },
    ]);
    const teamsDone = await teams.send(await teams.open(received, 'Import as records'));
    await core.idle();

    for (const done of [slackDone, teamsDone]) expect(JSON.stringify(done)).toContain(answer);
    for (const one of [slack, teams])
      expect(JSON.stringify(await one.say('pace cissp'))).toContain('32.5 CPE of it stated, not itemised');
  },
  120_000,
);
