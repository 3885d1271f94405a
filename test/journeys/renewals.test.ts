import { expect, it } from 'vitest';
import { answersOf } from '../../src/chat/form.ts';
import { cardOf, formOf, logCredits, type Talk, talk, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();

// People of shared cases: what an expert says on 29 Nov 2026.
const TODAY = '2026-11-29';

interface Held {
  readonly certifiedOn: string;
  readonly start: string;
  readonly end: string;
}

/** Adds a certification by its day of certification and confirms its cycle and what it renews. */
async function hold(person: Talk, code: string, { certifiedOn, start, end }: Held) {
  const first = formOf(await person.say(`add ${code}`));
  const second = formOf(await person.send(first, { start: certifiedOn, expiry: end }));
  return { form: second, card: cardOf(await person.send(second, { cycleStart: start, cycleEnd: end })) };
}

/** Tomas Rell: Security+ held, CySA+ earned later. */
async function tomas() {
  const person = talk({ store: world.store, today: TODAY });
  await hold(person, 'security-plus', { certifiedOn: '2024-02-08', start: '2024-02-08', end: '2027-02-07' });
  await logCredits(
    person,
    '2024-11-05',
    { 'security-plus': '4' },
    { title: 'Kernel threats', kind: 'webinar', delivery: 'online-live' },
  );
  const added = await hold(person, 'cysa-plus', { certifiedOn: '2025-08-14', start: '2025-08-14', end: '2028-08-13' });
  return { person, added };
}

it('asks which certifications a new one renews, with the end before and after', async () => {
  const { added } = await tomas();

  const asked = added.form.parts.find((part) => part.kind === 'choices');

  expect(asked).toMatchObject({ label: 'Also renews', options: [{ value: 'security-plus' }] });
  expect(JSON.stringify(asked)).toContain('until 13 Aug 2028 instead of 7 Feb 2027');
  expect(answersOf(added.form.answers, 'renews')).toEqual(['security-plus']);
});

it('says that Security+ is renewed by CySA+, and that nothing of it is due', async () => {
  const { person } = await tomas();

  const renewed = 'renewed by CySA+ on 14 Aug 2025, valid until 13 Aug 2028';

  const certs = textOf(await person.say('certs'));
  expect(certs).toContain(renewed);
  expect(certs.match(/earn by/gu)).toHaveLength(1);
  expect(certs.match(/pay \$/gu)).toHaveLength(1);
  expect(certs).toContain('once for Security+ and CySA+ together');
  const pace = textOf(await person.say('pace security+'));
  expect(pace).toContain(renewed);
  expect(pace).toContain('Nothing is due in this cycle');
  expect(pace).not.toMatch(/behind|to do/u);
});

it('explains the renewal by its rule and source, and what would be the case without', async () => {
  const { person } = await tomas();
  for (const [index, day] of ['2026-01-13', '2026-01-20'].entries())
    await logCredits(person, day, { 'security-plus': '1' }, { title: `Detection Tuesday ${index}`, kind: 'webinar' });

  const why = textOf(await person.say('why security+'));

  expect(why).toContain('CySA+ renews Security+ for as long as it’s active; its cycle then ends with CySA+');
  expect(why).toContain('Source: CompTIA website');
  expect(why).toContain('Without CySA+');
  expect(why).toContain('cycle 8 Feb 2024 – 7 Feb 2027');
  expect(why).toContain('behind');
});

it('says what a removal takes back before it is confirmed', async () => {
  const { person } = await tomas();

  const card = cardOf(await person.say('remove cysa+'));
  expect(card.title).toBe('Removing CySA+ takes back the renewal of Security+');
  expect(JSON.stringify(card)).toContain('Security+: ends on 7 Feb 2027 instead of 13 Aug 2028');
  expect(textOf(await person.say('certs'))).toContain('renewed by CySA+');

  const removed = cardOf(await person.press(card, 'Remove'));
  expect(removed.title).toBe('CySA+ removed');
  expect(JSON.stringify(removed)).toContain('ends on 7 Feb 2027');
  const certs = textOf(await person.say('certs'));
  expect(certs).not.toContain('renewed by');
  expect(certs).toContain('8 Feb 2024 – 7 Feb 2027');
});

it('renews what is at the level of Cisco or below, and gives it back as if it had never been there', async () => {
  const ines = talk({ store: world.store, today: TODAY });
  await hold(ines, 'ccna', { certifiedOn: '2024-03-11', start: '2024-03-11', end: '2027-03-10' });
  await hold(ines, 'ccnp-security', { certifiedOn: '2025-09-02', start: '2025-09-02', end: '2028-09-01' });

  expect(textOf(await ines.say('certs'))).toContain('renewed by CCNP Security on 2 Sept 2025, valid until 1 Sept 2028');

  const removal = textOf(await ines.say('remove ccnp security'));
  expect(removal).toContain('CCNA: ends on 10 Mar 2027 instead of 1 Sept 2028 · ▼ 993 days behind');
});

it('tells exams and assessments apart by what can be done now, and says nothing of pace', async () => {
  const rafe = talk({ store: world.store, today: TODAY });
  const held: readonly (readonly [string, Held])[] = [
    ['aws-solutions-architect-associate', { certifiedOn: '2024-05-06', start: '2024-05-06', end: '2027-05-05' }],
    ['aws-solutions-architect-professional', { certifiedOn: '2026-10-05', start: '2026-10-05', end: '2029-10-04' }],
    [
      'google-cloud-professional-cloud-architect',
      { certifiedOn: '2024-12-15', start: '2024-12-15', end: '2026-12-14' },
    ],
    ['cka', { certifiedOn: '2024-12-20', start: '2024-12-20', end: '2026-12-19' }],
    ['azure-administrator-associate', { certifiedOn: '2025-02-10', start: '2026-02-11', end: '2027-02-10' }],
  ];
  for (const [code, holding] of held) await hold(rafe, code, holding);

  const certs = textOf(await rafe.say('certs'));

  expect(certs).toContain('renew any time while active; expires 4 Oct 2029, 1041 days left');
  expect(certs).toContain('renewed by AWS SAP on 5 Oct 2026, valid until 4 Oct 2029');
  expect(certs).toContain('exam window 15 Oct 2026 – 13 Jan 2027; expires 14 Dec 2026, 16 days left');
  expect(certs).toContain('renew before it expires on 19 Dec 2026, 21 days left');
  expect(certs).toContain(
    'free assessment open since 10 Aug 2026 (6 months before); expires 10 Feb 2027, 74 days left; a year is added to the old date',
  );
  expect(certs).not.toMatch(/\bdue\b|behind/u);
  expect(textOf(await rafe.say('remove aws solutions architect professional'))).toContain('ends on 5 May 2027');
});

it('does not say that Security+ is renewed while the day CySA+ was earned is not known, and asks for it', async () => {
  const person = talk({ store: world.store, today: TODAY });
  await hold(person, 'security-plus', { certifiedOn: '2024-02-08', start: '2024-02-08', end: '2027-02-07' });
  const first = formOf(await person.say('add cysa-plus'));
  const second = formOf(await person.send(first, { expiry: '2028-08-13' }));
  await person.send(second, {});
  const undated = [textOf(await person.say('pace security+')), textOf(await person.say('certs'))];

  await person.send(formOf(await person.say('edit cysa-plus')), { certifiedOn: '2025-08-14' });

  expect(JSON.stringify(second.parts)).toContain('Enter the day you earned CySA+ to see whether it renews Security+.');
  for (const answer of undated) {
    expect(answer).toContain('CySA+ may have renewed this certification');
    expect(answer).not.toContain('renewed by CySA+');
  }
  expect(textOf(await person.say('pace security+'))).toContain(
    'renewed by CySA+ on 14 Aug 2025, valid until 13 Aug 2028',
  );
  expect(textOf(await person.say('certs'))).not.toContain('may have renewed');
});
