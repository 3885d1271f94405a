import { expect, it } from 'vitest';
import {
  addCertification,
  cardOf,
  formOf,
  type Talk,
  type TalkOptions,
  talk,
  textOf,
} from '../support/conversation.ts';
import { workspaceOf } from '../support/records.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const cycle = { start: '2025-01-01', end: '2028-12-31' };

async function withGcih(profile?: TalkOptions['profile']): Promise<Talk> {
  const person = talk({ store: world.store, today: '2026-11-29', ...(profile && { profile }) });
  await addCertification(person, 'gcih', cycle);
  return person;
}

it.each([
  ['en-GB', '36h Intrusion analysis course 16-21 Nov for gcih', '16 Nov', '21 Nov 2026'],
  ['en-US', '36h Intrusion analysis course November 16-21, 2026 for gcih', 'Nov 16', 'Nov 21, 2026'],
  ['de-DE', '36h Kurs Angriffsanalyse vom 16. bis 21. November für gcih', '16. Nov', '21. Nov. 2026'],
])('a course of several days is logged with its first and last day (%s)', async (locale, line, first, last) => {
  const ana = await withGcih({ locale });

  const form = formOf(await ana.say(`log ${line}`));
  const saved = textOf(await ana.send(form));
  const shown = textOf(await ana.say('history'));

  expect(form.answers).toMatchObject({ start: '2026-11-16', end: '2026-11-21', counts: ['gcih'] });
  expect(saved).toContain(last);
  expect(shown).toContain(first);
});

it('a range that has no such days is asked about', async () => {
  const ana = await withGcih();

  const form = formOf(await ana.say('log 16h Course 28-31 Feb 2026 for gcih'));

  expect(form.errors?.start).toContain('“28-31 Feb 2026” isn’t a valid date');
});

it('days whose order is not known are asked for, with both readings', async () => {
  const ana = await withGcih();

  expect(textOf(await ana.say('log 12h Course 3/4/2026 - 5/4/2026 for gcih'))).toContain(
    'Is “3/4/2026 - 5/4/2026” 3 Apr 2026 – 5 Apr 2026 or 4 Mar 2026 – 4 May 2026?',
  );
});

it('a plan of several days keeps them until it is logged', async () => {
  const ana = await withGcih();

  const planned = cardOf(await ana.say('plan 16h Summit 7-8 December for gcih'));
  const [item] = planned.blocks;
  const args = item?.kind === 'item' ? item.action?.args : undefined;

  expect(textOf({ kind: 'card', to: 'sender', card: planned })).toContain('7 Dec 2026 – 8 Dec 2026');
  expect(args?.text).toContain('2026-12-07 to 2026-12-08');
});

it('a what-if of several days is spread over them', async () => {
  const ana = await withGcih();

  const over = textOf(await ana.say('whatif +36h Course 7-12 Dec for gcih'));
  const once = textOf(await ana.say('whatif +36h Course 7 Dec for gcih'));

  expect(over).toContain('GCIH: +18 CPE');
  expect(once).not.toContain('+18 CPE');
});

it('what was attended on several days opens the form with them', async () => {
  const ana = await withGcih();
  const summit = { kind: 'conference', delivery: '', provider: 'SANS', description: '', minutes: 960 } as const;
  const source = {
    name: 'A',
    address: '',
    provider: '',
    kind: 'conference',
    delivery: '',
    language: '',
    isOn: true,
  } as const;
  const opportunities = [{ ...summit, key: 'k', title: 'Cloud summit', url: 'https://a.example/k' }];
  await world.store.inWorkspace(await workspaceOf(ana, world.store), async (data) => {
    const sourceId = await data.opportunities.addSource(source, new Date());
    await data.opportunities.replaceFromSource(sourceId ?? '', { opportunities, rejects: [] }, new Date());
  });
  const from = { platform: 'slack', tenant: ana.options.tenant, user: 'ana' } as const;
  const [found] = await ana.core.suggest({ source: 'offers', typed: 'summit', limit: 1, from });

  const form = formOf(await ana.send(formOf(await ana.say('attended 16-18 Nov')), { offer: found?.value ?? '' }));

  expect(form.answers).toMatchObject({ title: 'Cloud summit', start: '2026-11-16', end: '2026-11-18' });
});

it('a day of which day and month could be swapped is asked for before an opportunity is chosen', async () => {
  const ana = await withGcih();

  expect(textOf(await ana.say('attended 3/4/2026'))).toContain('Is “3/4/2026” 3 Apr 2026 or 4 Mar 2026?');
});

it('a table keeps the first and the last day, of one column or of two', async () => {
  const ana = await withGcih();
  const read = async (text: string) => {
    const file = { name: 'records.csv', read: async () => new TextEncoder().encode(text) };
    return ana.send(formOf(await ana.say('import', undefined, [file])));
  };

  await read(
    'Date,Title,CPE,Certification\n"Nov 3-5, 2026",Course r1,18,GCIH\n09.11.2026 - 11.11.2026,Course r2,18,GCIH',
  );
  await read('Datum von;Datum bis;Titel;CPE;Zertifizierung\n16.11.2026;17.11.2026;Kurs r3;12;GCIH');
  const shown = textOf(await ana.say('history'));

  for (const days of ['3 Nov 2026 – 5 Nov 2026', '9 Nov 2026 – 11 Nov 2026', '16 Nov 2026 – 17 Nov 2026'])
    expect(shown).toContain(days);
});
