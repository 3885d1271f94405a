import { expect, it } from 'vitest';
import { asAdmin } from '../../support/admin.ts';
import {
  addCertification,
  cardOf,
  formOf,
  logCredits,
  newcomer,
  type Talk,
  type TalkOptions,
  talk,
  textOf,
} from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

/** Somebody whom the store says to be an admin. */
async function anAdmin(profile: TalkOptions['profile'] = {}): Promise<Talk> {
  const admin = talk({ store: world.store, user: 'adele', profile });
  await admin.say('help');
  await asAdmin(admin, world.store);
  return admin;
}

it('changes a figure and a fee for one workspace alone, and the rule card says so', async () => {
  const admin = await anAdmin();
  const member = newcomer(admin, 'ana');
  await addCertification(member, 'cissp');
  const form = formOf(await admin.say('customise cissp'));

  const card = cardOf(await admin.send(form, { total: '150', fee: '140' }));

  expect(form.answers).toMatchObject({ short: 'CISSP', total: '120', fee: '135', months: '36' });
  expect(textOf({ kind: 'card', to: 'sender', card })).toContain(
    'This workspace uses a custom version of these rules.',
  );
  expect(textOf(await member.say('pace cissp'))).toContain('of 150 CPE');
  expect(textOf(await member.say('rules cissp'))).toContain('$140');
  expect(textOf(await talk({ store: world.store }).say('rules cissp'))).toContain('120 CPE');
  expect(
    textOf(
      await admin.core.dispatch({ command: 'customise', args: { text: 'cissp', reset: 'yes' }, ...envelope(admin) }),
    ),
  ).toContain('catalogue rules restored');
  expect(textOf(await member.say('pace cissp'))).toContain('of 120 CPE');
});

it('adds a certification of the organisation’s own, which members hold and log for', async () => {
  const admin = await anAdmin();
  const form = formOf(await admin.say('customise Northwind Secure Coder'));
  await admin.send(form, {
    name: 'Northwind Secure Coder',
    body: 'Northwind',
    unit: 'points',
    months: '12',
    total: '10',
  });
  const member = newcomer(admin, 'ana');

  await addCertification(member, 'northwind-secure-coder', { start: '2026-01-01', end: '2026-12-31' });
  await logCredits(member, '2026-03-01', { 'northwind-secure-coder': '4' });

  expect(textOf(await member.say('pace northwind secure coder'))).toContain('4 of 10 points');
});

it('sets minimums, limits and a fixed day in the form, and shows them again in it', async () => {
  const admin = await anAdmin();
  const form = formOf(await admin.say('customise Northwind Auditor'));
  const filled = {
    name: 'Northwind Auditor',
    body: 'Northwind',
    unit: 'points',
    months: '24',
    total: '40',
    yearly: '10',
  };
  const limits = { minimums: 'Ethics: 4\nAudit: 2.5 per year', caps: 'Webinar: 10 per year\nEthics: 8 per cycle' };
  const card = cardOf(await admin.send(form, { ...filled, ...limits, anchor: 'fixed-day', endsOn: '2026-06-30' }));
  const shown = textOf({ kind: 'card', to: 'sender', card });
  const again = formOf(await admin.say('customise northwind auditor'));
  const member = newcomer(admin, 'ana');
  const cycle = formOf(await member.send(formOf(await member.say('add northwind auditor')), { start: '2025-01-01' }));

  for (const text of [
    'Ethics',
    '2.5 points',
    'Webinar: at most 10 points per year',
    'Ethics: at most 8 points per cycle',
  ])
    expect(shown).toContain(text);
  expect(again.answers).toMatchObject({
    ...{ minimums: 'Ethics: 4 per cycle\nAudit: 2.5 per year', caps: 'Webinar: 10 per year\nEthics: 8 per cycle' },
    ...{ total: '40', yearly: '10', months: '24', anchor: 'fixed-day', endsOn: '2026-06-30' },
  });
  expect(cycle.answers).toMatchObject({ cycleStart: '2026-07-01', cycleEnd: '2028-06-30' });
});

it('counts calendar years where the form says so', async () => {
  const admin = await anAdmin();
  const answers = { name: 'Our Year', body: 'Us', months: '12', total: '5', anchor: 'january' };
  await admin.send(formOf(await admin.say('customise our year')), answers);
  const member = newcomer(admin, 'ana');
  const cycle = formOf(await member.send(formOf(await member.say('add our year')), { start: '2025-03-01' }));

  expect(cycle.answers).toMatchObject({ cycleStart: '2026-01-01', cycleEnd: '2026-12-31' });
});

it('keeps the sources of what was not changed', async () => {
  const admin = await anAdmin();
  const form = formOf(await admin.say('customise cissp'));
  const card = textOf(await admin.send(form, { minimums: 'Group A: 80' }));

  expect(form.answers).toMatchObject({ minimums: expect.stringContaining('Group A: 90 per cycle') });
  expect(card).toContain('"80 CPE"," (","Unverified"');
  expect(card).toContain('"120 CPE"," (","Source: ISC2 website"');
});

it.each([
  ['en-GB', { minimums: 'Ethics' }, 'minimums', 'isn’t a valid line'],
  ['en-GB', { minimums: 'Ethics: 4 per day' }, 'minimums', '“Ethics: 4 per day”'],
  ['en-GB', { caps: 'Ethics: 4\n: 5' }, 'caps', '“: 5” isn’t a valid line'],
  ['en-GB', { anchor: 'fixed-day' }, 'endsOn', 'Enter a day on which a cycle ends'],
  ['de-DE', { caps: 'Ethik: viele' }, 'caps', '„Ethik: viele“ wurde nicht verstanden'],
  ['de-DE', { anchor: 'fixed-day-own' }, 'endsOn', 'Gib einen Tag an'],
] as const)('refuses in %s %o beside the field %s', async (locale, answers, field, says) => {
  const admin = await anAdmin({ locale });
  const form = formOf(await admin.say('customise our own'));

  const again = formOf(await admin.send(form, { name: 'Ours', body: 'Us', total: '1', ...answers }));

  expect(again.errors?.[field]).toContain(says);
  expect(again.answers).toMatchObject(answers);
});

it('asks for no credits where an exam renews, so that nothing typed is dropped', async () => {
  const admin = await anAdmin();
  const form = formOf(await admin.say('customise cka'));

  expect(form.parts.flatMap((part) => (part.kind === 'text' ? [] : [part.name]))).toEqual([
    'short',
    'name',
    'body',
    'fee',
  ]);
});

it('refuses figures it cannot read beside their field, a name that is taken, and everybody but admins', async () => {
  const admin = await anAdmin();
  const again = formOf(await admin.send(formOf(await admin.say('customise cissp')), { total: 'many', months: '0' }));
  const claimed = formOf(
    await admin.send(formOf(await admin.say('customise our own')), {
      short: 'CISSP',
      name: 'Ours',
      body: 'Us',
      total: '1',
    }),
  );

  expect(Object.keys(again.errors ?? {}).sort()).toEqual(['months', 'total']);
  expect(claimed.problem).toContain('must find one certification');
  expect(claimed.answers).toMatchObject({ name: 'Ours' });
  expect(textOf(await newcomer(admin, 'ana').say('customise cissp'))).toContain('Your role doesn’t allow this');
  expect(textOf(await admin.say('customise'))).toContain('customise cissp');
});

function envelope({ options }: Talk) {
  const { tenant, user = 'ana' } = options;
  return { from: { platform: 'slack', tenant, user }, place: { platform: 'slack', tenant, address: 'C1' } } as const;
}
