import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { pressKey } from '../../../src/chat/press-key.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { asAdmin } from '../../support/admin.ts';
import {
  addCertification,
  cardOf,
  formOf,
  logCredits,
  newcomer,
  type Talk,
  talk,
  talkWith,
  textOf,
  undoLast,
} from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const words = wordsFor('en-GB');
const phrases = words.undo;
const UNDO = words.log.undo;

async function twoAdmins() {
  const ana = talk(world);
  const ben = newcomer(ana, 'ben');
  for (const person of [ana, ben]) {
    await person.say('certs');
    await asAdmin(person, world.store);
  }
  return { ana, ben };
}

/** What typing undo answers. */
const proposal = async (person: Talk) => cardOf(await person.say('undo'));
const titleOf = async (person: Talk) => (await proposal(person)).title;

/** Types undo and selects its button, which may be refused. */
const undoReply = async (person: Talk) => person.press(await proposal(person), UNDO);
const NO_DETAILS = { records: 0, title: undefined, name: undefined, entries: 0, isRemoval: false };

const logged = (person: Talk, title: string) => logCredits(person, '2026-11-20', { cissp: '1' }, { title });

describe('a receipt whose place is taken', () => {
  const labels = ({ actions = [] }: Card) => actions.map(({ label }) => label);
  const another = {
    kind: 'course',
    start: '2026-11-19',
    counts: ['cissp'],
    'credits.cissp': '1',
    'category.cissp': 'group-a',
  };

  it('can be undone after each of its other buttons, and restored after those of the answer', async () => {
    const ana = talk(world);
    const added = await addCertification(ana, 'cissp');
    const receipt = cardOf(await logged(ana, 'One'));
    const answers = [cardOf(await ana.press(added, words.log.pace)), cardOf(await ana.press(receipt, words.log.pace))];

    expect(labels(receipt).filter((label) => label !== UNDO)).toEqual([words.log.another, words.log.pace]);
    for (const answer of answers) expect(labels(answer).filter((label) => label === UNDO)).toHaveLength(1);
    const undone = cardOf(await ana.press(answers[1] as Card, UNDO));
    expect(textOf({ kind: 'card', to: 'sender', card: undone })).toContain('no longer counts');
    expect(labels(cardOf(await ana.press(undone, words.log.pace)))).toContain(words.log.restore);
    expect(labels(cardOf(await ana.say('pace')))).not.toContain(UNDO);
  });

  it('can be undone after its form is sent, refused and sent again, beside the undo of the new receipt', async () => {
    const ana = await talkWith(world, 'cissp');
    const receipt = cardOf(await logged(ana, 'One'));
    const form = formOf(await ana.press(receipt, words.log.another));
    const refused = formOf(await ana.send(form, { ...another, title: '' }));
    const next = cardOf(await ana.send(refused, { ...another, title: 'Two' }));

    expect(labels(next)).toEqual([UNDO, words.log.another, words.log.pace, words.log.undoEarlier]);
    expect(textOf(await ana.press(next, words.log.undoEarlier))).toContain('One');
    expect(textOf(await ana.say('history'))).not.toContain('One');
    expect(textOf(await ana.say('history'))).toContain('Two');
  });

  it('can be undone after a refusal', async () => {
    const ana = await talkWith(world, 'cissp');
    const receipt = cardOf(await logged(ana, 'One'));
    const pace = receipt.actions?.find(({ label }) => label === words.log.pace);
    const broken = { ...receipt, actions: [{ label: 'x', command: 'show', args: { ...pace?.args, record: 'none' } }] };
    const refusal = cardOf(await ana.press(broken, 'x'));

    expect(labels(refusal)).toEqual([UNDO]);
    expect(textOf(await ana.press(refusal, UNDO))).toContain('no longer counts');
  });

  it('names only what takes something back, in a press', async () => {
    const ana = await talkWith(world, 'cissp');
    const press = (undoes: string) =>
      ana.press({ title: '', blocks: [], actions: [{ label: 'x', command: 'pace', args: { undoes } }] }, 'x');
    const plain = labels(cardOf(await ana.say('pace')));

    for (const undoes of ['erase act 1', 'undo act a b', 'delete activity 1', '', 'unlink,unlink now'])
      expect(labels(cardOf(await press(undoes))).length).toBe(plain.length + (undoes.startsWith('unlink,') ? 1 : 0));
    expect(labels(cardOf(await ana.say('pace --undoes unlink')))).toEqual(plain);
  });
});

