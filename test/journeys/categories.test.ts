import { describe, expect, it } from 'vitest';
import type { Field, Form } from '../../src/chat/form.ts';
import { fieldsOf } from '../../src/chat/form.ts';
import { addCertification, cardOf, formOf, type Talk, talk, textOf } from '../support/conversation.ts';
import { pinnedCatalogue } from '../support/pinned-catalogue.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const catalogue = pinnedCatalogue({
  cma: {},
  cfe: { defaultCategories: [{ kinds: ['webinar', 'course'], category: 'other' }] },
  cbap: { defaultCategories: [{ kinds: ['webinar'], category: 'development' }] },
  pmp: { defaultCategories: [{ kinds: ['teaching'], category: 'other-giving-back' }] },
  cissp: {
    defaultCategories: [{ kinds: ['course', 'reading'], category: 'group-b' }],
    topicCategories: [{ category: 'group-a', topics: ['Security Operations'] }],
  },
});

async function withCertification(code: string, profile: { locale?: string } = {}): Promise<Talk> {
  const person = talk({ store: world.store, catalogue, profile });
  await addCertification(person, code, { start: '2025-01-01', end: '2027-12-31' });
  return person;
}

const fieldOf = (form: Form, name: string): Field | undefined => fieldsOf(form.parts).find((one) => one.name === name);

describe('a line that would be saved at once', () => {
  it('opens the form where the category must be asked: nothing is saved, and the line is kept', async () => {
    const ana = await withCertification('cma');

    const form = formOf(await ana.say('log 3h Course Excel for accountants for cma !!'));

    expect(form.answers).toMatchObject({
      ...{ title: 'Course Excel for accountants', kind: 'course', duration: '3h', counts: ['cma'] },
      ...{ 'credits.cma': '3.25' },
    });
    expect(form.answers?.['category.cma'] ?? '').toBe('');
    expect(fieldOf(form, 'category.cma')).toMatchObject({ kind: 'choice' });
    expect(fieldOf(form, 'category.cma')?.optional).toBeUndefined();
    expect(form.errors?.['category.cma']).toContain('Not decided by the rules of IMA');
    expect(textOf(await ana.say('history'))).toContain('No records yet');
    expect(textOf(await ana.send(form, { 'category.cma': 'other' }))).toContain('(Other)');
    expect(textOf(await ana.say('pace cma'))).not.toContain('Ethics minimum ✓ met');
  });

  it('is saved where nothing has to be asked, once for one key, and says why it is in its category', async () => {
    const ana = await withCertification('cfe');

    const card = cardOf(await ana.say('log 1h Webinar helpdesk skills for cfe !!', 'line-1'));
    await ana.say('log 1h Webinar helpdesk skills for cfe !!', 'line-1');

    expect(card.title).toBe('Logged');
    expect(textOf(await ana.say('history')).match(/helpdesk/gu)).toHaveLength(1);
    expect(JSON.stringify(card.blocks)).toContain('Other, because ACFE counts “Webinar or webcast” there.');
  });

  it('opens the form where there is something to read first', async () => {
    const ana = await withCertification('cfe');

    expect((await ana.say('log 1h Webinar helpdesk skills for cfe and pmp !!')).kind).toBe('form');
    expect(textOf(await ana.say('history'))).toContain('No records yet');
  });

  it('says it in German, too', async () => {
    const ana = await withCertification('cma', { locale: 'de-DE' });

    const form = formOf(await ana.say('log 3h Kurs Excel für cma !!'));

    expect(form.errors?.['category.cma']).toContain('Die Regeln von IMA legen sie nicht fest');
  });
});

