import { describe, expect, it } from 'vitest';
import { plainTextOf } from '../../../src/chat/text.ts';
import { addCertification, cardOf, logCredits, talk, talkWith, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

/** The words of a card's blocks, one a line. */
function linesOf(reply: Parameters<typeof cardOf>[0]): string[] {
  return cardOf(reply).blocks.map((block) => {
    if (block.kind === 'text' || block.kind === 'note' || block.kind === 'heading') return plainTextOf(block.text);
    if (block.kind === 'facts')
      return block.facts.map(({ label, value }) => `${label}: ${plainTextOf(value)}`).join('; ');
    return block.kind === 'progress' ? block.label : block.kind;
  });
}

describe('pace', () => {
  it('says how many days behind, why, and what is needed', async () => {
    const ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2025-05-05', { cissp: '40' });
    await logCredits(ana, '2026-05-05', { cissp: '20' });

    const reply = await ana.say('pace');

    expect(cardOf(reply).title).toBe('CISSP: ▼ 144 days behind');
    expect(linesOf(reply)).toEqual([
      'Total: 60 of 120 CPE',
      'Even pace by today: 75.73 CPE; Remaining: 60 CPE; Deadline: 31 Dec 2027, 404 days left; Grace period: earning is still possible until 30 Mar 2028, after the deadline; Needed: 1.04 CPE per week; At this rate: no forecast without credits in the last 90 days',
      'Group A: 60 of 90 CPE, ▲ 39 days ahead',
      'Recommended in 2026: 20 of 40 CPE',
      'Recommended for Group A in 2026: 20 of 30 CPE',
    ]);
    expect(reply).toMatchObject({ to: 'sender' });
  });

  it('lets the hard yearly minimum lead while the total is ahead', async () => {
    const bo = await talkWith(world, 'cism');
    for (let time = 0; time < 2; time += 1) await logCredits(bo, '2025-06-01', { cism: '40' });
    await logCredits(bo, '2026-02-01', { cism: '15' });

    const { title } = cardOf(await bo.say('pace cism'));

    expect(title).toBe('CISM: ▼ 53 days behind on the 2026 minimum (total: 175 days ahead)');
  });

  it('answers for another date, as if that were today', async () => {
    const ana = await talkWith(world, 'cissp');

    const reply = await ana.say('pace cissp --on 2025-01-01');

    expect(cardOf(reply).title).toBe('CISSP: ● on track');
    expect(linesOf(reply)[0]).toBe('Your pace on 1 Jan 2025');
    expect(textOf(await ana.say('pace --on today'))).not.toContain('Your pace on');
    expect(textOf(await ana.say('pace --on 2026-02-30'))).toContain('“2026-02-30” isn’t a valid date');
  });

  it('reads a date of several words, alone or before a certification', async () => {
    const ana = await talkWith(world, 'cissp');

    expect(linesOf(await ana.say('pace --on 31 Dec'))[0]).toBe('Your pace on 31 Dec 2026');
    expect(linesOf(await ana.say('pace --on 31 Dec cissp')).slice(0, 2)).toEqual([
      'Your pace on 31 Dec 2026',
      'Certified Information Systems Security Professional',
    ]);
    expect(textOf(await ana.say('pace --on'))).toContain('The date after --on is missing');
  });

  it('says which rules are not checked, because nobody knows them', async () => {
    const emi = await talkWith(world, 'ceh');

    expect(textOf(await emi.say('pace ceh'))).toContain('Not checked: sources disagree. Rule: a yearly minimum');
  });

  it('says when the cycle starts before it has begun', async () => {
    const ana = talk({ store: world.store });
    await addCertification(ana, 'cism', { start: '2027-01-01', end: '2029-12-31' });

    expect(cardOf(await ana.say('pace')).title).toBe('CISM: ○ not started: cycle starts on 1 Jan 2027');
  });

  it('shows the renewal window of what an exam renews, and that others never expire', async () => {
    const hugo = talk({ store: world.store });
    await addCertification(hugo, 'aws-solutions-architect-associate', { start: '2024-05-01', end: '2027-04-30' });
    const form = await hugo.say('add psm-i');
    if (form.kind === 'form') await hugo.send(form.form, {});

    const text = textOf(await hugo.say('pace'));

    expect(text).toContain('renew any time while active; expires 30 Apr 2027, 159 days left');
    expect(text).toContain('never expires');
  });

  it('names the certification it thinks was meant', async () => {
    const ana = await talkWith(world, 'cissp');

    expect(textOf(await ana.say('pace cisp'))).toContain('Did you mean CISSP?');
    expect(textOf(await ana.say('pace'))).not.toContain('Did you mean');
  });

  it('offers to add a certification when there is none', async () => {
    const reply = cardOf(await talk({ store: world.store }).say('pace'));

    expect(reply.actions).toMatchObject([{ command: 'add', opensForm: true }]);
  });

  it('shows today in the member’s own time zone', async () => {
    const store = world.store;
    const profile = { zone: 'Pacific/Auckland' };
    const kiwi = await talkWith({ store, profile, today: '2026-11-23' }, 'cissp');

    const [form] = [await kiwi.say('log 1h webinar today for cissp')];

    expect(form).toMatchObject({ form: { answers: { start: '2026-11-24' } } });
  });
});
