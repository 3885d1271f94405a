import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/certificates/read-document.ts';
import { type Form, fieldsOf } from '../../src/chat/form.ts';
import type { IncomingFile } from '../../src/chat/incoming-file.ts';
import type { ReadDocument } from '../../src/domain/document-reading.ts';
import { expectFile, PDF } from '../adapters/slack/sent-files.ts';
import { pdfWithText } from '../certificates/hostile-pdf.ts';
import { addCertification, cardOf, formOf, type Talk, talk, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';
import { openBothPlatforms } from './both-platforms.ts';

// The machine may be busy with other tests, so there is no limit but the test's own.
const read: ReadDocument = (document) => readDocument({ ...document, readsPictures: false }, 60_000);
const world = openStore();
const platforms = openBothPlatforms({ readDocument: read });

const certificate = ({ name = 'Ana Duarte', day = '14 March 2026' } = {}) => [
  'Harbour Security Guild',
  'Certificate of Attendance',
  'This certifies that',
  name,
  'attended the live webinar',
  'Attack paths in hybrid clouds',
  `on ${day}`,
  'Duration: 90 minutes',
  'and earned 1.5 CPE credits',
  'Certificate no. W-2026-03-0417',
];
const receipt = [
  'Harbour Security Guild',
  'Registration receipt no. 5521.',
  'Thank you, Ana Duarte, for registering for "Attack paths in hybrid clouds" on 14 March 2026.',
  'Amount paid: 15.00. Please bring this receipt.',
];

const file = (name: string, lines: readonly string[]): IncomingFile => ({ name, read: async () => pdfWithText(lines) });

async function member(locale = 'en-GB'): Promise<Talk> {
  const person = talk({ store: world.store, profile: { name: 'Ana Duarte', locale }, readDocument: read });
  await addCertification(person, 'cissp');
  return person;
}

const readFields = (form: Form) =>
  fieldsOf(form.parts).flatMap(({ name, hint }) =>
    /^(?:Read from the file|Aus der Datei)/u.test(hint ?? '') ? [name] : [],
  );
const textsOf = (form: Form) => form.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));

describe('a certificate', () => {
  it('is a record after two taps, with the file as its proof', async () => {
    const person = await member();

    const card = cardOf(await person.say('', undefined, [file('webinar.pdf', certificate())]));
    const form = formOf(await person.press(card, 'Log it'));
    const logged = textOf(await person.send(form));
    const shown = textOf(await person.say('show attack'));

    expect(form.answers).toMatchObject({
      title: 'Attack paths in hybrid clouds',
      provider: 'Harbour Security Guild',
      kind: 'webinar',
      start: '2026-03-14',
      duration: '90m',
      counts: ['cissp'],
      'credits.cissp': '1.5',
      proofForm: 'certificate',
      shows: ['attendee', 'hours'],
      note: 'Certificate number: W-2026-03-0417',
    });
    expect(readFields(form)).toEqual(
      expect.arrayContaining(['title', 'kind', 'start', 'duration', 'provider', 'credits.cissp', 'shows', 'note']),
    );
    expect(textsOf(form)).toEqual([]);
    expect(logged).toContain('Attack paths in hybrid clouds');
    expect(shown).toContain('webinar.pdf');
  });

  it('fills in what was not typed, and what was typed stays', async () => {
    const person = await member();

    const form = formOf(await person.say('log 45m Cloud attacks for cissp', undefined, [file('a.pdf', certificate())]));

    expect(form.answers).toMatchObject({ title: 'Cloud attacks', duration: '45m', start: '2026-03-14' });
    expect(readFields(form)).not.toContain('title');
    expect(readFields(form)).not.toContain('duration');
    expect(readFields(form)).toContain('start');
  });

  it('no longer says that a value is from the file once it was changed', async () => {
    const person = await member();
    const form = formOf(await person.say('log', undefined, [file('a.pdf', certificate())]));

    const again = formOf(await person.send(form, { title: 'Other', duration: 'x' }));

    expect(readFields(again)).not.toContain('title');
    expect(readFields(again)).toContain('provider');
  });

  it.each([
    ['Rosa Feldmann', 'The name on it isn’t yours: Rosa Feldmann.', ['hours']],
    ['A. Duarte', 'The name on it is shorter than yours: A. Duarte.', ['attendee', 'hours']],
    ['Anna Duarte', 'The name on it is spelt differently from yours: Anna Duarte.', ['attendee', 'hours']],
  ])('of %s says so', async (name, remark, shows) => {
    const person = await member();

    const form = formOf(await person.say('log', undefined, [file('a.pdf', certificate({ name }))]));

    expect(textsOf(form)).toContain(remark);
    expect(form.answers?.shows).toEqual(shows);
  });

  it('whose day and month could be swapped is asked about, and so is one without a day', async () => {
    const person = await member();

    const swapped = formOf(await person.say('log', undefined, [file('a.pdf', certificate({ day: '03/04/2026' }))]));
    const none = formOf(await person.say('log', undefined, [file('b.pdf', certificate({ day: 'a Saturday' }))]));

    expect(swapped.errors?.start).toContain('Is “03/04/2026” 3 Apr 2026 or 4 Mar 2026?');
    expect(none.errors?.start).toBe('The file doesn’t say clearly on which days you took part. Enter them.');
    expect([swapped, none].map(({ answers }) => answers?.start)).toEqual(['', '']);
  });
});