describe('typing undo', () => {
  it('names the last act and changes nothing until its button is selected', async () => {
    const ana = await talkWith(world, 'cissp');
    await logged(ana, 'One');
    await logged(ana, 'Two');
    const card = await proposal(ana);

    expect(card.title).toBe('Undo: log entry “Two”, just now');
    expect(textOf(await ana.say('history'))).toContain('Two');
    expect(textOf(await ana.press(card, UNDO))).toContain('no longer counts');
    expect(textOf(await ana.say('history'))).not.toContain('Two');
    expect(textOf(await ana.say('trash'))).toContain('Two');
    expect(await titleOf(ana)).toContain('“One”');
  });

  it.each(['undo that', 'Undo', 'rückgängig', 'mach das rückgängig', '/undo'])('understands %s', async (line) => {
    const ana = await talkWith(world, 'cissp');

    expect(cardOf(await ana.say(line)).title).toContain('adding of CISSP');
  });

  it('is answered in German', async () => {
    const options = { ...world, profile: { locale: 'de-DE' } };
    const ana = await talkWith(options, 'cissp');

    expect(cardOf(await ana.say('mach das rückgängig')).title).toBe('Rückgängig: Hinzufügen von CISSP, gerade eben');
  });

  it('says so when there is nothing, when it is too late, and when the last act can’t be undone', async () => {
    const ana = talk(world);
    expect(textOf(await ana.say('undo'))).toContain(phrases.none);
    await ana.say('export mine');
    expect(textOf(await ana.say('undo'))).toContain(phrases.onlyFinal('export'));
    const ben = await talkWith({ ...world, user: 'ben' }, 'cissp');
    await ben.say('export mine');
    const card = await proposal(ben);
    expect(textOf({ kind: 'card', to: 'sender', card })).toContain(phrases.final('export'));
    expect(card.title).toContain('adding of CISSP');

    const later = talk({ ...ben.options, today: '2026-11-24' });
    expect(textOf(await later.say('undo'))).toContain(phrases.none);
    expect(textOf(await later.press(card, UNDO))).toContain(phrases.tooLate);
    expect(textOf(await later.say('certs'))).toContain('CISSP');
  });

  it('has one effect when the button is selected twice, and none on the act of another person', async () => {
    const ana = await talkWith(world, 'cissp');
    await logged(ana, 'One');
    const card = await proposal(ana);

    expect(textOf(await newcomer(ana, 'ben').press(card, UNDO))).toContain(phrases.tooLate);
    await ana.press(card, UNDO);
    expect(textOf(await ana.press(card, UNDO))).toContain(phrases.already);
    expect(await titleOf(ana)).toContain('adding of CISSP');
  });

  it('goes back one act after the other, to the first', async () => {
    const ana = await talkWith(world, 'cissp');
    const { activity = '' } = cardOf(await logged(ana, 'One')).actions?.[0]?.args ?? {};
    const form = formOf(await ana.say('edit last'));
    await ana.send(form, { title: 'Another' });
    await ana.say('delete last');
    await ana.say('undo');

    const titles: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      titles.push(await titleOf(ana));
      await undoLast(ana);
    }

    expect(titles.map((title) => /^Undo: (.+), just now$/u.exec(title)?.[1])).toEqual([
      'deletion of “Another”',
      'edit of “Another”',
      'log entry “One”',
      'adding of CISSP',
    ]);
    expect(activity).not.toBe('');
    expect(textOf(await ana.say('undo'))).toContain(phrases.none);
    expect(textOf(await ana.say('certs'))).not.toContain('2027');
  });
});

describe('a button that is pressed twice', () => {
  /** Presses a button as a platform does: the key is made of the answer it is on. */
  async function pressOn(person: Talk, card: Card, label: string) {
    const action = (card.actions ?? []).find((one) => one.label === label);
    if (action === undefined) throw new Error(`There is no button ${label}.`);
    return person.press(card, label, pressKey(action, 'M1'));
  }

  it('has one effect and one answer, and another one on a later answer', async () => {
    const ana = await talkWith(world, 'cissp');
    const line = 'whatif + 2h webinar on zero trust tomorrow';
    const first = cardOf(await ana.say(line, 'k1'));
    const planned = async () => textOf(await ana.say('plan')).match(/"remove":/gu)?.length;
    const [one, two] = [await pressOn(ana, first, words.whatif.keep), await pressOn(ana, first, words.whatif.keep)];

    expect(two).toEqual({ ...one, again: true });
    expect(await planned()).toBe(1);
    await pressOn(ana, cardOf(await ana.say(line, 'k2')), words.whatif.keep);
    expect(await planned()).toBe(2);
  });

  it('makes no second report while the first is being made', async () => {
    const ana = await talkWith(world, 'cissp');
    const replies = await Promise.all([ana.say('report mine', 'k1'), ana.say('report mine', 'k2')]);

    expect(replies.filter((reply) => textOf(reply).includes(words.report.begunBefore))).toHaveLength(1);
    await ana.core.idle();
    expect(textOf(await ana.say('report mine', 'k3'))).toContain(words.report.begun);
  });
});

