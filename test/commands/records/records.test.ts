import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { cardOf, formOf, itemsIn, logCredits, type Talk, talk, talkWith, textOf } from '../../support/conversation.ts';
import { verdictOn, workspaceOf } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
let ana: Talk;

const titles = (card: Card) =>
  itemsIn(card)
    .map(({ title }) => JSON.stringify(title))
    .join(' ');

afterEach(async () => {
  expect(await verdictOn(world.store, await workspaceOf(ana, world.store))).toBe('whole');
});

describe('history', () => {
  const filled = async () => {
    ana = await talkWith(world, 'cissp', 'cism');
    await logCredits(
      ana,
      '2026-01-10',
      { cissp: '2' },
      { title: 'Zero trust', kind: 'webinar', link: 'https://a.example/1' },
    );
    await logCredits(ana, '2026-02-10', { cism: '3' }, { title: 'Risk work', kind: 'course' });
    await logCredits(ana, '2025-03-10', { cissp: '1' }, { title: 'Reading logs', kind: 'self-study' });
  };

  it.each([
    ['history', ['Risk work', 'Zero trust', 'Reading logs']],
    ['history cism', ['Risk work']],
    ['history 2025', ['Reading logs']],
    ['history webinar', ['Zero trust']],
    ['history webinars 2025', []],
    ['history Self-study', ['Reading logs']],
    ['history trust', ['Zero trust']],
    ['history missing proof', ['Risk work', 'Reading logs']],
    ['history ohne Belege', ['Risk work', 'Reading logs']],
    ['history Webinare', ['Zero trust']],
    ['history Certified Information Security Manager', ['Risk work']],
    ['history cissp without proof', ['Reading logs']],
    ['history \u0000\u202e%_\\', []],
  ])('%j finds %j', async (line, expected) => {
    await filled();

    const card = cardOf(await ana.say(line));

    const all = ['Risk work', 'Zero trust', 'Reading logs'];
    expect(all.filter((title) => titles(card).includes(title)).sort()).toEqual([...expected].sort());
    if (expected.length === 0) expect(textOf({ kind: 'card', card, to: 'sender' })).toContain('No records match');
  });

  it('turns pages, and back', async () => {
    ana = await talkWith(world, 'cissp');
    for (let count = 1; count <= 9; count += 1)
      await logCredits(ana, `2026-01-${10 + count}`, { cissp: '1' }, { title: `Talk number ${count}` });

    const first = cardOf(await ana.say('history'));
    const second = cardOf(await ana.press(first, 'Older'));
    const back = cardOf(await ana.press(second, 'Newer'));

    expect([titles(first).includes('number 9'), titles(first).includes('number 1"')]).toEqual([true, false]);
    expect([titles(second).includes('number 9'), titles(second).includes('number 1"')]).toEqual([false, true]);
    expect(back).toEqual(first);
  });
});

