import { beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { plainTextOf } from '../../../src/chat/text.ts';
import { COMMAND_ALIASES, LANGUAGES, wordsFor } from '../../../src/strings/index.ts';
import { cardOf, formOf, logCredits, type Talk, talk, talkWith, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';
import { foundTeam } from '../../support/team.ts';

const world = openStore();

/** The lines of a card, without its buttons. */
function linesOf({ blocks }: Card): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'facts') return block.facts.map(({ label, value }) => `${label}: ${plainTextOf(value)}`);
    return 'text' in block ? plainTextOf(block.text).split('\n') : [];
  });
}

describe('help', () => {
  it('names eight everyday commands first, then the others by topic', async () => {
    const lines = linesOf(cardOf(await talk({ store: world.store }).say('help')));

    expect(lines.slice(0, 8).map((line) => /^\w+/u.exec(line)?.[0])).toEqual([
      ...['add', 'log', 'pace', 'why', 'next', 'attach', 'debt', 'undo'],
    ]);
    expect(lines).toContain('Opportunities: search, next, attended, offer');
    expect(lines.length).toBeLessThanOrEqual(20);
  });

  it.each(['detach', 'attest', 'tick', 'file'])('leaves out %s, which only buttons run', async (command) => {
    const lines = linesOf(cardOf(await talk({ store: world.store }).say('help')));

    expect(lines.join('\n')).not.toMatch(new RegExp(`(?:: |, )${command}(?:,|$)`, 'mu'));
  });

  it('names the commands of managers and admins only to them', async () => {
    const { hugo } = await foundTeam(world.store, ['Ana', 'Hugo']);

    expect(textOf(await hugo.say('help'))).toContain('people, settings, sources, customise');
    expect(textOf(await talk({ store: world.store }).say('help'))).not.toContain('customise');
  });

  it('explains one command with examples, and the commands of a topic', async () => {
    const ana = talk({ store: world.store });

    expect(linesOf(cardOf(await ana.say('help log')))).toContain(
      'log 90m webinar today for cissp, cism: one activity for two certifications',
    );
    expect(textOf(await ana.say('help certifications'))).toContain('renew cissp');
    expect(cardOf(await ana.say('help records')).title).toBe('Records');
    expect(cardOf(await ana.say('how do I import?')).title).toBe('Help: import');
  });

  it('speaks German and explains German words', async () => {
    const bo = talk({ store: world.store, profile: { locale: 'de-DE' } });

    expect(textOf(await bo.say('hilfe'))).toContain('auch „eintragen“');
    expect(cardOf(await bo.say('hilfe eintragen')).title).toBe('Hilfe: log');
    expect(cardOf(await bo.say('hilfe einträge')).title).toBe('Einträge');
  });
});

describe('a line that is not understood', () => {
  let ana: Talk;
  beforeAll(async () => {
    ana = await talkWith({ store: world.store }, 'cissp', 'ccsp');
  });

  it.each(['asdf qwer', '🎉🎉🎉', 'lgo 1h webinar today for cissp', 'what a day for cissp and ccsp'])(
    'is answered in at most six lines: “%s”',
    async (line) => {
      const card = cardOf(await ana.say(line));

      expect(linesOf(card).length).toBeLessThanOrEqual(6);
      expect(card.actions?.at(-1)).toMatchObject({ command: 'help' });
    },
  );

  it('keeps the whole line in the button of the nearest command', async () => {
    const card = cardOf(await ana.say('lgo 1h Log4j webinar today for CISSP'));

    expect(card.actions?.[0]).toMatchObject({ command: 'log', args: { text: '1h Log4j webinar today for CISSP' } });
    const form = formOf(await ana.press(card, 'log 1h Log4j webinar today for CISSP'));
    expect(form.answers).toMatchObject({ title: 'Log4j webinar', counts: ['cissp'] });
  });

  it('never carries the marks that would save it at once', async () => {
    const [button] = cardOf(await ana.say('lgo 1h webinar today for cissp!!')).actions ?? [];

    expect(button?.args.text).toBe('1h webinar today for cissp');
  });

  it('says that a line is too long for a button, which then carries none of it', async () => {
    const card = cardOf(await ana.say(`lgo 1h webinar ${'x'.repeat(1000)}`));

    expect(linesOf(card).join('\n')).toContain('too long for a button');
    expect(card.actions?.[0]).toMatchObject({ command: 'log', args: { text: '' } });
  });

  it('says what was recognised', async () => {
    expect(linesOf(cardOf(await ana.say('hmm cissp 2h')))).toContain('Recognised: CISSP · 2 h');
  });
});

describe('a sentence', () => {
  it('about some certifications shows exactly these', async () => {
    const ana = await talkWith({ store: world.store }, 'cissp', 'ccsp', 'cism');
    const namedBy = async (line: string) => {
      const answer = textOf(await ana.say(line));
      return ['CISSP', 'CCSP', 'CISM'].filter((name) => answer.includes(name));
    };

    expect(await namedBy('pace for cissp and ccsp')).toEqual(['CISSP', 'CCSP']);
    expect(await namedBy('pace ccsp, cism')).toEqual(['CCSP', 'CISM']);
  });

  it('says with a form what opens it again', async () => {
    const ana = await talkWith({ store: world.store }, 'cissp');

    expect(await ana.say('watched a 2h OWASP talk yesterday for cissp!!')).toMatchObject({
      kind: 'form',
      opener: { command: 'log', args: { text: 'watched a 2h OWASP talk yesterday for cissp' } },
    });
    expect(await ana.say('log 2h OWASP talk yesterday for cissp')).not.toHaveProperty('opener');
  });

  it('names the record and asks before it deletes or undoes', async () => {
    const ana = await talkWith({ store: world.store }, 'cissp');
    await logCredits(ana, '2026-11-23', { cissp: '2' }, { title: 'OWASP meetup' });

    const asked = cardOf(await ana.say('undo that', 'K1'));
    expect(textOf(await ana.say('history'))).toContain('OWASP meetup');
    expect(asked.title).toContain('OWASP meetup');
    expect(cardOf(await ana.say('delete the last one')).title).toBe('Delete this record?');

    expect(cardOf(await ana.press(asked, 'Undo')).title).toBe('Undone');
    expect(cardOf(await ana.say('restore it please')).title).toBe('Restore this record?');
  });

  it('about a month shows the records of that month', async () => {
    const ana = await talkWith({ store: world.store, today: '2026-11-29' }, 'cissp');
    for (const [date, title] of [
      ['2026-03-05', 'March evening'],
      ['2026-04-05', 'April evening'],
    ] as const)
      await logCredits(ana, date, { cissp: '1' }, { title });

    const said = textOf(await ana.say('what did I log in March?'));
    expect([said.includes('March evening'), said.includes('April evening')]).toEqual([true, false]);
  });
});

it('every other word for a command names one command', () => {
  for (const { code } of LANGUAGES) {
    const { commands } = wordsFor(code);
    for (const name of Object.keys(COMMAND_ALIASES[code])) expect(Object.keys(commands)).toContain(name);
  }
});
