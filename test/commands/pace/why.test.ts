import { describe, expect, it } from 'vitest';
import { addCertification, cardOf, formOf, logCredits, talk, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

describe('why', () => {
  it('names CompTIA’s cap, the credits it cut, and where the rule comes from', async () => {
    const dana = talk({ store: world.store });
    await addCertification(dana, 'security-plus', { start: '2025-01-01', end: '2027-12-31' });
    for (const [index, month] of ['03', '05', '07'].entries())
      await logCredits(
        dana,
        `2026-${month}-01`,
        { 'security-plus': '6' },
        { kind: 'webinar', title: `Webinar ${index}` },
      );

    const stated = textOf(await dana.say('why security+'));

    expect(stated).toContain('8 CEUs in 2 records over the limit for live webinars (10 CEUs per cycle)');
    expect(stated).toContain('https://www.comptia.org/');
    expect(stated).toContain('10 CEUs of 50 CEUs');
  });

  it('explains the one that stands worst when none is named, in the numbers of the formula', async () => {
    const bo = talk({ store: world.store });
    await addCertification(bo, 'cism', { start: '2025-01-01', end: '2027-12-31' });
    await logCredits(bo, '2025-06-01', { cism: '100' });
    await addCertification(bo, 'cissp', { start: '2026-11-01', end: '2029-10-31' });

    const stated = textOf(await bo.say('why'));

    expect(stated).toContain('How the pace is calculated');
    expect(stated).toContain('326 days behind on the 2026 minimum');
    expect(stated).toContain('0 − 326 = −326');
    expect(stated).toContain('326 of 365 days passed');
  });

  it('lets ISC2’s suggested yearly figure never bind', async () => {
    const ana = talk({ store: world.store });
    await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
    await logCredits(ana, '2025-02-01', { cissp: '40' }, { 'category.cissp': 'group-a' });
    await logCredits(ana, '2025-03-01', { cissp: '40' }, { 'category.cissp': 'group-a' });

    const stated = textOf(await ana.say('pace cissp'));

    expect(stated).toContain('Recommended in 2026');
    expect(stated).not.toContain('behind on recommended');
  });

  it('says in words that there is nothing to work out', async () => {
    const eve = talk({ store: world.store });
    expect(textOf(await eve.say('why'))).toContain('You haven’t added a certification yet');
    await eve.send(formOf(await eve.say('add psm-i')));
    expect(textOf(await eve.say('why psm-i'))).toContain('doesn’t require credits');
    expect(textOf(await eve.say('why nonsense'))).toContain('“nonsense”');
  });
});

describe('rules', () => {
  it('shows requirements, limits, fees and sources, held or not', async () => {
    const stated = textOf(await talk({ store: world.store }).say('rules cissp'));

    for (const part of [
      'Group A',
      '90 CPE',
      'at most 30 CPE per cycle',
      '$135',
      'Carry-over',
      'https://www.isc2.org/',
      'Checked against the sources on',
    ])
      expect(stated).toContain(part);
  });

  it('warns of an entry that was compared more than a year ago', async () => {
    expect(textOf(await talk({ store: world.store, today: '2028-01-15' }).say('rules cissp'))).toContain(
      'more than a year ago',
    );
  });

  it('asks which, and offers the nearest', async () => {
    const ana = talk({ store: world.store });
    expect(textOf(await ana.say('rules'))).toContain('rules cissp');
    expect(cardOf(await ana.say('rules cisp')).blocks).toContainEqual(
      expect.objectContaining({
        title: 'CISSP',
        action: { label: 'Choose', command: 'rules', args: { text: 'cissp' } },
      }),
    );
  });
});

describe('certs', () => {
  it('shows the chain of deadlines, and where a lapsed one is in its life', async () => {
    const ana = talk({ store: world.store, today: '2027-02-01' });
    await addCertification(ana, 'cissp', { start: '2024-01-01', end: '2026-12-31' });

    const stated = textOf(await ana.say('certs'));

    expect(stated).toContain('in grace period until');
    expect(stated).toContain('earn by 31 Mar 2027');
  });
});

describe('edit', () => {
  it('answers a certification’s questions, corrects its cycle, and counts anew', async () => {
    const ana = talk({ store: world.store });
    await addCertification(ana, 'cisa', { start: '2025-01-01', end: '2027-12-31' });
    const form = formOf(await ana.say('edit cisa'));

    const card = cardOf(await ana.send(form, { number: 'N-1', cycleStart: '2024-01-01', cycleEnd: '2026-12-31' }));

    expect(card.title).toBe('CISA updated');
    expect(textOf(await ana.say('certs'))).toContain('1 Jan 2024 – 31 Dec 2026');
    expect(textOf(await ana.say('certs'))).toContain('No. N-1');
  });

  it('keeps what was typed when a date is wrong', async () => {
    const ana = talk({ store: world.store });
    await addCertification(ana, 'cisa', { start: '2025-01-01', end: '2027-12-31' });
    const form = formOf(await ana.say('edit cisa'));

    const again = formOf(await ana.send(form, { cycleEnd: '2024-01-01', number: 'typed' }));

    expect(again.errors?.cycleEnd).toContain('is before the start');
    expect(again.answers?.number).toBe('typed');
    expect(textOf(await ana.say('edit'))).toContain('edit cissp');
  });
});