describe('a record', () => {
  it('is shown with what counts, what the body says, and what was done to it', async () => {
    ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2026-01-10', { cissp: '2' }, { title: 'Zero trust', provider: 'SANS' });

    const stated = textOf(await ana.say('show zero'));

    expect(stated).toContain('Zero trust · SANS');
    expect(stated).toContain('2 CPE counted');
    expect(stated).toContain('23 Nov 2026: logged');
  });

  it('is corrected in its form, and the card says what that changes', async () => {
    ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2026-01-10', { cissp: '2' }, { title: 'Zero trust' });
    const shown = cardOf(await ana.say('show last'));
    const form = formOf(await ana.press(shown, 'Edit'));

    const saved = textOf(await ana.send(form, { 'credits.cissp': '3', title: 'Zero trust, part 2' }));

    expect(form.answers).toMatchObject({ title: 'Zero trust', 'credits.cissp': '2' });
    expect(saved).toContain('Zero trust, part 2');
    expect(textOf(await ana.say('show last'))).toContain('3 CPE counted');
  });

  it('that was changed meanwhile is not overwritten unseen, and is when that is wanted', async () => {
    ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2026-01-10', { cissp: '2' }, { title: 'Zero trust' });
    const shown = cardOf(await ana.say('show last'));
    const [mine, theirs] = [formOf(await ana.press(shown, 'Edit')), formOf(await ana.press(shown, 'Edit'))];
    await ana.send(theirs, { title: 'Their title' });

    const notified = formOf(await ana.send(mine, { title: 'My title' }));
    const stored = textOf(await ana.say('show last'));
    await ana.send(notified);

    expect(JSON.stringify(notified.parts)).toContain('“Activity” is now “Their title”.');
    expect(notified.answers).toMatchObject({ title: 'My title' });
    expect(stored).toContain('Their title');
    expect(textOf(await ana.say('show last'))).toContain('My title');
  });

  it('is logged another time like it, on today', async () => {
    ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2026-01-10', { cissp: '2' }, { title: 'Zero trust', kind: 'webinar' });

    const form = formOf(await ana.press(cardOf(await ana.say('show last')), 'Log a similar one'));

    expect(form.answers).toMatchObject({
      title: 'Zero trust',
      kind: 'webinar',
      start: '2026-11-23',
      'credits.cissp': '2',
    });
  });

  it('of another member, of another workspace or of nobody is not there', async () => {
    ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2026-01-10', { cissp: '2' }, { title: 'Zero trust' });
    const shown = cardOf(await ana.say('show last'));
    const id = shown.actions?.[0]?.args.record ?? '';
    const ben = await talkWith({ ...ana.options, user: 'ben' }, 'cissp');
    const stranger = await talkWith(world, 'cissp');
    const before = textOf(await ana.say('show last'));

    for (const person of [ben, stranger])
      for (const command of ['show', 'edit', 'delete', 'attach', 'detach', 'file', 'summary', 'ask', 'attest'])
        for (const record of [id, '11111111-1111-4111-8111-111111111111', 'x', "'; drop table activity; --"]) {
          const stated = textOf(
            await person.press(
              { title: '', blocks: [], actions: [{ label: 'x', command, args: { record, proof: id } }] },
              'x',
            ),
          );
          expect([command, stated]).toEqual([command, expect.stringContaining('no longer exists')]);
        }
    for (const command of ['undo', 'restore'])
      expect(
        textOf(
          await ben.press({ title: '', blocks: [], actions: [{ label: 'x', command, args: { activity: id } }] }, 'x'),
        ),
      ).toContain('no longer exists');
    const forged = {
      command: 'edit',
      title: '',
      submit: '',
      parts: [],
      state: JSON.stringify({ record: id, version: 1 }),
    };
    expect(textOf(await ben.send(forged, { title: 'Mine now' }))).toContain('no longer exists');
    expect(textOf(await ana.say('show last'))).toBe(before);
  });

  it('with metadata of 3,001 characters is refused beside the field, and nothing is kept', async () => {
    ana = await talkWith(world, 'cissp');
    const form = formOf(await ana.say('log'));
    const claim = { counts: ['cissp'], 'credits.cissp': '1', 'category.cissp': 'group-a' };
    const filled = { title: 'Long', kind: 'course', start: '2026-01-10', ...claim };

    const refused = formOf(await ana.send(form, { ...filled, description: 'x'.repeat(3001) }));

    expect(Object.keys(refused.errors ?? {})).toEqual(['description']);
    expect(textOf(await ana.say('history'))).toContain('No records yet');
  });
});

describe('taking back', () => {
  const logged = async (at = '2026-11-23'): Promise<Card> => {
    ana = await talkWith(world, 'cissp');
    const reply = await logCredits(ana, '2026-01-10', { cissp: '2' }, { title: 'Zero trust' });
    ana = talk({ ...ana.options, today: at });
    return cardOf(reply);
  };

  it('is undone by the button, put back, and both are in its history', async () => {
    const card = await logged();

    const undone = cardOf(await ana.press(card, 'Undo'));
    expect(textOf(await ana.say('history'))).toContain('No records yet');
    await ana.press(undone, 'Restore');

    expect(textOf(await ana.say('show last'))).toContain(
      '23 Nov 2026: logged · 23 Nov 2026: deleted · 23 Nov 2026: restored',
    );
  });

  it('by undo is refused after ten minutes, and says what to do', async () => {
    const card = await logged('2026-11-24');

    expect(textOf(await ana.press(card, 'Undo'))).toContain('undo works for 10 minutes');
    expect(textOf(await ana.say('show last'))).toContain('2 CPE counted');
  });

  it('by deletion says until when it is kept: as long as the body may ask', async () => {
    await logged('2026-11-24');

    const deleted = cardOf(await ana.say('delete zero'));

    expect(textOf({ kind: 'card', card: deleted, to: 'sender' })).toContain('restore it until 31 Dec 2028');
    expect(textOf(await ana.say('trash'))).toContain('Zero trust');
    expect(textOf(await ana.say('pace'))).not.toContain('2 of');
    await ana.press(deleted, 'Restore');
    expect(textOf(await ana.say('trash'))).toContain('The trash is empty');
  });

  it('twice, or of what is back already, says so', async () => {
    const card = await logged();
    const undone = cardOf(await ana.press(card, 'Undo'));

    const again = textOf(await ana.press(card, 'Undo'));
    await ana.press(undone, 'Restore');
    const back = textOf(await ana.press(undone, 'Restore'));

    expect(again).toContain('is already undone');
    expect(back).toContain('already');
  });
});

