import { beforeEach, describe, expect, it } from 'vitest';
import { type Answers, type Form, fieldsOf, MORE_FIELDS, partsByNeed } from '../../../src/chat/form.ts';
import type { IncomingFile } from '../../../src/chat/incoming-file.ts';
import { plainTextOf } from '../../../src/chat/text.ts';
import { categoryField, nameField } from '../../../src/views/portability/import-question-parts.ts';
import { STYLES, xlsx } from '../../sheets/workbooks.ts';
import { addCertification, cardOf, formOf, newcomer, type Talk, talk, textOf } from '../../support/conversation.ts';
import { waitingFiles } from '../../support/files.ts';
import { workspaceOf } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';
import { Mailbox } from '../../support/team.ts';

const world = openStore();
let mailbox: Mailbox;
let ana: Talk;

beforeEach(async () => {
  mailbox = new Mailbox();
  ana = talk({ store: world.store, adapters: [mailbox.adapter] });
  for (const code of ['cissp', 'ccsp']) await addCertification(ana, code, { start: '2025-01-01', end: '2027-12-31' });
});

const TABLE = ['Course,Date,CPE,Cert,Area', 'Logs,3/4/2026,1,CISSP,Group A', 'Keys,25/4/2026,2,CCSP,Group A'].join(
  '\n',
);

const table = (text: string | Uint8Array, name = 'records.csv'): IncomingFile => ({
  name,
  read: async () => (typeof text === 'string' ? new TextEncoder().encode(text) : text),
});
const shown = async (text: string | Uint8Array): Promise<Form> =>
  formOf(await ana.say('import', undefined, [table(text)]));
const textsOf = ({ parts }: Form) => parts.flatMap((part) => (part.kind === 'text' ? [plainTextOf(part.text)] : []));
const shownFields = (form: Form) => fieldsOf(partsByNeed(form).main).map(({ name }) => name);
/** Sends a form with exactly these answers, as a platform does that sends only what it shows. */
const sendOnly = ({ command, state = '' }: Form, answers: Answers, args = {}) => {
  const { tenant } = ana.options;
  const from = { platform: 'slack', tenant, user: 'ana' } as const;
  return ana.core.dispatch({
    command,
    state,
    args,
    answers,
    from,
    place: { platform: 'slack', tenant, address: 'C1' },
  });
};
const historyOf = async () => textOf(await ana.say('history'));

