import { expect, it } from 'vitest';
import { addCertification, cardOf, formOf, logCredits, talk, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

/** Somebody with 100 Group A and 40 Group B of a cycle that ends soon; 25 of Group A in its last six months. */
async function atTheEnd() {
  const ana = talk({ store: world.store, today: '2026-12-20' });
  await addCertification(ana, 'cissp', { start: '2024-01-01', end: '2026-12-31' });
  for (const [date, credits, category] of [
    ['2024-03-01', '40', 'group-a'],
    ['2025-03-01', '40', 'group-a'],
    ['2025-04-01', '30', 'group-b'],
    ['2026-09-01', '25', 'group-a'],
  ] as const)
    await logCredits(ana, date, { cissp: credits }, { 'category.cissp': category, title: `On ${date}` });
  return ana;
}

it('opens the next cycle, carries over what ISC2 allows, and says so', async () => {
  const ana = await atTheEnd();

  const form = formOf(await ana.say('renew cissp'));
  const card = cardOf(await ana.send(form));

  // 135 counted - 120 = 15; above the minimum of Group A are 105 - 90 = 15; of the last six months 25; at most 40.
  expect(textOf({ kind: 'card', to: 'sender', card })).toContain('Carried over to the new cycle: 15 CPE (Group A)');
  expect(form.answers).toEqual({ cycleStart: '2027-01-01', cycleEnd: '2029-12-31' });
  const pace = textOf(await talk({ ...ana.options, today: '2027-01-05' }).say('pace cissp'));
  expect(pace).toContain('15 of 120 CPE');
  expect(textOf(await ana.say('pace cissp'))).toContain('Carried over: 15 CPE from the previous cycle');
});

it('is undone once, and not once more', async () => {
  const ana = await atTheEnd();
  const card = cardOf(await ana.send(formOf(await ana.say('renew cissp'))));

  expect(textOf(await ana.press(card, 'Undo'))).toContain('Undone: renewal of CISSP.');
  expect(textOf(await ana.press(card, 'Undo'))).toContain('This is already undone.');
  expect(textOf(await ana.say('certs'))).toContain('1 Jan 2024 – 31 Dec 2026');
});

it('puts what was done in the grace into the old cycle while that one is short, else into the new one', async () => {
  const short = talk({ store: world.store, today: '2027-02-01' });
  await addCertification(short, 'cissp', { start: '2024-01-01', end: '2026-12-31' });
  await short.send(formOf(await short.say('renew cissp')));
  await logCredits(short, '2027-01-15', { cissp: '10' }, { 'category.cissp': 'group-a' });
  expect(textOf(await short.say('pace cissp'))).toContain('0 of 120 CPE');

  const ana = await atTheEnd();
  await ana.send(formOf(await ana.say('renew cissp')));
  const later = talk({ ...ana.options, today: '2027-02-01' });
  await logCredits(later, '2027-01-15', { cissp: '10' }, { 'category.cissp': 'group-a' });
  expect(textOf(await later.say('pace cissp'))).toContain('25 of 120 CPE');
});

it('refuses what is too early, unknown, or without an end', async () => {
  const ana = talk({ store: world.store, today: '2025-01-10' });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  await ana.send(formOf(await ana.say('add psm-i')));

  expect(textOf(await ana.say('renew cissp'))).toContain('from 180 days before its cycle ends');
  expect(textOf(await ana.say('renew psm-i'))).toContain('never expires');
  expect(textOf(await ana.say('renew'))).toContain('renew cissp');
});

it('renews the lower certifications with the higher one', async () => {
  const dana = talk({ store: world.store, today: '2026-12-20' });
  await addCertification(dana, 'cysa-plus', { start: '2024-01-01', end: '2026-12-31' });
  await addCertification(dana, 'security-plus', { start: '2024-06-01', end: '2027-05-31' });

  const stated = textOf(await dana.send(formOf(await dana.say('renew cysa-plus'))));

  expect(stated).toContain('Also renewed: Security+');
  expect(textOf(await dana.say('certs'))).toContain('1 Jun 2024 – 31 Dec 2029');
});

it.each`
  code                                   | start           | end             | next
  ${'azure-administrator-associate'}     | ${'2026-01-01'} | ${'2026-12-31'} | ${'2027-01-01'}
  ${'aws-solutions-architect-associate'} | ${'2024-01-01'} | ${'2026-12-31'} | ${'2026-12-20'}
`('renews $code from $next: from the old expiry, or from the day it was passed', async ({ code, start, end, next }) => {
  const hugo = talk({ store: world.store, today: '2026-12-20' });
  await addCertification(hugo, code, { start, end });

  const form = formOf(await hugo.say(`renew ${code}`));

  expect(form.answers?.cycleStart).toBe(next);
  expect(textOf({ kind: 'form', form })).not.toContain('carried over');
});
