import { describe, expect, it } from 'vitest';
import { answersOf, type Form, fieldsOf } from '../../../src/chat/form.ts';
import { addCertification, cardOf, formOf, talk, textOf } from '../../support/conversation.ts';
import { aFile, aPdf } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const text = (form: Form) => JSON.stringify(form.parts);
const fields = (form: Form) => fieldsOf(form.parts).map(({ name }) => name);

describe('a line that is logged before any certification is there', () => {
  it('is kept, and logged four actions later', async () => {
    const ana = talk({ store: world.store, today: '2026-11-23' });

    const first = formOf(await ana.say('log 1h webinar today for cissp'));
    const cycle = formOf(await ana.send(first, { start: '2025-01-15' }));
    const added = cardOf(await ana.send(cycle, { 'opening.2.credits.group-a': '40' }));
    const form = formOf(await ana.press(added, 'Log what you typed'));
    const logged = cardOf(await ana.send(form, {}));

    expect(first).toMatchObject({ command: 'add', answers: { certification: 'cissp' } });
    expect(text(first)).toContain('“1h webinar today for cissp” is kept and comes next');
    expect(text(cycle)).toContain('What does the portal of ISC2 show as accepted for CISSP today?');
    // A year without a minimum of its own isn't asked about, so the statement covers it too.
    expect(text(cycle)).toContain('15 Jan 2025 – 23 Nov 2026');
    expect(added.title).toBe('CISSP added');
    expect(JSON.stringify(added)).toContain('40 CPE stated, not itemised');
    expect(form.answers).toMatchObject({ title: 'webinar', duration: '1h', start: '2026-11-23', counts: ['cissp'] });
    expect(logged.title).toBe('Logged');
    expect(textOf(await ana.say('pace cissp'))).toContain('41 of 120');
  });

  it('counts “yesterday” from the day it was typed', async () => {
    const ana = talk({ store: world.store, today: '2026-11-20' });
    const first = formOf(await ana.say('log 2h course yesterday'));
    const later = talk({ ...ana.options, today: '2026-11-23' });
    const cycle = formOf(await ana.send(first, { certification: 'cissp', start: '2025-01-15' }));
    await later.send(cycle, {});

    expect(formOf(await later.say('log')).answers).toMatchObject({ title: 'course', start: '2026-11-19' });
  });

  it('keeps its file', async () => {
    const ana = talk({ store: world.store });
    const first = formOf(await ana.say('log 2h course for cissp', undefined, [aFile('certificate.pdf', aPdf('one'))]));
    const cycle = formOf(await ana.send(first, { start: '2025-01-15' }));
    const added = cardOf(await ana.send(cycle, {}));

    const form = formOf(await ana.press(added, 'Log what you typed'));

    expect(form.answers?.proof).toHaveLength(1);
  });

  it('is not replaced by a guess', async () => {
    const ana = talk({ store: world.store });
    await ana.say('log 2h course for cissp');

    expect(text(formOf(await ana.say('3h OWASP meetup yesterday')))).toContain('“2h course for cissp” is kept');
    expect(text(formOf(await ana.say('log 1h talk')))).toContain('“1h talk” is kept');
  });

  it('is nothing where only “log” was typed', async () => {
    const form = formOf(await talk({ store: world.store }).say('log'));

    expect(form.command).toBe('add');
    expect(text(form)).not.toContain('is kept');
  });
});