describe('a table', () => {
  it('is shown as it is read, and taken once it was seen', async () => {
    const form = await shown(TABLE);
    const before = await historyOf();
    const done = await ana.send(form, {}, 'once');
    const again = await ana.send(form, {}, 'once');
    const twice = await ana.send(await shown(TABLE), {});

    expect(textsOf(form)).toEqual([
      '2 records to import.',
      [
        'As they will be saved:',
        '• Logs · 3 Apr 2026 · CISSP: 1 CPE (Group A)',
        '• Keys · 25 Apr 2026 · CCSP: 2 CPE (Group A)',
      ].join('\n'),
      '2 rows, separated by commas, day before month.',
      'title: Course; date: Date; certification: Cert; category: Area; credits: CPE.',
    ]);
    expect(shownFields(form)).toEqual([]);
    expect(before).not.toContain('Logs');
    expect(textOf(done)).toContain('2 records imported.');
    expect(textOf(again)).toContain('2 records imported.');
    expect(textOf(twice)).toContain('No new records: all 2 were already there.');
    expect((await historyOf()).match(/Logs|Keys/gu)).toHaveLength(2);
  });

  it('that is read otherwise is shown again before it is taken', async () => {
    const form = await shown('Course,Topic,Date,CPE,Cert,Area\nA,Logs,2026-04-03,1,CISSP,Group A');
    const changed = formOf(await ana.send(form, { title: '2' }));
    const nothing = await historyOf();
    await ana.send(changed, {});

    expect(textsOf(changed).join(' ')).toContain('title: Topic');
    expect(nothing).not.toContain('Logs');
    expect(await historyOf()).toContain('Logs');
  });

  it('shows its columns on request, and imports it the same where they weren’t shown', async () => {
    const form = await shown(TABLE);
    const expanded = formOf(await sendOnly(form, {}, MORE_FIELDS));
    const changed = formOf(await sendOnly(expanded, { ...expanded.answers, title: '4' }));
    const sent = await sendOnly(changed, { title: '4' });

    expect(form.moreFields).toBe('Change columns');
    expect(partsByNeed(expanded).extra).toEqual([]);
    expect(shownFields(expanded)).toContain('start');
    expect(shownFields(changed)).toEqual(['title']);
    expect(textOf(sent)).toContain('2 records imported.');
    expect(await historyOf()).toContain('CISSP');
  });

  it('that is long asks about its first rows before it is imported', async () => {
    const rows = Array.from({ length: 501 }, (_, n) => `Session ${n},2026-03-0${1 + (n % 9)},90,CISSP,Group A`);
    const form = await shown(['Course,Date,Duration,Cert,Area', ...rows].join('\n'));
    const refused = formOf(await ana.send(form, {}));
    const answered = formOf(await ana.send(refused, { unit: 'minutes' }));
    await ana.send(answered, {});
    await ana.core.idle();

    expect(textsOf(form).join('\n')).toContain('Lines 2–501, duration: hours or minutes?');
    expect(refused.errors?.unit).toContain('duration: hours or minutes?');
    expect(JSON.stringify(mailbox.posted)).toContain('501 records imported.');
  });

  it.each([
    [{ order: '' }, 'order', 'Dates like 3/4/2026 are ambiguous. Select the date order.'],
    [{ title: '-' }, 'title', 'No column found for the title. Use one of: Course, Date, CPE.'],
    [{ start: '9' }, 'start', 'There’s no column “9”. Use one of: Course, Date, CPE.'],
  ])('of which %j is said says beside the field what is missing', async (answers, field, problem) => {
    const form = await shown('Course,Date,CPE\nLogs,3/4/2026,1');
    const { errors, answers: stored } = formOf(await ana.send(form, { usual: 'cissp', ...answers }));

    expect(errors?.[field]).toContain(problem);
    expect(stored).toMatchObject({ usual: 'cissp' });
  });

  it('with rows that are wrong is taken without them, and they are handed back to be corrected and taken', async () => {
    const form = await shown(`${TABLE}\nLater,2030-01-01,1,CISSP,Group A\n=Other,2026-01-01,1,PMP,\nTotal,,5,,`);
    const done = await ana.send(form, {});
    await ana.core.idle();
    const [bytes] = await waitingFiles(world.store, await workspaceOf(ana, world.store));
    const rest = new TextDecoder().decode(bytes);
    const again = await shown(rest.replace('2030-01-01', '2026-01-02').replace('PMP', 'CISSP'));
    await ana.send(again, {});

    expect(textsOf(form)[0]).toBe('2 records to import, 3 rows left out.');
    expect(textsOf(form)).toContain(
      [
        '3 rows left out:',
        'Line 4, date (2030-01-01): 1 Jan 2030 is in the future. Log the activity after it takes place.',
        'Line 5, certification: “PMP” isn’t one of yours, or it doesn’t require credits.',
        'Line 6, a total',
      ].join('\n'),
    );
    expect(textOf(done)).toContain('2 records imported.');
    expect(textOf(done)).toContain('3 rows left out.');
    expect(rest).not.toContain('Total');
    expect(rest).toContain('"\'=Other",2026-01-01,1,PMP,,"certification: “PMP”');
    expect(textsOf(again)).toContain('2 records to import.');
    expect((await historyOf()).match(/Logs|Keys|Later|=Other/gu)).toHaveLength(4);
  });

  it('asks once what a name means, and shows the answer in the next table, where it can be changed', async () => {
    const named = (title: string) => ['Course,Date,CPE,Cert', `${title},2026-04-03,1,Cloud thing`].join('\n');
    const field = nameField('Cloud thing');
    const category = categoryField('ccsp');
    const first = await shown(named('Logs'));
    const asked = await ana.send(first, { [field]: 'ccsp', [category]: 'group-a' });
    const saved = asked.kind === 'form' ? await ana.send(asked.form, {}) : asked;

    const next = await shown(named('Keys'));

    expect(shownFields(first)).toContain(field);
    expect(shownFields(next)).not.toContain(field);
    expect(first.answers?.[field]).toBeUndefined();
    expect(textOf(saved)).toContain('1 record imported.');
    expect(next.answers?.[field]).toBe('ccsp');
    expect(next.parts).toContainEqual(expect.objectContaining({ name: field }));
    expect(textsOf(next).join('\n')).toContain('Keys · 3 Apr 2026 · CCSP: 1 CPE');
  });

  it('shows rows like records that are there before saving, and imports them only if they are different', async () => {
    await ana.send(await shown(`${TABLE}\nKeys to the cloud,2026-05-04,2,CISSP,Group A`), {});
    const rows = [
      'LOGS,2026-04-03,3,CISSP,Group A',
      'Keys to the clouds,2026-05-04,2,CISSP,Group A',
      'Other,2026-05-05,1,CISSP,Group A',
    ];
    const form = await shown(['Course,Date,CPE,Cert,Area', ...rows].join('\n'));
    const changed = formOf(await ana.send(form, { existingRecords: 'distinct' }));
    const same = formOf(await ana.send(form, { existingRecords: 'same' }));
    const done = await ana.send(form, {});
    await ana.core.idle();
    const [bytes] = await waitingFiles(world.store, await workspaceOf(ana, world.store));
    const rest = new TextDecoder().decode(bytes);
    const alone = await ana.send(await shown(rest), {});

    expect(textsOf(form)).toContain('1 record to import, 2 rows left out.');
    expect(shownFields(form)).toEqual(['existingRecords']);
    expect(textsOf(form)).toContain(
      [
        '2 rows left out:',
        'Line 2, has the title and day of your record “Logs” on 3 Apr 2026. If it is a different activity, select that.',
        'Line 3, looks like your record “Keys to the cloud” on 4 May 2026. If it is a different activity, select that.',
      ].join('\n'),
    );
    expect(form.parts).toContainEqual(expect.objectContaining({ name: 'existingRecords', hint: 'Lines 2 and 3.' }));
    expect(textsOf(changed)).toContain('3 records to import.');
    expect(textsOf(same)).toContain('1 record to import, 2 rows left out.');
    expect(textOf(done)).toContain('1 record imported.');
    expect(rest.split('\n').filter((line) => /LOGS|clouds/u.test(line))).toHaveLength(2);
    expect(formOf(alone).errors?.existingRecords).toContain('has the title and day of your record “Logs”');
  });

  it('is undone as a whole', async () => {
    await ana.send(await shown(`${TABLE}\nLater,2030-01-01,1,CISSP,Group A`), {});
    const before = await historyOf();
    const undone = await ana.say('undo');
    await ana.press(cardOf(undone), 'Undo');

    expect(before).toContain('Logs');
    expect(await historyOf()).not.toMatch(/Logs|Keys/u);
  });

  it('of which no row can be taken asks at the field that would change that', async () => {
    const form = await shown('Course,Date,Duration,Cert,Area\nLogs,2026-04-03,90,CISSP,Group A');
    const answer = formOf(await ana.send(form, {}));
    const chosen = formOf(await ana.send(answer, { unit: 'minutes' }));
    await ana.send(chosen, {});

    expect(answer.errors?.unit).toContain('duration: hours or minutes?');
    expect(shownFields(form)).toEqual(['unit']);
    expect(textsOf(chosen)).toContain('1 record to import.');
    expect(await historyOf()).toContain('CISSP 1.5 CPE');
  });

  it('that is long is read afterwards, and whoever sent it is told', async () => {
    const rows = Array.from({ length: 501 }, (_, n) => `Session ${n},2026-03-0${1 + (n % 9)},1,CISSP,Group A`);
    const form = await shown(['Course,Date,CPE,Cert,Area', ...rows].join('\n'));
    const begun = await ana.send(form, {});
    await ana.core.idle();
    const wrong = await shown(['Course,Date,CPE,Cert,Area', ...rows, 'X,2026-01-01,1,PMP,'].join('\n'));
    await ana.send(wrong, {});
    await ana.core.idle();

    expect(textsOf(form)[0]).toBe('First 500 of 501 rows: 500 records to import.');
    expect(textsOf(form)[1]).toContain('All rows are checked during the import.');
    expect(textsOf(form)[2]).toContain('• Session 0 · 1 Mar 2026 · CISSP: 1 CPE (Group A)');
    expect(textOf(begun)).toContain('Importing the file.');
    expect(mailbox.posted.map(({ address }) => address)).toEqual(['ana', 'ana', 'ana']);
    expect(JSON.stringify(mailbox.posted[0]?.card)).toContain('501 records imported.');
    expect(JSON.stringify(mailbox.posted[1]?.card)).toContain('Line 503, certification');
    expect(await historyOf()).toContain('501');
  });

  it.each([
    ['Windows-1252', Buffer.from('Kurs;Datum;Punkte;Für;Gruppe\nMünchen;3.4.2026;1;CISSP;Group A', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffKurs\tDatum\tPunkte\tFür\tGruppe\nMünchen\t3.4.2026\t1\tCISSP\tGroup A', 'utf16le')],
  ])('in %s is taken', async (_name, bytes) => {
    await ana.send(await shown(bytes), {});

    expect(await historyOf()).toContain('München');
  });

  it.each([
    ['a short', 1],
    ['a long', 501],
  ])('saves nothing of %s table before its encoding is selected', async (_length, count) => {
    const rows = Array.from({ length: count }, (_, at) => `K\xe8rs ${at + 1};2026-04-03;1;CISSP;Group A`);
    const form = await shown(Buffer.from(['Course;Date;CPE;Cert;Area', ...rows].join('\n'), 'latin1'));
    const refused = formOf(await ana.send(form, {}));
    await ana.core.idle();
    const before = await historyOf();
    const answered = formOf(await ana.send(refused, { encoding: 'windows-1250' }));
    await ana.send(answered, {});
    await ana.core.idle();

    expect(refused.errors?.encoding).toContain('The encoding isn’t clear.');
    expect(before).not.toContain('rs 1');
    expect(answered.parts.some((part) => 'name' in part && part.name === 'encoding')).toBe(true);
    expect(await historyOf()).toContain('Kčrs');
  });

  it('is asked for, and what is none is refused in words', async () => {
    const form = formOf(await ana.say('import'));
    const empty = formOf(await ana.send(form, {}));
    const png = formOf(
      await ana.send(form, {}, undefined, [
        { ...table(new Uint8Array([0x50, 0x4b, 3, 4, 0, 1]), 'records.xlsx'), field: 'table' },
      ]),
    );
    const sent = formOf(await ana.send(form, {}, undefined, [{ ...table(TABLE), field: 'table' }]));

    expect(empty.errors?.table).toContain('The file is missing');
    expect(png.errors?.table).toContain('records.xlsx isn’t a spreadsheet.');
    expect(textsOf(sent)).toContain('2 records to import.');
  });

  it('that came as a message can be taken by its button', async () => {
    const uploads = cardOf(await ana.say('attach', undefined, [table(TABLE)]));
    const form = formOf(await ana.press(uploads, 'Import as records'));

    expect(uploads.title).toBe('Import records');
    expect(uploads.actions?.map(({ label, style }) => [label, style])).toEqual([
      ['Import as records', 'primary'],
      ['Log credits with it', undefined],
    ]);
    expect(textsOf(form)).toContain('2 records to import.');
  });

  it('that is a spreadsheet can be taken by its button, but is no proof', async () => {
    const rows = [
      ['Course', 'Date', 'CPE', 'Cert', 'Area'],
      ['Logs', { value: 46115, style: STYLES.date }, 1, 'CISSP', 'Group A'],
    ];
    const bytes = await xlsx([{ name: 'My log', rows }]);
    const uploads = cardOf(await ana.say('attach', undefined, [table(bytes, 'log.xlsx')]));
    const form = formOf(await ana.press(uploads, 'Import as records'));
    await ana.send(form, {});

    expect(uploads.actions?.map(({ label }) => label)).toEqual(['Import as records']);
    expect(textsOf(form)).toContain('1 row in the sheet “My log”, day before month.');
    expect(textsOf(form)).toContain('1 record to import.');
    expect(await historyOf()).toContain('Logs');
  });

  it('that is a spreadsheet is refused where it would be proof', async () => {
    const bytes = await xlsx([{ name: 'My log', rows: [['Course', 'Date']] }]);
    const form = formOf(await ana.say('log 1h Course x on 2026-03-01 for cissp group a'));
    const answer = formOf(await ana.send(form, {}, undefined, [{ ...table(bytes, 'log.xlsx'), field: 'proof' }]));

    expect(answer.errors?.proof).toContain('log.xlsx');
  });

  it('of somebody else is as if it were not there', async () => {
    const form = await shown(TABLE);
    const bo = newcomer(ana, 'Bo');
    await addCertification(bo, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
    const stolen = await bo.send(form, {});

    expect(textOf(stolen)).toContain('The file is no longer available.');
    expect(textOf(stolen)).not.toContain('Course');
  });

  it('is not taken where there is nothing to log for', async () => {
    const bo = newcomer(ana, 'Bo');

    expect(textOf(await bo.say('import', undefined, [table(TABLE)]))).toContain('You don’t have a certification yet');
  });
});
