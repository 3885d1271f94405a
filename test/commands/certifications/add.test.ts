import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { type Form, fieldsOf } from '../../../src/chat/form.ts';
import { addCertification, cardOf, formOf, logCredits, talk, textOf, undoLast } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const catalogue = loadCatalogue();

function optionsIn({ parts }: Form): readonly string[] {
  return fieldsOf(parts).flatMap((field) => ('options' in field ? field.options.map(({ value }) => value) : []));
}

describe('add', () => {
  it('proposes the cycle from the day of certification, to be corrected', async () => {
    const ana = talk({ store: world.store });

    const first = formOf(await ana.say('add cissp'));
    const second = formOf(await ana.send(first, { start: '2018-05-01', number: '123456' }));
    const card = cardOf(await ana.send(second, { cycleEnd: '2027-05-31' }));

    expect(first.answers).toEqual({ certification: 'cissp' });
    expect(second.answers).toMatchObject({ cycleStart: '2024-05-01', cycleEnd: '2027-04-30' });
    expect(JSON.stringify(second.parts)).toContain('3 years from the day of certification');
    expect(card.title).toBe('CISSP added');
    expect(JSON.stringify(card.blocks)).toContain('1 May 2024 – 31 May 2027');
    expect(JSON.stringify(card.blocks)).toContain('123456');
  });

  it('finds a certification by another of its names, and suggests one for a misspelt', async () => {
    const ana = talk({ store: world.store });

    expect(formOf(await ana.say('add sec+')).answers).toEqual({ certification: 'security-plus' });
    const misspelt = formOf(await ana.say('add cisssp'));
    expect(misspelt.answers).toEqual({});
    expect(JSON.stringify(misspelt.parts)).toContain('Which one?');
    expect(optionsIn(misspelt)).toContain('cissp');
    const from = { platform: 'slack', tenant: ana.options.tenant, user: 'ana' } as const;
    const found = await ana.core.suggest({ source: 'certifications', typed: 'ciss', limit: 5, from });
    expect(found.map((option) => option.value)).toContain('cissp');
    expect(await ana.core.suggest({ source: 'secrets', typed: '', limit: 5, from })).toEqual([]);
  });

  it.each`
    line                         | answers
    ${'cissp since 2025-01-01'}  | ${{ certification: 'cissp', start: '2025-01-01' }}
    ${'cissp 2025-01-01'}        | ${{ certification: 'cissp', start: '2025-01-01' }}
    ${'pmp expires 1 May 2027'}  | ${{ certification: 'pmp', expiry: '2027-05-01' }}
    ${'cipp/e until 2027-12-31'} | ${{ certification: 'cipp-e', expiry: '2027-12-31' }}
    ${''}                        | ${{}}
  `('opens the form filled in from “$line”', async ({ line, answers }) => {
    const form = formOf(await talk({ store: world.store }).say(`add ${line}`));

    expect(form.answers).toEqual(answers);
    expect(form.errors).toBeUndefined();
  });

  it.each`
    typed                            | code
    ${'terraform associate'}         | ${'terraform-associate'}
    ${'salesforce admin'}            | ${'salesforce-administrator'}
    ${'aaia'}                        | ${'aaia'}
    ${'pecb iso 27001 lead auditor'} | ${'pecb-iso-27001-lead-auditor'}
    ${'CPA Texas'}                   | ${'cpa-texas'}
  `('finds $code for “$typed”', async ({ typed, code }) => {
    expect(formOf(await talk({ store: world.store }).say(`add ${typed}`)).answers).toEqual({ certification: code });
  });

  it.each`
    typed        | body                     | least
    ${'comptia'} | ${'CompTIA'}             | ${15}
    ${'aws'}     | ${'Amazon Web Services'} | ${10}
  `('asks which certification of $body “$typed” is', async ({ typed, body, least }) => {
    const form = formOf(await talk({ store: world.store }).say(`add ${typed} since 2025-01-01`));
    const options = optionsIn(form);

    expect(form.answers).toEqual({ start: '2025-01-01' });
    expect(JSON.stringify(form.parts)).toContain('Which one?');
    expect(options.length).toBeGreaterThanOrEqual(least);
    expect(new Set(options.map((code) => catalogue.get(code)?.body))).toEqual(new Set([body]));
  });

  it('asks for the jurisdiction of a CPA, and adds the one that is chosen', async () => {
    const ana = talk({ store: world.store });
    const form = formOf(await ana.say('add cpa'));
    const cpas = catalogue.all.filter(({ code }) => code.startsWith('cpa-')).map(({ code }) => code);

    expect(form.answers).toEqual({});
    expect(optionsIn(form)).toEqual(expect.arrayContaining(cpas));
    const empty = formOf(await ana.send(form, { start: '2025-01-01' }));
    expect(optionsIn(empty)).toEqual(optionsIn(form));
    expect(empty.errors?.certification).toBeDefined();
    const next = formOf(
      await ana.send(form, { certification: 'cpa-texas', expiry: '2026-12-31', start: '2025-01-01' }),
    );
    expect(JSON.stringify(next.parts)).toContain('Cycle start');
    expect(JSON.stringify(next.state)).toContain('cpa-texas');
  });

  it('keeps a name that finds nothing, and says how an admin adds it', async () => {
    const form = formOf(await talk({ store: world.store }).say('add xyzzy ninja since 2025-01-01'));

    expect(form.answers).toEqual({ certification: 'xyzzy ninja', start: '2025-01-01' });
    expect(form.errors?.certification).toContain('“customise xyzzy ninja”');
  });

  it('warns before a certification is added that is no longer offered', async () => {
    const ana = talk({ store: world.store });

    const form = formOf(
      await ana.send(formOf(await ana.say('add azure-ai-engineer-associate')), { expiry: '2027-03-01' }),
    );
    const added = cardOf(await ana.send(form, {}));

    const warning =
      'No longer offered since 30 Jun 2026. Renewal was possible until 30 Jun 2026. Replaced by Azure AI Apps and Agents Developer.';
    expect(JSON.stringify(form.parts)).toContain(warning);
    expect(JSON.stringify(added.blocks)).toContain(warning);
    expect(textOf(await ana.say('certs'))).toContain(
      'ends on 1 Mar 2027, renewal is no longer possible; next: Azure AI Apps and Agents Developer',
    );
    expect(textOf(await ana.say('rules azure-ai-engineer-associate'))).toContain(
      'Replaced by Azure AI Apps and Agents Developer.',
    );
  });

  it.each([
    ['neither date', {}, 'start', 'Enter one of these dates'],
    ['a day that does not exist', { start: '2026-02-30' }, 'start', 'isn’t a valid date'],
    ['a day in the future', { start: '2027-01-01' }, 'start', 'is in the future'],
    ['an expiry before the start', { start: '2026-01-01', expiry: '2025-01-01' }, 'expiry', 'before'],
    [
      'an unknown certification',
      { certification: 'nonsense', start: '2026-01-01' },
      'certification',
      'isn’t in the catalogue',
    ],
  ])('refuses %s beside the field and keeps what was typed', async (_name, answers, field, words) => {
    const ana = talk({ store: world.store });

    const form = formOf(await ana.send(formOf(await ana.say('add cissp')), answers));

    expect(form.errors?.[field]).toContain(words);
    expect(form.answers).toMatchObject(answers);
  });

  it('asks for the printed date where a birth month ends the cycle', async () => {
    const grace = talk({ store: world.store });

    const form = formOf(await grace.send(formOf(await grace.say('add shrm-cp')), { start: '2024-06-01' }));

    expect(form.errors?.expiry).toContain('which recert doesn’t store');
  });

  it.each([
    ['the end before the start', { cycleStart: '2026-01-01', cycleEnd: '2025-12-31' }, 'before the start'],
    ['less than four weeks', { cycleStart: '2026-01-01', cycleEnd: '2026-01-10' }, 'at least 28 days'],
    ['more than ten years', { cycleStart: '2000-01-01', cycleEnd: '2027-01-10' }, 'at most 10 years'],
  ])('refuses a cycle with %s', async (_name, answers, words) => {
    const ana = talk({ store: world.store });
    const second = formOf(await ana.send(formOf(await ana.say('add cissp')), { start: '2025-01-01' }));

    const form = formOf(await ana.send(second, answers));

    expect(form.errors?.cycleEnd).toContain(words);
    expect(form.answers).toMatchObject(answers);
  });

  it('refuses a certification twice, also when two forms were open', async () => {
    const ana = talk({ store: world.store });
    const second = formOf(await ana.send(formOf(await ana.say('add cissp')), { start: '2025-01-01' }));
    await ana.send(second, {});

    const again = formOf(await ana.send(second, {}));
    const anew = formOf(await ana.send(formOf(await ana.say('add cissp')), { start: '2025-01-01' }));

    expect(JSON.stringify(again.errors)).toContain('You already have CISSP');
    expect(JSON.stringify(anew.errors)).toContain('You already have CISSP');
  });

  it('does not trust what a form is said to remember', async () => {
    const ana = talk({ store: world.store });
    const second = formOf(await ana.send(formOf(await ana.say('add cissp')), { start: '2025-01-01' }));

    for (const state of [
      '',
      'null',
      '{"certification":"nope"}',
      '{"certification":1}',
      '{"certification":"oscp","number":"","start":"","expiry":""}',
    ]) {
      const reply = await ana.send({ ...second, state }, {});
      expect(['form', 'card']).toContain(reply.kind);
    }
    expect(textOf(await ana.say('certs'))).toContain('haven’t added a certification yet');
  });

  it('can be removed when all its records were taken back', async () => {
    const ana = talk({ store: world.store });
    await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
    await logCredits(ana, '2026-01-01', { cissp: '1' });
    await undoLast(ana);

    expect(cardOf(await ana.say('remove cissp')).title).toBe('CISSP removed');
    expect(textOf(await ana.say('restore'))).toContain('Restored');
  });

  it('does not count early credits in a later cycle, nor call a cycle met before it starts', async () => {
    const bo = talk({ store: world.store });
    const second = formOf(await bo.send(formOf(await bo.say('add cism')), { start: '2026-03-01' }));
    await bo.send(second, {});
    await logCredits(bo, '2026-05-01', { cism: '20' });

    expect(textOf(await bo.say('pace'))).toContain('cycle starts on 1 Jan 2027');
    expect(textOf(await bo.say('pace cism --on 2027-06-01'))).toContain(
      '2027 minimum (1 Jan 2027 – 31 Dec 2027): 20 of 20 CPE hours, ✓ met',
    );
  });

  it('is undone with its button, but not once credits are logged for it', async () => {
    const ana = talk({ store: world.store });
    const cycle = { start: '2025-01-01', end: '2027-12-31' };
    const added = await addCertification(ana, 'cissp', cycle);

    const removed = cardOf(await ana.press(added, 'Undo'));
    const anew = await addCertification(ana, 'cissp', cycle);
    await logCredits(ana, '2026-01-01', { cissp: '1' });

    expect(textOf({ kind: 'card', to: 'sender', card: removed })).toContain('Undone: adding of CISSP.');
    expect(textOf(await ana.press(anew, 'Undo'))).toContain('because it was changed since: adding of CISSP');
  });
});