describe('a certificate attached to an open form', () => {
  const typed = { title: 'Cloud attacks', kind: 'webinar' };
  const proofFile = (lines = certificate(), name = 'a.pdf'): IncomingFile => ({ ...file(name, lines), field: 'proof' });

  it('fills in what is empty and shows it once before saving', async () => {
    const person = await member();
    const form = formOf(await person.say('log'));

    const shown = formOf(await person.send(form, typed, undefined, [proofFile()]));
    const before = textOf(await person.say('history'));
    const logged = textOf(await person.send(shown));

    expect(shown.answers).toMatchObject({
      title: 'Cloud attacks',
      start: '2026-03-14',
      duration: '90m',
      'credits.cissp': '1.5',
      proofForm: 'certificate',
      shows: ['attendee', 'hours'],
    });
    expect(readFields(shown)).toEqual(expect.arrayContaining(['start', 'duration', 'credits.cissp', 'shows']));
    expect(readFields(shown)).not.toContain('title');
    expect(textsOf(shown)).toEqual(['Empty fields were filled in from the file. Check them, then save.']);
    expect(before).not.toContain('Cloud attacks');
    expect(logged).toContain('Cloud attacks');
    expect(textOf(await person.say('show cloud'))).toContain('a.pdf');
  });

  it('leaves what was typed and says what differs', async () => {
    const person = await member('de-DE');
    const form = formOf(await person.say('log'));
    const answers = { ...typed, start: '2026-03-15', duration: '45m', 'credits.cissp': '0,75' };

    const shown = formOf(
      await person.send(form, answers, undefined, [proofFile(certificate({ name: 'Rosa Feldmann' }))]),
    );

    expect(shown.answers).toMatchObject(answers);
    expect(textsOf(shown)).toEqual([
      'Leere Felder wurden aus der Datei ausgefüllt. Prüfe sie und speichere dann.',
      'Abweichung – Datei: 14. März 2026, Formular: 15. März 2026',
      'Abweichung – Datei: 1 Std. 30 Min., Formular: 45 Min.',
      'CISSP: Abweichung – Datei: 1,5 CPE, Formular: 0,75 CPE',
      'Der Name darauf ist nicht deiner: Rosa Feldmann.',
    ]);
  });

  it('is saved at once if it says nothing new', async () => {
    const person = await member();
    const form = formOf(await person.say('log'));
    const plain = ['Harbour Security Guild', 'Programme of the year'];

    const logged = cardOf(await person.send(form, { ...typed, duration: '1h' }, undefined, [proofFile(plain)]));

    expect(textOf({ kind: 'card', to: 'sender', card: logged })).toContain('Cloud attacks');
  });

  it('that is a receipt is not attached, and says why', async () => {
    const person = await member();
    const form = formOf(await person.say('log'));

    const shown = formOf(await person.send(form, { ...typed, duration: '1h' }, undefined, [proofFile(receipt)]));

    expect(textsOf(shown).join(' ')).toContain('a.pdf is a receipt.');
    expect(shown.answers?.proof).toEqual([]);
  });
});