describe('several certifications at once', () => {
  it('are added with one date each, and logged for in six actions', async () => {
    const ana = talk({ store: world.store });

    const dates = formOf(await ana.say('add CISSP, CISM and AWS SAA'));
    const cycles = formOf(
      await ana.send(dates, { 'c1.start': '2025-01-15', 'c2.start': '2024-06-01', 'c3.expiry': '2027-05-31' }),
    );
    const added = cardOf(
      await ana.send(cycles, { 'c2.opening.1.credits.total': '20', 'c2.opening.2.credits.total': '25' }),
    );
    const form = formOf(await ana.press(added, 'Log credits'));

    expect(fields(dates)).toEqual(['c1.start', 'c1.expiry', 'c2.start', 'c2.expiry', 'c3.start', 'c3.expiry']);
    expect(cycles.answers).toMatchObject({ 'c1.cycleStart': '2025-01-15', 'c2.cycleStart': '2025-01-01' });
    expect(added.title).toBe('CISSP, CISM, and AWS SAA added');
    expect(answersOf(form.answers, 'counts').toSorted()).toEqual(['cism', 'cissp']);
    expect(textOf(await ana.say('pace cism'))).toContain('45 of 120');
  });

  it('ask beside the field of the one that is wrong, and keep the others', async () => {
    const ana = talk({ store: world.store });
    const dates = formOf(await ana.say('add cissp and cism'));

    const again = formOf(await ana.send(dates, { 'c1.start': '2025-01-15', 'c2.start': 'soon' }));
    const cycles = formOf(await ana.send(again, { 'c2.start': '2024-06-01' }));
    const refused = formOf(
      await ana.send(cycles, { 'c1.opening.2.credits.group-a': 'many', 'c2.cycleEnd': '2020-01-01' }),
    );

    expect(again.errors).toEqual({ 'c2.start': '“soon” isn’t a valid date. Use a format like 2026-11-20.' });
    expect(again.answers).toMatchObject({ 'c1.start': '2025-01-15' });
    expect(Object.keys(refused.errors ?? {})).toEqual(['c1.opening.2.credits.group-a', 'c2.cycleEnd']);
    expect(textOf(await ana.say('certs'))).toContain('haven’t added');
  });

  it('choose the jurisdiction of one, and leave out what is held or unknown', async () => {
    const ana = talk({ store: world.store });
    await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });

    const form = formOf(await ana.say('add cissp, cpa, xyzzyx and cism'));
    const next = formOf(
      await ana.send(form, { 'c2.certification': 'cpa-texas', 'c2.expiry': '2027-12-31', 'c4.start': '2025-01-15' }),
    );

    expect(text(form)).toContain('You already have CISSP');
    expect(text(form)).toContain('“xyzzyx” isn’t in the catalogue');
    expect(fields(form)).toEqual(['c2.certification', 'c2.start', 'c2.expiry', 'c4.start', 'c4.expiry']);
    expect(fields(next)).toContain('c1.cycleStart');
    expect(cardOf(await ana.send(next, {})).title).toBe('CPA (Texas) and CISM added');
  });

  it('are refused where all are held, or where there are too many', async () => {
    const ana = talk({ store: world.store });
    await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
    await addCertification(ana, 'cism', { start: '2025-01-01', end: '2027-12-31' });

    expect(textOf(await ana.say('add cissp and cism'))).toContain('You already have CISSP');
    expect(textOf(await ana.say('add cissp, cism, cisa, crisc, ccsp, sscp'))).toContain('at most 5 certifications');
  });

  it('that never expire are saved at once', async () => {
    const ana = talk({ store: world.store });
    const form = formOf(await ana.say('add oscp and cissp'));
    const cycle = formOf(await ana.send(form, { 'c2.start': '2025-01-15' }));

    expect(fields(cycle)).not.toContain('c1.cycleStart');
    expect(cardOf(await ana.send(cycle, {})).title).toBe('OSCP and CISSP added');
  });
});

describe('credits earned before recert', () => {
  it('are asked again where the corrected cycle has other years', async () => {
    const ana = talk({ store: world.store });
    const cycle = formOf(await ana.send(formOf(await ana.say('add cism')), { start: '2024-06-01' }));

    const moved = formOf(
      await ana.send(cycle, { cycleStart: '2026-01-01', cycleEnd: '2028-12-31', 'opening.1.credits.total': '20' }),
    );
    const added = cardOf(await ana.send(moved, {}));

    expect(moved.problem).toContain('the years of the amounts changed too');
    expect(text(moved)).toContain('1 Jan 2026');
    expect(JSON.stringify(added)).toContain('20 CPE hours stated');
  });

  it('are asked again once, however the corrected dates are typed', async () => {
    const ana = talk({ store: world.store });
    const cycle = formOf(await ana.send(formOf(await ana.say('add cism')), { start: '2024-06-01' }));
    const typed = { cycleStart: '1 Jan 2026', cycleEnd: '31 Dec 2028', 'opening.1.credits.total': '20' };

    const moved = formOf(await ana.send(cycle, typed));

    expect(moved.problem).toContain('the years of the amounts changed too');
    expect(cardOf(await ana.send(moved, {})).title).toBe('CISM added');
  });

  it('are not asked where the cycle starts today or later', async () => {
    const ana = talk({ store: world.store, today: '2026-11-23' });
    const form = formOf(await ana.send(formOf(await ana.say('add cism')), { start: '2026-03-01' }));

    expect(fields(form)).toEqual(['cycleStart', 'cycleEnd']);
  });
});
