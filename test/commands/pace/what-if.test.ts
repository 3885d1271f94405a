import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { addCertification, cardOf, formOf, logCredits, talk, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

async function ana() {
  const person = talk({ store: world.store });
  await addCertification(person, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  return person;
}

/** The fact of a card with a label. */
function factOf(card: Card, label: string): unknown {
  const facts = card.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
  return facts.find((fact) => fact.label.startsWith(label))?.value;
}

describe('whatif', () => {
  it('says what really logging it would say, and writes nothing', async () => {
    const person = await ana();
    const supposed = cardOf(await person.say('whatif +8h "RSA" on 2027-04-26 for cissp group a'));
    const later = talk({ ...person.options, today: '2027-04-26' });
    const untouched = textOf(await later.say('pace cissp'));
    await logCredits(later, '2027-04-26', { cissp: '7' }, { 'category.cissp': 'group-a' });
    const real = textOf(await later.say('pace cissp'));

    expect(untouched).toContain(factOf(supposed, 'Before'));
    expect(real).toContain(factOf(supposed, 'After, '));
    expect(untouched).toContain('0 of 90 CPE');
  });

  it('shows what a pause costs, and what another certification asks for', async () => {
    const person = await ana();

    const stated = textOf(await person.say('whatif pause 2027-06..2027-09; +ccsp'));

    expect(stated).toContain('pause 1 Jun 2027 – 30 Sept 2027');
    expect(stated).toContain('per week instead of');
    expect(stated).toContain('+ CCSP');
    expect(stated).toContain('90 CPE');
  });

  it('says that a certification is held already, or is not', async () => {
    const person = await ana();

    expect(textOf(await person.say('whatif +cissp'))).toContain('You already have CISSP.');
    expect(textOf(await person.say('whatif -ccsp'))).toContain('You don’t have CCSP.');
  });

  it('says what is no longer required without a certification', async () => {
    const person = await ana();

    const stated = textOf(await person.say('whatif -cissp'));

    expect(stated).toContain('− CISSP');
    expect(stated).toContain('120 CPE by 31 Dec 2027');
  });

  it('relates the certifications anew that are supposed', async () => {
    const person = talk({ store: world.store });
    await addCertification(person, 'security-plus', { start: '2024-06-01', end: '2027-05-31' });

    const more = textOf(await person.say('whatif +cysa-plus'));
    await addCertification(person, 'cysa-plus', { start: '2026-10-01', end: '2029-09-30' });
    await person.send(formOf(await person.say('edit cysa-plus')), { certifiedOn: '2026-10-01' });
    const less = cardOf(await person.say('whatif -cysa-plus'));

    expect(more).toContain('renewed by CySA+');
    expect(factOf(less, 'Before')).toContain('renewed by CySA+');
    expect(factOf(less, 'After, ')).not.toContain('renewed by');
  });

  it('combines all parts into one question', async () => {
    const person = await ana();
    const line = '+8h RSA on 2027-02-01 for cissp; +8h DEF on 2027-03-01 for cissp; pause 2027-06..2027-09';
    const [alone, together] = await Promise.all(
      ['pause 2027-06..2027-09', line].map((one) => person.say(`whatif ${one}`)),
    );

    expect(textOf(together as never)).toContain('0 → 14 of 120 CPE');
    expect(factOf(cardOf(together as never), 'On ')).not.toBe(factOf(cardOf(alone as never), 'On '));
    expect(factOf(cardOf(together as never), 'Needed')).not.toBe(factOf(cardOf(alone as never), 'Needed'));
  });

  it('counts by the announced rules of a year when it is asked to', async () => {
    const carla = talk({ store: world.store, today: '2026-11-29' });
    await addCertification(carla, 'cfp', { start: '2025-12-01', end: '2027-11-30' });
    await logCredits(carla, '2026-06-10', { cfp: '15' }, { 'category.cfp': 'general' });

    const card = cardOf(await carla.say('whatif --rules 2027'));
    const alone = cardOf(await carla.say('whatif cfp --rules 2027'));

    expect(factOf(card, 'Before')).toContain('2 CE hours of Ethics to do');
    expect(factOf(card, 'After, ')).toBe('▼ 90 days behind');
    expect(factOf(card, 'Total')).toBe('15 of 30 → 15 of 40 CE hours, −92 days');
    expect(textOf({ kind: 'card', to: 'sender', card })).toContain('Source: CFP Board website');
    expect(alone.blocks).toEqual(card.blocks);
    expect(textOf(await carla.say('pace cfp'))).toContain('15 of 30');
    expect(textOf(await carla.say('rules cfp'))).toContain('date not announced');
  });

  it('says when no change is known, or none with figures, or the year can’t be', async () => {
    const person = await ana();
    await addCertification(person, 'cisa', { start: '2025-01-01', end: '2027-12-31' });

    expect(textOf(await person.say('whatif --rules 2026'))).toContain('No change by the end of 2026 is known');
    expect(textOf(await person.say('whatif --rules 2027'))).toContain(
      'Not calculated: your records don’t show what this change depends on.',
    );
    expect(textOf(await person.say('whatif --rules 2027 cissp'))).toContain('No change by the end of 2027');
    expect(textOf(await person.say('whatif --rules 1999'))).toContain('“1999” isn’t a valid year');
  });

  it('says what it could not read', async () => {
    const person = await ana();

    expect(textOf(await person.say('whatif'))).toContain('Add what to try');
    expect(textOf(await person.say('whatif bananas'))).toContain('“bananas” isn’t a valid scenario');
    expect(textOf(await person.say('whatif pause 2027-09..2027-06'))).toContain('isn’t a valid scenario');
  });
});

describe('plan', () => {
  it('keeps what was tried, counts it for nothing, and logs it once it is done', async () => {
    const person = await ana();
    const supposed = cardOf(await person.say('whatif +8h RSA Conference on 2027-04-26 for cissp'));

    const planned = cardOf(await person.press(supposed, 'Save as plan', 'once'));
    await person.press(supposed, 'Save as plan', 'once');

    expect(textOf(await person.say('pace cissp'))).toContain('0 of 120 CPE');
    expect(textOf(await person.say('plan')).match(/RSA Conference/g)).toHaveLength(3);
    const later = talk({ ...person.options, today: '2027-04-27' });
    const form = formOf(await later.press(planned, 'Log as done'));
    expect(form.answers).toMatchObject({ title: 'RSA Conference', start: '2027-04-26', counts: ['cissp'] });
    await later.send(form, { kind: 'conference', 'category.cissp': 'group-a' });
    expect(textOf(await later.say('pace cissp'))).toContain('7 of 120 CPE');
    expect(textOf(await later.say('plan'))).toContain('No activities planned');
  });

  it('takes away what is not wanted any more, and nobody else’s', async () => {
    const person = await ana();
    const card = cardOf(await person.say('plan 2h Webinar on 2027-02-01 for cissp'));
    const remove = card.blocks.flatMap((block) =>
      block.kind === 'item' && block.also?.label === 'Remove' ? [block.also] : [],
    )[0];
    const stranger = talk({ ...person.options, user: 'eve' });

    const { args } = remove ?? { args: {} };
    const press = (who: typeof person) =>
      who.core.dispatch({
        command: 'plan',
        args,
        from: { platform: 'slack', tenant: who.options.tenant, user: who.options.user ?? 'ana' },
        place: { platform: 'slack', tenant: who.options.tenant, address: 'C1' },
      });

    expect(textOf(await press(stranger))).toContain('no longer exists');
    expect(textOf(await press(person))).toContain('No activities planned');
  });

  it('says what it could not read', async () => {
    const person = await ana();

    expect(textOf(await person.say('plan something'))).toContain('“something” isn’t a valid plan');
    expect(textOf(await person.say('plan 5m Chat on 2027-02-01'))).toContain('wouldn’t count');
  });
});
