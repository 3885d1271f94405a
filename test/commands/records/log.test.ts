import { describe, expect, it } from 'vitest';
import { MORE_FIELDS } from '../../../src/chat/form.ts';
import { cardOf, formOf, logCredits, newcomer, talkWith, textOf } from '../../support/conversation.ts';
import { aFile, aPdf } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
describe('log', () => {
  it('opens the form filled in from the line', async () => {
    const ana = await talkWith(world, 'cissp', 'cism', 'pmp');

    const form = formOf(await ana.say('log 1.5h SANS webcast on zero trust yesterday for cissp group a, cism'));

    expect(form.answers).toMatchObject({
      title: 'SANS webcast on zero trust',
      kind: 'webinar',
      start: '2026-11-22',
      duration: '1.5h',
      'credits.cissp': '1.5',
      'credits.cism': '1.75',
      'category.cissp': 'group-a',
    });
    expect([...(form.answers?.counts ?? [])].sort()).toEqual(['cism', 'cissp']);
    expect(form.answers).not.toHaveProperty('credits.pmp');
  });

  it('asks for an ambiguous date, unless the member’s locale writes the month first', async () => {
    const read = async (locale: string) => {
      const person = await talkWith({ store: world.store, profile: { locale } }, 'cissp');
      return formOf(await person.say('log 1h course 3/4/2026 for cissp'));
    };

    const [british, american] = [await read('en-GB'), await read('en-US')];

    expect(british).toMatchObject({
      answers: { start: '' },
      errors: { start: 'Is “3/4/2026” 3 Apr 2026 or 4 Mar 2026? Enter the date.' },
    });
    expect(american).toMatchObject({ answers: { start: '2026-03-04' } });
  });

  it('keeps a file that comes with the line as proof', async () => {
    const ana = await talkWith(world, 'cissp');

    const form = formOf(
      await ana.say('log 2h course yesterday for cissp', undefined, [aFile('cert.pdf', aPdf('line'))]),
    );
    const logged = cardOf(await ana.send(form));

    expect(textOf({ kind: 'card', to: 'sender', card: logged })).toContain('cert.pdf');
  });

  it('says in the form why a file that came with the line is no proof', async () => {
    const ana = await talkWith(world, 'cissp');

    const form = formOf(
      await ana.say('log 2h course yesterday for cissp', undefined, [aFile('x.exe', Buffer.from('MZ'))]),
    );

    expect(JSON.stringify(form.parts)).toContain('x.exe');
  });

  it.each`
    line                                       | field              | error
    ${'log -2h course yesterday for cissp'}    | ${'duration'}      | ${'“-2h” isn’t a valid duration'}
    ${'log 90 course yesterday for cissp'}     | ${'duration'}      | ${'Does “90” mean minutes, hours or credits?'}
    ${'log course about 2h attacks, 30m, now'} | ${'duration'}      | ${'The line has several durations: 2h, 30m'}
    ${'log 1h course tomorrow for cissp'}      | ${'start'}         | ${'is in the future'}
    ${'log 1h course today for csisp'}         | ${'counts'}        | ${'“csisp” isn’t a known certification. Select the one you mean: CISSP.'}
    ${'log 1h course today for AZ-999'}        | ${'counts'}        | ${'“AZ-999” isn’t a known certification.'}
    ${'log 2 PDU course today for cissp'}      | ${'credits.cissp'} | ${'CISSP counts CPE, not 2 PDU'}
  `('asks about “$line” and saves nothing, not even at once', async ({ line, field, error }) => {
    const ana = await talkWith(world, 'cissp', 'cism');

    const form = formOf(await ana.say(`${line} !!`));

    expect(form.errors?.[field]).toContain(error);
    expect(textOf(await ana.say('history'))).not.toContain('course');
  });

  it('enters typed credits where they are in the unit of the body, also if that says “CPE hour”', async () => {
    const ana = await talkWith(world, 'cissp', 'cism');

    const form = formOf(await ana.say('log 1.5 CPE chapter evening yesterday for cissp and cism'));

    expect(form.answers).toMatchObject({ 'credits.cissp': '1.5', 'credits.cism': '1.5' });
    expect(form.errors).toBeUndefined();
  });

  it('says that it selected every certification, if the line named none', async () => {
    const ana = await talkWith(world, 'cissp', 'cism');

    const [named, unnamed] = [
      formOf(await ana.say('log 1h course for all my certs')),
      formOf(await ana.say('log 1h course')),
    ];

    expect(JSON.stringify(named.parts)).not.toContain('You named no certification');
    expect(JSON.stringify(unnamed.parts)).toContain('You named no certification, so all are selected: CISM, CISSP.');
  });

  it('reads relative days from the day of the message', async () => {
    const ana = await talkWith(world, 'cissp');

    const form = formOf(await ana.say('log 1h course yesterday for cissp --date 2026-11-10'));

    expect(form.answers?.start).toBe('2026-11-09');
  });

  it('saves a line that is delivered twice once', async () => {
    const ana = await talkWith(world, 'cissp');

    const first = await ana.say('log 1h webinar yesterday for cissp !!', 'one-delivery');
    const again = await ana.say('log 1h webinar yesterday for cissp !!', 'one-delivery');

    expect([first.kind, again.kind]).toEqual(['card', 'card']);
    expect(textOf(await ana.say('history'))).toContain('1 record');
  });

  it('saves nothing when more fields are requested', async () => {
    const ana = await talkWith(world, 'cissp');
    const form = formOf(await ana.say('log 1h webinar yesterday for cissp'));

    const from = { platform: 'slack', tenant: ana.options.tenant, user: 'ana' } as const;
    const place = { platform: 'slack', tenant: ana.options.tenant, address: 'C1' } as const;
    const { command, answers = {}, state } = form;
    const shown = state === undefined ? {} : { state };
    const more = formOf(await ana.core.dispatch({ command, args: MORE_FIELDS, answers, ...shown, from, place }));

    expect(more.parts.some((part) => 'extra' in part && part.extra === true)).toBe(false);
    expect(more.answers).toMatchObject({ title: 'webinar', duration: '1h' });
    expect(textOf(await ana.say('history'))).toContain('No records yet');
  });

  it('keeps an unfinished form when a sentence is guessed to be an activity', async () => {
    const ana = await talkWith(world, 'cissp');
    await ana.say('log 2h important conference yesterday for cissp');
    await ana.say('i watched a 1h webinar yesterday');

    expect(formOf(await ana.say('log')).answers).toMatchObject({ title: 'important conference' });
  });

  it('remembers the order of day and month that an answer showed', async () => {
    const ana = await talkWith(world, 'cissp');
    const form = formOf(await ana.say('log 1h course 3/4/2026 for cissp'));
    await ana.send(form, { start: '2026-04-03' });

    const next = formOf(await ana.say('log 1h podcast 5/6/2026 for cissp'));

    expect(next).toMatchObject({ answers: { start: '2026-06-05' } });
    expect(JSON.stringify(next.parts)).toContain('“5/6/2026” is 5 Jun 2026.');
  });

  it('asks again if the order that is known leads into the future', async () => {
    const ana = await talkWith(world, 'cissp');
    await ana.send(formOf(await ana.say('log 1h course 3/4/2026 for cissp')), { start: '2026-04-03' });

    const next = formOf(await ana.say('log 1h podcast 1/12/2026 for cissp'));

    expect(next.answers?.start).toBe('');
    expect(next.errors?.start).toContain('“1/12/2026”');
  });

  it('says which certifications of the line it does not know', async () => {
    const ana = await talkWith(world, 'cissp');

    const form = formOf(await ana.say('log 1h course for cissp, pmp and foo'));

    expect(JSON.stringify(form.parts)).toContain('PMP isn’t in this form because you haven’t added it');
    expect(JSON.stringify(form.parts)).toContain('“foo” isn’t a known certification.');
  });

  it('answers with the record, what it did to the pace, and a way back', async () => {
    const ana = await talkWith(world, 'cissp');

    const card = cardOf(await logCredits(ana, '2026-11-20', { cissp: '10' }, { link: 'https://example.org/c/1' }));

    expect(card.title).toBe('Logged');
    expect(JSON.stringify(card.blocks)).toContain('CISSP: +91 days; now 600 days behind');
    expect(card.actions?.map((action) => action.label)).toEqual(['Undo', 'Log another', 'My pace']);
  });

  it('works the credits out from the duration when none are typed', async () => {
    const ana = await talkWith(world, 'cissp', 'cism');
    const form = formOf(await ana.say('log'));

    const reply = await ana.send(form, {
      title: 'Course',
      kind: 'course',
      duration: '1h30',
      counts: ['cissp', 'cism'],
      'category.cissp': 'group-a',
    });

    expect(textOf(reply)).toContain('CISSP: 1.5 CPE (Group A)');
    expect(textOf(reply)).toContain('CISM: 1.75 CPE hours');
  });

  it('takes a 0 in one area of a split for nothing claimed there', async () => {
    const chidi = await talkWith(world, 'pmp');

    const reply = await logCredits(chidi, '2026-11-20', { 'pmp.ways-of-working': '0', 'pmp.power-skills': '1' });

    expect(textOf(reply)).toContain('PMP: 1 PDU (Power Skills)');
  });

  it('asks for the credits when a limit leaves no room for an estimate', async () => {
    const dana = await talkWith(world, 'security-plus');
    await logCredits(dana, '2026-06-01', { 'security-plus': '10' }, { kind: 'webinar' });
    const answers = { kind: 'webinar', duration: '2h', 'credits.security-plus': '' };

    const form = formOf(await logCredits(dana, '2026-07-01', { 'security-plus': '' }, answers));

    expect(form.errors?.['credits.security-plus']).toContain('The limit is reached');
  });

  it('estimates in the category that was chosen', async () => {
    const ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2026-06-01', { cissp: '30' }, { 'category.cissp': 'group-b' });

    const form = formOf(
      await logCredits(ana, '2026-07-01', { cissp: '' }, { duration: '2h', 'category.cissp': 'group-b' }),
    );

    expect(form.errors?.['credits.cissp']).toContain('The limit is reached');
  });

  it('leaves the date to be mended when the line names one that does not exist', async () => {
    const ana = await talkWith(world, 'cissp');

    const form = formOf(await ana.say('log 1h webinar 30 Feb for cissp'));

    expect(form).toMatchObject({
      answers: { start: '30 Feb', title: 'webinar' },
      errors: { start: expect.stringContaining('30 Feb') },
    });
  });

  it('says of a requirement that was missed that it stays missed', async () => {
    const bo = await talkWith(world, 'cism');

    const reply = textOf(await logCredits(bo, '2025-06-01', { cism: '5' }));

    expect(reply).toContain('CISM: 2025 minimum +91 days; now ✕ missed. Still ▼ 326 days behind on the 2026 minimum');
  });

  it('splits one activity over several categories where the body lets it', async () => {
    const chidi = await talkWith(world, 'pmp');

    const reply = await logCredits(chidi, '2026-11-20', { 'pmp.ways-of-working': '1.5', 'pmp.power-skills': '0.25' });

    expect(textOf(reply)).toContain('PMP: 1.5 PDUs (Ways of Working); PMP: 0.25 PDUs (Power Skills)');
  });

  it.each([
    ['a day that does not exist', { start: '2026-02-30' }, 'start', 'isn’t a valid date'],
    ['a day in the future', { start: '2026-11-24' }, 'start', 'is in the future'],
    ['an end before the start', { end: '2026-11-19' }, 'end', 'before the start'],
    ['no title', { title: '' }, 'title', 'Required'],
    ['5,000 characters', { title: 'x'.repeat(5000) }, 'title', 'Too long: 5000 characters. Use at most 200.'],
    ['a kind not offered', { kind: 'nap' }, 'kind', 'isn’t one of the options'],
    ['an unreadable duration', { duration: 'a while' }, 'duration', 'isn’t a valid duration'],
    ['a duration of nothing', { duration: '0m' }, 'duration', 'isn’t a valid duration'],
    ['an endless duration', { duration: '9999h' }, 'duration', '1,000 hours'],
    ['no https', { link: 'http://example.org' }, 'link', 'https://'],
    ['a script for a link', { link: 'javascript:alert(1)' }, 'link', 'https://'],
    ['a user name in the link', { link: 'https://a:b@example.org' }, 'link', 'web address'],
    ['a bare number for a host', { link: 'https://127.0.0.1/x' }, 'link', 'web address'],
    ['a step the body does not know', { 'credits.cissp': '0.1' }, 'credits.cissp', 'steps of 0.25'],
    ['a negative amount', { 'credits.cissp': '-1' }, 'credits.cissp', 'can’t be negative'],
    ['an amount in words', { 'credits.cissp': 'two' }, 'credits.cissp', 'isn’t a valid number of credits'],
    ['an emoji for an amount', { 'credits.cissp': '🎉' }, 'credits.cissp', 'isn’t a valid number of credits'],
    ['too many decimals', { 'credits.cissp': '1.234' }, 'credits.cissp', 'two decimals'],
    ['no credits and no duration', { 'credits.cissp': '' }, 'credits.cissp', 'Enter the credits here'],
    ['nothing it counts for', { counts: [], 'credits.cissp': '' }, 'counts', 'Required'],
    ['credits for what is not chosen', { counts: ['cism'] }, 'credits.cissp', 'isn’t selected under'],
    ['a certification of somebody else', { counts: ['cissp', 'ceh'] }, 'counts', 'isn’t one of the options'],
  ])('refuses %s beside the field, keeps what was typed and saves nothing', async (_name, wrong, field, words) => {
    const ana = await talkWith(world, 'cissp', 'cism');
    const before = await ana.say('pace');

    const form = formOf(await logCredits(ana, '2026-11-20', { cissp: '1' }, wrong));

    expect(form.errors?.[field]).toContain(words);
    expect(form.answers).toMatchObject(wrong);
    expect(await ana.say('pace')).toEqual(before);
  });

  it('keeps emoji, right-to-left text and accents as they are, and drops what cannot be seen', async () => {
    const ana = await talkWith(world, 'cissp');
    const title = 'שלום 👩🏽‍💻 Ünïcødé <!channel> *bold*';

    const reply = await logCredits(ana, '2026-11-20', { cissp: '1' }, { title: `\u0000${title}\u202e` });

    expect(textOf(reply)).toContain(JSON.stringify(title.normalize('NFC')).slice(1, -1));
  });

  it('saves an activity outside the cycle, says so and does not count it', async () => {
    const ana = await talkWith(world, 'cissp');

    const reply = await logCredits(ana, '2024-12-31', { cissp: '5' });

    expect(textOf(reply)).toContain('Not counted: outside the cycle 1 Jan 2025 – 31 Dec 2027');
    expect(textOf(await ana.say('pace cissp'))).toContain('5 CPE earned outside the cycle');
    expect(textOf(await ana.say('pace cissp'))).toContain('0 of 120 CPE');
  });

  it('says that a cap is reached, and when an earlier entry pushes a later one out', async () => {
    const dana = await talkWith(world, 'security-plus');
    const webinar = { kind: 'webinar' };
    await logCredits(dana, '2026-06-01', { 'security-plus': '8' }, webinar);

    const over = await logCredits(dana, '2026-07-01', { 'security-plus': '3' }, webinar);
    const earlier = await logCredits(dana, '2026-05-01', { 'security-plus': '2' }, webinar);

    expect(textOf(over)).toMatch(/1 CEUs? not counted: over the 10 limit/);
    expect(textOf(earlier)).toContain('now counts 2 CEUs less for Security+');
  });

  it('has one effect for one key, however often it is sent', async () => {
    const ana = await talkWith(world, 'cissp');
    const form = formOf(await ana.say('log'));
    const answers = {
      ...{ title: 'Course', kind: 'course', counts: ['cissp'] },
      ...{ 'credits.cissp': '2', 'category.cissp': 'group-a' },
    };

    const replies = await Promise.all(Array.from({ length: 8 }, () => ana.send(form, answers, 'view-1')));

    const cards = replies.map(cardOf);
    for (const card of cards) expect(card).toEqual(cards[0]);
    expect(replies.filter((reply) => reply.kind === 'card' && reply.again)).toHaveLength(7);
    expect(textOf(await ana.say('pace cissp'))).toContain('2 of 120 CPE');
  });

  it('lets a refused form be sent again under the same key', async () => {
    const ana = await talkWith(world, 'cissp');
    const form = formOf(await ana.say('log'));
    const answers = { title: 'Course', kind: 'course', counts: ['cissp'], 'category.cissp': 'group-a' };
    await ana.send(form, { ...answers, 'credits.cissp': 'x' }, 'view-2');

    const reply = await ana.send(form, { ...answers, 'credits.cissp': '2' }, 'view-2');

    expect(cardOf(reply).title).toBe('Logged');
  });

  it('takes a record back and puts it again, each once', async () => {
    const ana = await talkWith(world, 'cissp');
    const logged = cardOf(await logCredits(ana, '2026-11-20', { cissp: '10' }));

    const undone = cardOf(await ana.press(logged, 'Undo'));
    const again = await ana.press(logged, 'Undo');
    const after = textOf(await ana.say('pace'));
    const restored = cardOf(await ana.press(undone, 'Restore'));

    expect(undone.title).toBe('Undone');
    expect(JSON.stringify(undone.blocks)).toContain('−91 days; now');
    expect(textOf(again)).toContain('is already undone');
    expect(after).toContain('0 of 120 CPE');
    expect(restored.title).toBe('Restored');
    expect(textOf(await ana.say('pace'))).toContain('10 of 120 CPE');
  });

  it('does not take back the record of somebody else', async () => {
    const ana = await talkWith(world, 'cissp');
    const logged = cardOf(await logCredits(ana, '2026-11-20', { cissp: '10' }));
    const bo = newcomer(ana, 'bo');

    const reply = await bo.press(logged, 'Undo');

    expect(textOf(reply)).toContain('isn’t yours');
    expect(textOf(await ana.say('pace'))).toContain('10 of 120 CPE');
  });
});