describe('certs', () => {
  it('lists what is held with number, cycle and headline', async () => {
    const ana = talk({ store: world.store });
    await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });

    expect(textOf(await ana.say('certs'))).toContain('1 Jan 2025 – 31 Dec 2027 · ▼ 691 days behind');
  });
});

it.each`
  line           | answers                     | field       | says
  ${'dasm'}      | ${{ start: '2025-01-01' }}  | ${'expiry'} | ${'is unknown. Enter the expiry date'}
  ${'dasm'}      | ${{ expiry: '2027-01-01' }} | ${'start'}  | ${'is unknown. Enter both dates'}
  ${'aaia'}      | ${{ start: '2025-01-01' }}  | ${'expiry'} | ${'cycle length of AAIA is unknown'}
  ${'cams'}      | ${{ start: '2025-01-01' }}  | ${'expiry'} | ${'end on a fixed date, but the year isn’t known'}
  ${'cpa texas'} | ${{ start: '2025-01-01' }}  | ${'expiry'} | ${'ends with your birth month'}
`('asks for the date it needs of $line, for the right reason', async ({ line, answers, field, says }) => {
  const ana = talk({ store: world.store });

  const again = formOf(await ana.send(formOf(await ana.say(`add ${line}`)), answers));

  expect(again.errors?.[field]).toContain(says);
});
