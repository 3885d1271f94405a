import { describe, expect, it } from 'vitest';
import type { Answers, Form } from '../../src/chat/form.ts';
import { fieldsOf } from '../../src/chat/form.ts';
import { addCertification, cardOf, formOf, type Talk, talk, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();

async function withCertification(code: string): Promise<Talk> {
  const person = talk({ store: world.store });
  await addCertification(person, code, { start: '2025-01-01', end: '2027-12-31' });
  return person;
}

const notesOf = ({ parts }: Form) => parts.flatMap((part) => (part.kind === 'text' ? [String(part.text)] : []));
const hasField = ({ parts }: Form, name: string) => fieldsOf(parts).some((field) => field.name === name);

describe('a claim above the rules', () => {
  it.each([
    [
      'cissp',
      'log 1h Webinar x for cissp group a',
      { 'credits.cissp': '40' },
      '1 h at 60 minutes each gives at most 1 CPE',
    ],
    [
      'pmp',
      'log 20h Course x for pmp power skills',
      { 'credits.pmp': '37' },
      '20 h at 60 minutes each gives at most 20 PDUs',
    ],
  ] as const)(
    'of %s is shown with the arithmetic, and saved with a reason alone',
    async (code, line, claim, arithmetic) => {
      const ana = await withCertification(code);
      const form = formOf(await ana.say(line));

      const asked = formOf(await ana.send(form, claim as Answers));
      const missing = formOf(await ana.send(asked, {}));
      const nothing = textOf(await ana.say('history'));
      const saved = cardOf(await ana.send(missing, { [`reason.${code}`]: 'The certificate says so.' }));

      expect(notesOf(asked).join(' ')).toContain(arithmetic);
      expect(hasField(asked, `reason.${code}`)).toBe(true);
      expect(asked.errors).toBeUndefined();
      expect(Object.keys(missing.errors ?? {})).toEqual([`reason.${code}`]);
      expect(nothing).toContain('No records yet');
      expect(JSON.stringify(saved.blocks)).toContain('Claimed more than the rules give: The certificate says so.');
      expect(textOf(await ana.say('show last'))).toContain(
        'claimed more than the rules give: The certificate says so.',
      );
    },
  );

  it('that is corrected instead needs no reason and keeps none', async () => {
    const ana = await withCertification('cissp');
    const form = formOf(await ana.say('log 1h Webinar x for cissp group a'));
    const asked = formOf(await ana.send(form, { 'credits.cissp': '40' }));

    const saved = textOf(await ana.send(asked, { 'credits.cissp': '1' }));

    expect(saved).toContain('CISSP: 1 CPE (Group A)');
    expect(saved).not.toContain('Claimed more');
  });

  it('keeps its reason when the record is edited', async () => {
    const ana = await withCertification('cissp');
    const form = formOf(await ana.say('log 1h Webinar x for cissp group a'));
    const asked = formOf(await ana.send(form, { 'credits.cissp': '2' }));
    await ana.send(asked, { 'reason.cissp': 'Two sessions' });

    const edit = formOf(await ana.press(cardOf(await ana.say('show last')), 'Edit'));
    const confirm = formOf(await ana.send(edit, { title: 'Webinar y' }));
    await ana.send(confirm, {});

    expect(edit.answers?.['reason.cissp']).toBe('Two sessions');
    expect(textOf(await ana.say('show last'))).toContain('Webinar y');
    expect(textOf(await ana.say('show last'))).toContain('Two sessions');
  });

  it('is a problem of a table row, unless the row has a reason', async () => {
    const ana = await withCertification('cissp');
    const rows = (reason: string) =>
      `Title,Date,Hours,Credits,Category,Reason for the higher claim\nTalk,2026-03-01,1,40,Group A,${reason}`;
    const file = (text: string) => ({ name: 'records.csv', read: async () => new TextEncoder().encode(text) });

    const refused = formOf(await ana.say('import', undefined, [file(rows(''))]));
    const shown = formOf(await ana.say('import', undefined, [file(rows('Certificate'))]));
    await ana.send(shown, {});

    expect(notesOf(refused).join(' ')).toContain(
      'Line 2, credits: 40 is too high. 1 h at 60 minutes each gives at most 1 CPE.',
    );
    expect(textOf(await ana.say('show talk'))).toContain('claimed more than the rules give: Certificate');
  });
});

describe('a duration', () => {
  it.each([
    [{ duration: '25h' }, 'One day has only 24 hours.'],
    [{ duration: '49h', start: '2026-11-22', end: '2026-11-23' }, '2 days have only 48 hours.'],
  ])('of %j is refused beside the field', async (answers, problem) => {
    const ana = await withCertification('cissp');
    const form = formOf(await ana.say('log 1h Course x for cissp group a'));

    expect(formOf(await ana.send(form, answers)).errors?.duration).toContain(problem);
  });

  it('that is changed changes the credits, unless they were edited by hand', async () => {
    const ana = await withCertification('cissp');
    const form = formOf(await ana.say('log 3h Course x for cissp group a'));

    expect(form.answers?.['credits.cissp']).toBe('2.75');
    expect(textOf(await ana.send(form, { duration: '2h', 'credits.cissp': '1.5' }))).toContain('CISSP: 1.5 CPE');
    expect(textOf(await ana.send(form, { title: 'Course y', duration: '1h' }))).toContain('CISSP: 1 CPE (Group A)');
    expect(textOf(await ana.send(form, { title: 'Course z' }))).toContain('CISSP: 2.75 CPE (Group A)');
  });

  it('that is changed shows the new credits in a form that is refused', async () => {
    const ana = await withCertification('cissp');
    const form = formOf(await ana.say('log 3h Course x for cissp group a'));

    const refused = formOf(await ana.send(form, { title: '', duration: '1h' }));
    const again = formOf(await ana.send(refused, { duration: '5m' }));

    expect(refused.answers?.['credits.cissp']).toBe('1');
    expect(again.errors?.['credits.cissp']).toContain('too short to earn credits');
  });

  it('that is changed in a record changes its credits', async () => {
    const ana = await withCertification('cissp');
    await ana.send(formOf(await ana.say('log 3h Course x for cissp group a')), {});

    const edit = formOf(await ana.press(cardOf(await ana.say('show last')), 'Edit'));
    const saved = textOf(await ana.send(edit, { duration: '1h' }));

    expect(saved).toContain('CISSP: 1 CPE (Group A)');
  });
});

describe('a talk at five times its time', () => {
  it('is asked about, and taken as given before until the member says it was the first time', async () => {
    const ana = await withCertification('cisa');
    const form = formOf(await ana.say('log 1h teaching Auditing cloud systems for cisa'));
    const field = fieldsOf(form.parts).find(({ name }) => name === 'item.cisa');

    const saved = cardOf(await ana.send(form, { 'credits.cisa': '' }));
    const again = formOf(await ana.say('log 1h teaching Auditing networks for cisa'));
    const first = cardOf(
      await ana.send(again, { 'item.cisa': 'first Teaching/lecturing/presenting', 'credits.cisa': '' }),
    );

    expect(JSON.stringify(field)).toContain('Leave empty if you gave it before');
    expect(JSON.stringify(saved.blocks)).toContain('CISA: 1 CPE');
    expect(JSON.stringify(first.blocks)).toContain('CISA: 6 CPE');
  });
});

it('says whether a subject counts, and that one outside the domains does not', async () => {
  const ana = await withCertification('cissp');
  const not = 'Probably doesn’t count for CISSP: payroll isn’t in its domains.';

  const form = formOf(await ana.say('log 2h course Payroll tax update for cissp'));
  const inside = formOf(await ana.say('log 2h course Cloud security for cissp'));
  const saved = textOf(await ana.send(form, {}));

  expect(JSON.stringify(form.parts)).toContain(not);
  expect(JSON.stringify(inside.parts)).toContain('Counts for CISSP: cloud security.');
  expect(saved).toContain(not);
});
