import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/chat/reply.ts';
import { asAdmin } from '../support/admin.ts';
import { addCertification, cardOf, formOf, type Talk, talk, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();

/** Someone on 29 Nov 2026 with one certification. */
async function holderOf(code: string, cycle?: { start: string; end: string }, locale = 'en-GB'): Promise<Talk> {
  const person = talk({ store: world.store, today: '2026-11-29', profile: { locale } });
  if (cycle !== undefined) await addCertification(person, code, cycle);
  else await person.send(formOf(await person.say(`add ${code}`)), {});
  return person;
}

const titleOf = (reply: Reply) => cardOf(reply).title;

describe('fees', () => {
  it('state what members and others pay, and who says so', async () => {
    const person = await holderOf('cism', { start: '2024-01-01', end: '2026-12-31' });

    expect(textOf(await person.say('certs'))).toContain(
      'maintenance fee: pay $45 (members) or $85 (others) by 31 Dec 2026 (Source: third party)',
    );
    expect(textOf(await person.say('rules cism'))).toContain('$45 (members) or $85 (others) per year');
  });

  it('name no source where the body itself says it', async () => {
    const person = await holderOf('shrm-cp', { start: '2025-01-01', end: '2027-12-31' });

    const certs = textOf(await person.say('certs'));

    expect(certs).toContain('pay $165 (members) or $210 (others) by 31 Dec 2027');
    expect(certs).not.toContain('(Source');
  });

  it('are one amount when an admin sets their own', async () => {
    const admin = await holderOf('cism', { start: '2024-01-01', end: '2026-12-31' });

    await asAdmin(admin, world.store);
    await admin.send(formOf(await admin.say('customise cism')), { fee: '50' });
    const certs = textOf(await admin.say('certs'));

    expect(certs).toContain('pay $50 by');
    expect(certs).not.toContain('$85');
  });
});

describe('a rule that no source confirms', () => {
  it('is called unverified in every headline', async () => {
    const person = await holderOf('aigp', { start: '2025-02-01', end: '2027-01-31' });

    expect(titleOf(await person.say('pace'))).toBe('AIGP: ▼ 666 days behind (unverified)');
    expect(textOf(await person.say('certs'))).toContain('666 days behind (unverified)');
    expect(titleOf(await person.say('home'))).toContain('AIGP');
  });

  it.each(['psm-i', 'ccsk'])('is called unverified where it says that %s never expires', async (code) => {
    const person = await holderOf(code);

    expect(titleOf(await person.say(`pace ${code}`))).toContain('never expires (unverified)');
    expect(textOf(await person.say('certs'))).toContain('never expires (unverified)');
  });

  it('is not named beside a rule that has a source', async () => {
    const person = await holderOf('vcp-dcv');

    expect(titleOf(await person.say('pace vcp-dcv'))).toBe('VCP-DCV: never expires');
  });
});

describe('a requirement of a few credits', () => {
  it('is named by what is left, and its days stand in the detail', async () => {
    const person = await holderOf('cma', { start: '2026-01-01', end: '2026-12-31' });

    const saved = textOf(await person.say('log 3h Course Excel for accountants for cma !!'));
    const pace = await person.say('pace cma');

    expect(saved).toContain('now ▼ 2 CPE hours of Ethics to do by 31 Dec 2026, 33 days left');
    expect(cardOf(pace).blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []))[0]).toEqual({
      label: 'Pace',
      value: '▼ 332 days behind',
    });
  });
});

describe('the rules of a certification that an exam renews', () => {
  it('state how long it runs and when it can be taken, with the source of each', async () => {
    const person = await holderOf('vcp-dcv');

    const google = textOf(await person.say('rules google-cloud-professional-cloud-architect'));
    const cka = textOf(await person.say('rules cka'));

    for (const text of [
      '2 years from the day',
      'opens 60 days before it expires',
      'closes 30 days after it has expired',
    ])
      expect(google).toContain(`${text}`);
    expect(google.match(/Source: Google Cloud website/gu)).toHaveLength(3);
    expect(cka).toContain('3 years from the day of certification, until 31 Mar 2024');
    expect(cka).toContain('2 years from the day of certification, from 1 Apr 2024');
  });
});

describe('a cycle without requirements', () => {
  it('says what the next one requires', async () => {
    const cycle = { start: '2026-01-01', end: '2026-12-31', certified: '2025-05-13' };

    const person = await holderOf('cia', cycle);

    expect(textOf(await person.say('pace cia'))).toContain(
      'Next cycle, 1 Jan 2027 – 31 Dec 2027: 40 CPE hours in total and 2 CPE hours of Ethics',
    );
  });
});

describe('days and figures', () => {
  it('are written alike in one explanation', async () => {
    const person = await holderOf('security-plus', { start: '2024-02-08', end: '2027-02-07' });

    const why = textOf(await person.say('why security-plus'));

    expect(why).toContain('1025 of 1096 days passed');
    expect(why).toContain('0 − 1025 = −1025: 1025 days behind');
  });
});

describe('an article that was read', () => {
  const cycle = { start: '2025-01-01', end: '2027-12-31' };
  const item = 'Article or other reading, by time';

  it('counts by its time, unlike a book', async () => {
    const person = await holderOf('cissp', cycle);
    const article = formOf(await person.say('log 60min reading article on DNS for cissp'));
    const book = formOf(await person.say('log 2h reading book Zero Trust networks for cissp'));

    const one = textOf(await person.send(article, { 'item.cissp': item }));
    const five = textOf(await person.send(book, { 'item.cissp': 'Book or magazine issue read' }));

    expect(one).toContain('CISSP: 1 CPE (Group B)');
    expect(five).toContain('CISSP: 5 CPE (Group B)');
  });

  it('is worth nothing at 8 minutes', async () => {
    const person = await holderOf('cissp', cycle);
    const form = formOf(await person.say('log 8min reading article on DNS for cissp'));

    const sent = formOf(await person.send(form, { 'item.cissp': item }));

    expect(sent.errors?.['credits.cissp']).toContain('8 min is too short to earn credits');
  });
});

describe('the category of a provider’s activity', () => {
  it('names the provider as its reason', async () => {
    const person = await holderOf('gsec', { start: '2023-02-15', end: '2027-02-14' });

    const saved = textOf(await person.say('log 36h course Intrusion analysis by SANS 3-8 Mar 2025 for gsec !!'));

    expect(saved).toContain('SANS and GIAC programmes, because GIAC counts “Course or training” by SANS there.');
  });
});
