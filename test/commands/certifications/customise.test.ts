import { expect, it } from 'vitest';
import { asAdmin } from '../../support/admin.ts';
import {
  addCertification,
  cardOf,
  formOf,
  logCredits,
  newcomer,
  type Talk,
  talk,
  textOf,
} from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

/** Somebody whom the store says to be an admin. */
async function anAdmin(): Promise<Talk> {
  const admin = talk({ store: world.store, user: 'adele' });
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