describe('what looks like a double', () => {
  const first = { title: 'Zero trust in practice', provider: 'SANS', kind: 'webinar' } as const;
  const filled = { ...first, start: '2026-01-10', counts: ['cissp'], 'credits.cissp': '2' } as const;

  it('is shown before saving with nothing saved, and is kept when both are real', async () => {
    ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2026-01-10', { cissp: '2' }, first);
    const form = formOf(await ana.say('log'));

    const requested = formOf(await ana.send(form, { ...filled, title: 'Zero-Trust in practise' }));
    const between = textOf(await ana.say('history'));
    const saved = cardOf(await ana.send(requested));

    expect(requested.submit).toBe('Save anyway: these are different activities');
    expect(JSON.stringify(requested.parts)).toContain('Possible duplicate of “Zero trust in practice” (10 Jan 2026)');
    expect(between).toContain('1 record');
    expect(textOf(await ana.say('history'))).toContain('2 records');
    expect(saved.title).not.toBe('');
    expect(textOf(await ana.say('show last'))).toContain('confirmed as a different activity');
  });

  it.each([
    ['on another day', { start: '2026-01-12' }],
    ['of another provider', { provider: 'ISACA' }],
    ['with another title', { title: 'Cloud forensics' }],
    ['with more than a letter in ten changed', { title: 'Zero trust in principle' }],
  ])('%s is none', async (_name, changes: Record<string, string>) => {
    ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2026-01-10', { cissp: '2' }, first);

    const sent = await ana.send(formOf(await ana.say('log')), { ...filled, ...changes });

    expect(sent.kind).toBe('card');
  });
});

describe('what pushes a later entry over a limit', () => {
  it('is said before saving, with nothing saved, and saved when it is sent again', async () => {
    ana = await talkWith(world, 'cissp');
    const groupB = { 'category.cissp': 'group-b' };
    await logCredits(ana, '2026-06-10', { cissp: '30' }, { title: 'Leading people', ...groupB });
    const filled = {
      title: 'Giving a talk',
      kind: 'course',
      start: '2026-01-10',
      counts: ['cissp'],
      'credits.cissp': '4',
      ...groupB,
    };

    const requested = formOf(await ana.send(formOf(await ana.say('log')), filled));
    const between = textOf(await ana.say('history'));
    await ana.send(requested);

    expect(JSON.stringify(requested.parts)).toContain('A later entry now counts 4 CPE less for CISSP');
    expect(requested.submit).toBe('Save anyway');
    expect(between).toContain('1 record');
    expect(textOf(await ana.say('show leading'))).toContain('26 CPE counted of 30 claimed');
  });
});

describe('a draft', () => {
  it('is kept of a form that was refused, and offered until it is saved or a new one is wanted', async () => {
    ana = await talkWith(world, 'cissp');
    const form = formOf(await ana.say('log'));
    await ana.send(form, { title: 'Half done', kind: 'course', start: 'no day', counts: ['cissp'] });

    const suggested = formOf(await ana.say('log'));
    const fresh = formOf(await ana.say('log new'));
    const after = formOf(await ana.say('log'));

    expect(suggested.answers).toMatchObject({ title: 'Half done' });
    expect(JSON.stringify(suggested.parts)).toContain('didn’t finish');
    expect([fresh.answers?.title, after.answers?.title]).toEqual(['', '']);
  });

  it('is kept of a line whose form was closed, and gone once it is saved', async () => {
    ana = await talkWith(world, 'cissp');
    await ana.say('log 2h webinar zero trust');

    const suggested = formOf(await ana.say('log'));
    await ana.send(suggested, { 'credits.cissp': '2', 'category.cissp': 'group-a' });

    expect(suggested.answers).toMatchObject({ title: 'webinar zero trust', kind: 'webinar' });
    expect(formOf(await ana.say('log')).answers?.title).toBe('');
  });
});

describe('erasing', () => {
  it('needs the word, says what goes and until when a body may ask, and leaves nothing but a whole log', async () => {
    ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2026-01-10', { cissp: '2' }, { title: 'Zero trust' });
    const form = formOf(await ana.say('erase'));

    const wrong = formOf(await ana.send(form, { word: 'erase' }));
    const done = textOf(await ana.send(form, { word: 'ERASE' }));

    expect(JSON.stringify(form.parts)).toContain('31 Dec 2028');
    expect(Object.keys(wrong.errors ?? {})).toEqual(['word']);
    expect(done).not.toContain('Zero trust');
    expect(textOf(await ana.say('history'))).toContain('No records yet');
    const stated = await world.store.inWorkspace(
      await workspaceOf(ana, world.store),
      async ({ directory: _, audit, people }) => [await audit.head(), await people.all()],
    );
    expect(JSON.stringify(stated)).not.toContain('Zero trust');
  });
});