describe('the category of the form', () => {
  it.each([
    ['cfe', 'log 1h Webinar helpdesk skills for cfe', 'other'],
    ['cbap', 'log 2h Webinar on user stories for cbap', 'development'],
    ['cissp', 'log 2h Course on leadership for cissp', 'group-b'],
    ['cissp', 'log 2h Course Security Operations for cissp', 'group-a'],
    ['cissp', 'log 2h Course on leadership for cissp group a', 'group-a'],
  ])('of %s: %s', async (code, line, category) => {
    const ana = await withCertification(code);

    expect(formOf(await ana.say(line)).answers?.[`category.${code}`]).toBe(category);
  });

  it('has its reason beside it', async () => {
    const ana = await withCertification('cissp');
    const hint = async (line: string) => fieldOf(formOf(await ana.say(line)), 'category.cissp')?.hint;

    expect(await hint('log 2h Course on leadership for cissp')).toBe(
      'Group B, because ISC2 counts “Course or training” there unless a domain is named.',
    );
    expect(await hint('log 2h Course Security Operations for cissp')).toBe(
      'Group A, because the activity mentions “Security Operations”.',
    );
  });

  it('is the one chosen for the same provider and kind before', async () => {
    const ana = await withCertification('cma');
    const first = formOf(await ana.say('log 1h Course one for cma'));
    await ana.send(first, { provider: 'IMA', 'category.cma': 'ethics' });
    const second = formOf(await ana.say('log 1h Course two for cma'));

    const card = cardOf(await ana.send(second, { provider: 'IMA' }));

    expect(JSON.stringify(card.blocks)).toContain('Ethics, because you chose it last time (IMA, course or training).');
  });

  it('follows the kind until it is chosen by hand', async () => {
    const ana = await withCertification('cissp');
    const form = formOf(await ana.say('log 2h Course on leadership for cissp'));

    const asked = formOf(await ana.send(form, { kind: 'volunteering' }));
    const chosen = cardOf(await ana.send(asked, { 'category.cissp': 'group-a' }));

    expect(asked.errors?.['category.cissp']).toContain('Not decided by the rules of ISC2');
    expect(JSON.stringify(chosen.blocks)).toContain('(Group A)');
  });
});

describe('mentoring for a PMP', () => {
  it('is asked: given it is Giving Back, received it is Education', async () => {
    const chidi = await withCertification('pmp');
    const form = formOf(await chidi.say('log 2h mentoring a colleague for pmp'));
    const asked = formOf(await chidi.send(form, {}));

    const given = cardOf(await chidi.send(asked, { 'category.pmp': 'other-giving-back' }));
    const received = cardOf(await chidi.send(asked, { title: 'Mentoring by Bo', 'category.pmp': 'power-skills' }));

    expect(form.answers).toMatchObject({ 'credits.pmp': '2' });
    expect(form.answers).not.toHaveProperty('category.pmp');
    expect(Object.keys(asked.errors ?? {})).toEqual(['category.pmp']);
    expect(asked.errors?.['category.pmp']).toContain('Not decided by the rules of PMI');
    expect(JSON.stringify(given.blocks)).toContain('2 PDUs (Other Giving Back)');
    expect(JSON.stringify(received.blocks)).toContain('2 PDUs (Power Skills)');
  });

  it('is placed where the kind decides', async () => {
    const chidi = await withCertification('pmp');

    const form = formOf(await chidi.say('log 2h teaching agile for pmp'));

    expect(form.answers).toMatchObject({ 'credits.pmp': '2', 'category.pmp': 'other-giving-back' });
    expect(fieldOf(form, 'credits.pmp')?.hint).toContain('Other Giving Back, because PMI');
  });
});

describe('an item of a kind with several rates', () => {
  it('is asked, with the rates, and not estimated before', async () => {
    const ana = await withCertification('cissp');
    const form = formOf(await ana.say('log 10h reading Kim Zetter for cissp'));
    const refused = formOf(await ana.send(form, {}));
    const options = fieldsOf(form.parts).flatMap((one) =>
      one.name === 'item.cissp' && one.kind === 'choice' ? one.options : [],
    );
    const book = options.find(({ label }) => label.startsWith('Book'))?.value ?? '';

    const card = cardOf(await ana.send(refused, { 'item.cissp': book }));

    expect(form.answers).not.toHaveProperty(['credits.cissp']);
    expect(fieldOf(form, 'item.cissp')?.hint).toContain('White paper read: 1 CPE each');
    expect(refused.errors?.['item.cissp']).toContain('Each type of item has its own rate.');
    expect(JSON.stringify(card.blocks)).toContain('CISSP: 5 CPE');
  });
});

describe('a table', () => {
  it('asks once for the category of all rows that need it', async () => {
    const ana = await withCertification('cma');
    const text = 'Title,Date,Credits,Category\nExcel,2026-03-01,2,\nEthics talk,2026-03-02,1,Ethics';
    const file = { name: 'records.csv', read: async () => new TextEncoder().encode(text) };

    const form = formOf(await ana.say('import', undefined, [file]));
    const shown = formOf(await ana.send(form, { 'category.cma': 'other' }));
    await ana.send(shown, {});

    expect(JSON.stringify(form.parts)).toContain('category: missing for CMA. Use one of: Other, Ethics.');
    expect(fieldOf(form, 'category.cma')?.label).toBe('CMA: category');
    expect(textOf(await ana.say('show excel'))).toContain('Other');
    expect(textOf(await ana.say('show ethics'))).toContain('Ethics ·');
  });
});
