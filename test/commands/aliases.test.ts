import { describe, expect, it } from 'vitest';
import { parseLine } from '../../src/chat/parse-line.ts';
import { commandLookup, findCommand, resolveAlias } from '../../src/commands/index.ts';
import { cardOf, talk, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();

describe('a typed line', () => {
  it.each`
    line                              | command     | args
    ${'looks'}                        | ${'access'} | ${{ text: '' }}
    ${'/LOOKS'}                       | ${'access'} | ${{ text: '' }}
    ${'access'}                       | ${'access'} | ${{ text: '' }}
    ${'what-if +16h'}                 | ${'whatif'} | ${{ text: '+16h' }}
    ${'what if +16h'}                 | ${'whatif'} | ${{ text: '+16h' }}
    ${'What  If\n+16h RSA for cissp'} | ${'whatif'} | ${{ text: '+16h RSA for cissp' }}
    ${'what if'}                      | ${'whatif'} | ${{ text: '' }}
    ${'what if +2h --on 20 Nov'}      | ${'whatif'} | ${{ text: '+2h', on: '20 Nov' }}
    ${'whatif if +2h'}                | ${'whatif'} | ${{ text: 'if +2h' }}
    ${'what iffy'}                    | ${'what'}   | ${{ text: 'iffy' }}
    ${'what'}                         | ${'what'}   | ${{ text: '' }}
    ${'hello there'}                  | ${'help'}   | ${{ text: 'there' }}
    ${''}                             | ${'help'}   | ${{ text: '' }}
  `('“$line” is the command $command', ({ line, command, args }) => {
    expect(resolveAlias(parseLine(line))).toMatchObject({ command, args });
  });

  it('means one command, whatever its alias', () => {
    const words = commandLookup.commandWords.map(([word]) => word);

    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(findCommand(word)?.name).toBe(findCommand(word.toUpperCase())?.name);
  });
});

describe('an alias', () => {
  it('is answered as its command is', async () => {
    const person = talk({ store: world.store });

    const access = textOf(await person.say('access'));

    expect(access).toContain('Only you have viewed your record.');
    expect(textOf(await person.say('looks'))).toBe(access);
  });

  it('is answered when a button of an older card names it', async () => {
    const person = talk({ store: world.store });

    const card = { title: 'Older', blocks: [], actions: [{ label: 'Who viewed it', command: 'looks', args: {} }] };

    expect(textOf(await person.press(card, 'Who viewed it'))).toBe(textOf(await person.say('access')));
  });

  it.each(['what if pause bananas', 'what-if pause bananas'])(
    'of one or two words gives the rest: %s',
    async (line) => {
      const person = talk({ store: world.store });

      expect(textOf(await person.say(line))).toBe(textOf(await person.say('whatif pause bananas')));
    },
  );

  it('is not listed by help, which lists the command', async () => {
    const listed = JSON.stringify(cardOf(await talk({ store: world.store }).say('help')));

    expect(listed).toContain('access');
    expect(listed).not.toContain('looks');
    expect(listed).not.toContain('what if ');
  });

  it('leaves an unknown word unknown', async () => {
    expect(textOf(await talk({ store: world.store }).say('what now'))).toContain('I didn’t understand “what now”.');
  });
});
