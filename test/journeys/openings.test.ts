import { expect, it } from 'vitest';
import {
  addCertification,
  cardOf,
  formOf,
  logCredits,
  newcomer,
  type Talk,
  talk,
  textOf,
} from '../support/conversation.ts';
import { Shelf } from '../support/file-shelf.ts';
import { aFile } from '../support/records.ts';
import { openStore } from '../support/store.ts';

const world = openStore();

// Carla Nwosu of the shared cases: what an expert says on 29 Nov 2026.
const TODAY = '2026-11-29';

/** Carla's CFP with 15 general credits stated until 30 Jun 2026, which the portal shows as accepted. */
async function carla() {
  const person = talk({ store: world.store, today: TODAY });
  const added = await addCertification(person, 'cfp', { start: '2025-12-01', end: '2027-11-30' });
  const form = formOf(await person.press(added, 'Earned before recert'));
  const stated = { 'opening.1.day': '2026-06-30', 'opening.1.credits.general': '15', 'opening.1.accepted': 'yes' };
  const saved = cardOf(await person.send(form, stated));
  return { person, form, saved };
}

/** The names of the fields of a form. */
const fieldsOf = (form: { readonly parts: readonly object[] }) =>
  form.parts.flatMap((part) => ('name' in part ? [String(part.name)] : []));

it('states what was earned before recert, and gives way to records', async () => {
  const { person, form, saved } = await carla();

  expect(form.answers).toEqual({ 'opening.1.day': '2026-11-29' });
  expect(saved.title).toBe('CFP: 15 CE hours stated, not itemised');
  expect(textOf({ kind: 'card', to: 'sender', card: saved })).toContain('accepted in the portal');

  await logCredits(
    person,
    '2026-06-09',
    { cfp: '6' },
    { 'category.cfp': 'general', end: '2026-06-10', title: 'Retirement planning update' },
  );

  const pace = textOf(await person.say('pace cfp'));
  expect(pace).toContain('2 CE hours of Ethics to do by 30 Nov 2027, 367 days left');
  expect(pace).toContain('15 of 30 CE hours, ● on track, 2 days ahead');
  expect(pace).toContain('Total: 9 CE hours of it stated, not itemised; 6 of 15 stated are covered by records');
  expect(textOf(await person.say('certs'))).toContain('9 CE hours stated, not itemised');
});

it('shows them as debt until the portal has accepted them', async () => {
  const { person, saved } = await carla();
  expect(textOf(await person.say('debt'))).toContain('All credits that count have valid proof');

  const form = formOf(await person.press(saved, 'Change statement'));
  expect(form.answers).toMatchObject({ 'opening.1.credits.general': '15', 'opening.1.accepted': 'yes' });
  await person.send(form, { 'opening.1.accepted': 'no' });

  const debt = textOf(await person.say('debt'));
  expect(debt).toContain('CFP: Stated, not itemised');
  expect(debt).toContain('15 of 15 counted CE hours');
});

it('explains them in a line of their own', async () => {
  const person = talk({ store: world.store, today: TODAY });
  await addCertification(person, 'cissp', { start: '2024-04-15', end: '2027-04-14' });
  const form = formOf(await person.say('edit cissp --opening'));
  await person.send(form, { 'opening.3.day': '2026-06-30', 'opening.3.credits.group-a': '40' });
  await logCredits(person, '2026-06-01', { cissp: '10' }, { 'category.cissp': 'group-a' });

  const why = textOf(await person.say('why cissp'));

  expect(why).toContain('"label":"Claimed","value":"10 CPE in 1 record"');
  expect(why).toContain(
    '"label":"Stated","value":"30 CPE stated, not itemised; 10 of 40 stated are covered by records, which count instead"',
  );
  expect(why).toContain('"label":"Counted","value":"40 CPE of 120 CPE"');
});

it('asks for each past year with a minimum, and keeps what was typed when a field is wrong', async () => {
  const person = talk({ store: world.store, today: TODAY });
  await addCertification(person, 'cism', { start: '2024-01-01', end: '2026-12-31' });
  const form = formOf(await person.say('edit --opening cism'));
  expect(fieldsOf(form).filter((name) => name.endsWith('.day'))).toEqual([
    'opening.1.day',
    'opening.2.day',
    'opening.3.day',
  ]);
  expect(form.answers).toMatchObject({ 'opening.1.day': '2024-12-31', 'opening.3.day': TODAY });

  const typed = {
    'opening.1.credits.total': 'many',
    'opening.2.day': '2026-02-01',
    'opening.2.credits.total': '20',
    'opening.3.day': '2026-12-01',
    'opening.3.credits.total': '12',
  };
  const refused = formOf(await person.send(form, typed));
  expect(refused.errors).toEqual({
    'opening.1.credits.total': expect.stringContaining('many'),
    'opening.2.day': 'This day isn’t in the year. Enter a day from 1 Jan 2025 to 31 Dec 2025.',
    'opening.3.day': '1 Dec 2026 is in the future. Enter 29 Nov 2026 or an earlier day.',
  });
  expect(refused.answers).toMatchObject(typed);
  expect(textOf(await person.say('certs'))).not.toContain('not itemised');
});