describe('undo restores', () => {
  it('what an edit changed, with its claims', async () => {
    const ana = await talkWith(world, 'cissp', 'cism');
    await logged(ana, 'One');
    const before = textOf(await ana.say('show last'));
    await ana.send(formOf(await ana.say('edit last')), { title: 'Two', 'credits.cissp': '7' });
    expect(textOf(await ana.say('show last'))).not.toBe(before);

    await undoLast(ana);

    const counted = (text: string) => /[\d.]+ CPE counted/u.exec(text)?.[0];
    const after = textOf(await ana.say('show last'));
    expect(counted(after)).toBe(counted(before));
    expect(after).toContain('One');
  });

  it('a removed certification with its cycle', async () => {
    const ana = await talkWith(world, 'cissp');
    const before = textOf(await ana.say('pace'));
    await ana.say('remove cissp');
    expect((await undoLast(ana)).blocks).toContainEqual({
      kind: 'text',
      text: phrases.doneText('removal of CISSP'),
    });

    expect(textOf(await ana.say('pace'))).toBe(before);
  });

  it('an import as a whole', async () => {
    const ana = await talkWith(world, 'cissp');
    const rows = [1, 2, 3, 4, 5].map((n) => `Talk ${n},2026-10-0${n},1,CISSP,Group A`);
    const table = new TextEncoder().encode(['Course,Date,CPE,Cert,Area', ...rows].join('\n'));
    const file = { name: 'records.csv', read: async () => table };
    await ana.send(formOf(await ana.say('import', undefined, [file])));
    expect(await titleOf(ana)).toBe('Undo: import of 5 records, just now');

    const card = await undoLast(ana);

    expect(textOf({ kind: 'card', to: 'sender', card })).toContain(phrases.inTrash(5));
    expect(textOf(await ana.say('history'))).toContain(words.record.none);
  });

  it('the members of a team and the role that came with it', async () => {
    const ana = talk(world);
    await ana.say('certs');
    await asAdmin(ana, world.store);
    const ben = newcomer(ana, 'ben');
    await ben.say('certs');
    await ana.send(formOf(await ana.say('team Security')), {});
    await ana.say('team Security lead ben');
    expect(textOf(await ben.say('risk'))).not.toContain(words.failure.notAllowed);
    expect(await titleOf(ana)).toBe('Undo: change to the team Security, just now');

    await undoLast(ana);

    expect(textOf(await ben.say('risk'))).toContain(words.failure.notAllowed);
  });

  it('a removed proof', async () => {
    const ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2026-11-20', { cissp: '1' }, { title: 'One', link: 'https://example.org/proof' });
    const shown = cardOf(await ana.say('show last'));
    expect(textOf(await ana.press(shown, words.record.detach))).not.toContain('example.org');
    expect(await titleOf(ana)).toBe('Undo: proof removed from “One”, just now');

    await undoLast(ana);

    expect(textOf(await ana.say('show last'))).toContain('example.org');
  });

  it('the states of all entries of a portal at once', async () => {
    const ana = await talkWith(world, 'cissp');
    for (const title of ['One', 'Two', 'Three']) await logged(ana, title);
    const sheet = cardOf(await ana.say('sheet cissp'));
    await ana.press(sheet, words.sheet.allSubmitted(3));
    expect(await titleOf(ana)).toBe('Undo: portal status of 3 entries, just now');

    await undoLast(ana);

    expect(textOf(await ana.say('sheet cissp'))).toContain(words.sheet.allSubmitted(3));
  });

  it('preferences, and settings of the workspace', async () => {
    const ana = talk(world);
    await ana.say('certs');
    await asAdmin(ana, world.store);
    const preferences = formOf(await ana.say('preferences'));
    await ana.send(preferences, { language: 'de' });
    const settings = formOf(await ana.say('settings'));
    await ana.send(settings, { tolerance: '30' });

    await ana.press(cardOf(await ana.say('undo')), 'Rückgängig');
    await ana.press(cardOf(await ana.say('undo')), 'Rückgängig');

    expect(formOf(await ana.say('settings')).answers).toEqual(settings.answers);
    expect(formOf(await ana.say('preferences')).answers).toEqual(preferences.answers);
  });

  it('nothing that somebody else changed since', async () => {
    const { ana, ben } = await twoAdmins();
    await ana.send(formOf(await ana.say('settings')), { tolerance: '30' });
    await ben.send(formOf(await ben.say('settings')), { tolerance: '14' });

    expect(textOf(await undoReply(ana))).toContain(phrases.changedSince(phrases.names.settings(NO_DETAILS)));
    expect(formOf(await ana.say('settings')).answers?.tolerance).toBe('14');
  });

  it('nothing that a role no longer allows', async () => {
    const { ana, ben } = await twoAdmins();
    await ana.send(formOf(await ana.say('settings')), { tolerance: '30' });
    await ben.send(formOf(await ben.say('people ana')), { role: 'member' });

    expect(textOf(await undoReply(ana))).toContain(words.failure.notAllowed);
    expect(formOf(await ben.say('settings')).answers?.tolerance).toBe('30');
  });
});