describe('a receipt', () => {
  it('is no proof, and says why, in both languages', async () => {
    const [english, german] = [await member(), await member('de-DE')];

    const card = cardOf(await english.say('', undefined, [file('receipt.pdf', receipt)]));
    const form = formOf(await german.say('log', undefined, [file('beleg.pdf', receipt)]));

    expect(card.title).toBe('Not proof of attendance');
    expect(textOf({ kind: 'card', to: 'sender', card })).toContain(
      'receipt.pdf is a receipt. It shows a payment, not that you attended',
    );
    expect(card.actions).toEqual([]);
    expect(textsOf(form)[0]).toContain('beleg.pdf ist ein Zahlungsbeleg.');
    expect(form.answers).toMatchObject({ title: 'Attack paths in hybrid clouds', proof: [] });
  });
});

it('a certificate sent to recert at Slack and at Teams is a record after two taps', async () => {
  const { slack, teams } = await platforms.start();
  const pdf = Buffer.from(pdfWithText(certificate({ name: 'Ana Ngata' }))).toString('latin1');
  await slack.send(await slack.send(await slack.form('add cissp'), { expiry: '2027-12-31' }));
  const added = await teams.send(await teams.form('add cissp'), { expiry: '2027-12-31' });
  await teams.send(added);

  const atSlack = await slack.send(await slack.press(await slack.sendFile(pdf), 'Log it'));
  const atTeams = await teams.send(await teams.open(await teams.sendFile(pdf), 'Log it'));

  for (const answer of [atSlack, atTeams]) expect(JSON.stringify(answer)).toContain('Attack paths in hybrid clouds');
  expect(JSON.stringify(await slack.say('show attack'))).toContain('certificate.pdf');
  expect(JSON.stringify(await teams.say('show attack'))).toContain('certificate.pdf');
});

it('a certificate attached to a form that is open at Slack fills in what is empty before it is saved', async () => {
  const { slack } = await platforms.start();
  const pdf = Buffer.from(pdfWithText(certificate({ name: 'Ana Ngata' }))).toString('latin1');
  await slack.send(await slack.send(await slack.form('add cissp'), { expiry: '2027-12-31' }));
  const form = await slack.form('log');
  expectFile(pdf);

  const shown = await slack.send(form, {
    title: 'Cloud attacks',
    kind: 'webinar',
    proof: [{ ...PDF, size: pdf.length }],
  });
  const logged = await slack.send(shown);

  const text = JSON.stringify(shown);
  expect(text).toContain('Empty fields were filled in from the file.');
  expect(text).toContain('"initial_date":"2026-03-14"');
  expect(text).toContain('"initial_value":"90m"');
  expect(JSON.stringify(logged)).toContain('Cloud attacks');
  expect(JSON.stringify(await slack.say('show cloud'))).toContain('certificate.pdf');
});

it('a certificate sent to Teams with a line fills in what the line leaves open, and what was typed stays', async () => {
  const { teams } = await platforms.start();
  const pdf = Buffer.from(pdfWithText(certificate({ name: 'Ana Ngata' }))).toString('latin1');
  await teams.send(await teams.send(await teams.form('add cissp'), { expiry: '2027-12-31' }));

  const answer = await teams.sendFile(pdf, 'log 2h webinar on cloud attacks for cissp');
  const form = await teams.open(answer, 'Open the form');
  const logged = await teams.send(form);

  const text = JSON.stringify(form);
  expect(text).toContain('"value":"2026-03-14"');
  expect(text).toContain('Read from the file');
  expect(text).toContain('"value":"2h","id":"answer.duration"');
  expect(text).toContain('"value":"Harbour Security Guild"');
  expect(JSON.stringify(logged)).toMatch(/cloud attacks/iu);
  expect(JSON.stringify(await teams.say('show cloud'))).toContain('certificate.pdf');
});