it('takes a statement back, moves its day, and keeps one a year', async () => {
  const { person } = await carla();
  const again = () => person.say('edit cfp --opening').then(formOf);

  await person.send(await again(), { 'opening.1.day': '2026-05-31', 'opening.1.credits.general': '12' });
  expect((await again()).answers).toMatchObject({ 'opening.1.day': '2026-05-31', 'opening.1.credits.general': '12' });
  expect(textOf(await person.say('pace cfp'))).toContain('12 CE hours of it stated');

  const gone = cardOf(await person.send(await again(), { 'opening.1.credits.general': '' }));
  expect(gone.title).toBe('CFP: nothing stated any more');
  expect(textOf(await person.say('certs'))).not.toContain('not itemised');
});

it('says that stated credits go with a removed certification', async () => {
  const { person } = await carla();

  const card = cardOf(await person.say('remove cfp'));

  expect(card.title).toBe('Remove CFP?');
  expect(textOf({ kind: 'card', to: 'sender', card })).toContain('15 CE hours stated as earned before recert');
  expect(cardOf(await person.press(card, 'Remove')).title).toBe('CFP removed');
});

/** Somebody whose CISM missed the minimum of 2025. */
async function missed2025(): Promise<Talk> {
  const person = talk({ store: world.store, today: TODAY });
  await addCertification(person, 'cism', { start: '2024-01-01', end: '2026-12-31' });
  await logCredits(person, '2024-05-17', { cism: '40' }, { title: 'In 2024' });
  await logCredits(person, '2025-09-17', { cism: '14' }, { title: 'In 2025' });
  return person;
}

it('records on the missed line that the body made it good, and takes it back', async () => {
  const person = await missed2025();
  const pace = cardOf(await person.say('pace cism'));
  expect(textOf({ kind: 'card', to: 'sender', card: pace })).toContain('✕ Missed: 2025 minimum, 14 of 20');

  const form = formOf(await person.press(pace, 'Made good'));
  const refused = formOf(await person.send(form, { on: '2026-12-01', what: '' }));
  expect(refused.errors).toEqual({
    on: '1 Dec 2026 is in the future. Enter today or an earlier date.',
    what: 'Required',
  });

  const saved = cardOf(await person.send(form, { on: '2026-03-01', what: 'Late report accepted.' }));
  expect(saved.title).toBe('CISM: 2025 minimum made good');
  expect(textOf({ kind: 'card', to: 'sender', card: saved })).toContain(
    'Made good on 1 Mar 2026: Late report accepted.',
  );

  const change = formOf(await person.press(cardOf(await person.say('pace cism')), 'Change'));
  expect(change.answers).toEqual({ on: '2026-03-01', what: 'Late report accepted.' });
  expect(cardOf(await person.send(change, { on: '', what: '' })).title).toBe('CISM: 2025 minimum: missed again');
  expect(formOf(await person.say('edit cism --cure')).title).toBe('Made good');
});

it('refuses a cure where nothing is missed, and credits of what needs none', async () => {
  const person = newcomer(await missed2025(), 'ben');
  await addCertification(person, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  await addCertification(person, 'cka', { start: '2025-12-20', end: '2027-12-19' });

  expect(textOf(await person.say('edit cissp --cure'))).toContain('nothing to make good');
  expect(textOf(await person.say('edit cka --opening'))).toContain('isn’t renewed by credits');
});

it('takes statements and cures along in an archive, and names them in the log', async () => {
  const shelf = new Shelf();
  const person = talk({ store: world.store, today: TODAY, adapters: [shelf.adapter] });
  await addCertification(person, 'cism', { start: '2024-01-01', end: '2026-12-31' });
  const opening = { 'opening.1.credits.total': '40', 'opening.2.credits.total': '14' };
  cardOf(await person.send(formOf(await person.say('edit cism --opening')), opening));
  const cured = { on: '2026-03-01', what: 'Late report accepted.' };
  cardOf(await person.send(formOf(await person.say('edit cism --cure')), cured));
  cardOf(await person.say('export mine'));
  await person.core.idle();
  const archive = { ...aFile('mine.zip', shelf.last('.zip').bytes), field: 'table' };

  const other = newcomer(person, 'ben');
  cardOf(await other.send(formOf(await other.say('import', undefined, [archive]))));

  const pace = textOf(await other.say('pace cism'));
  expect(pace).toContain('54 CPE hours of it stated, not itemised');
  expect(pace).toContain('Made good on 1 Mar 2026: Late report accepted.');
  const workspaceId = await world.store.directory.workspaceOf('slack', person.options.tenant, new Date());
  const reasons = await world.store.inWorkspace(workspaceId, async ({ audit, holdings }) => {
    const held = await holdings.all();
    const histories = await Promise.all(held.map(({ holding }) => audit.historyOf(holding.holdingId)));
    return histories.flat().map(({ why }) => why);
  });
  expect(reasons).toEqual(expect.arrayContaining(['opening-balance', 'cure']));
});

it('speaks German', async () => {
  const person = talk({ store: world.store, today: TODAY, profile: { locale: 'de-DE' } });
  const added = await addCertification(person, 'cism', { start: '2024-01-01', end: '2026-12-31' });
  const form = formOf(await person.press(added, 'Vor recert gesammelt'));

  const saved = cardOf(await person.send(form, { 'opening.1.credits.total': '40,5' }));

  expect(saved.title).toBe('CISM: 40,5 CPE-Stunden pauschal angegeben');
  expect(textOf(await person.say('pace cism'))).toContain('davon 40,5 CPE-Stunden pauschal angegeben');
  expect(formOf(await person.say('edit cism --cure')).title).toBe('Ausgeglichen');
});
