import type { Action, Card } from '../../chat/card.ts';
import type { CommandName, Words } from '../../strings/index.ts';

/** The list of commands; for an unknown word, the most similar command comes first. */
export function helpCard(
  names: readonly CommandName[],
  words: Words,
  unknown?: { word: string; nearest?: string },
): Card {
  const nearest = unknown?.nearest;
  const greeting = unknown === undefined ? words.help.intro : words.help.unknown(unknown.word, nearest);
  const actions: Action[] = [
    { label: words.add.title, command: 'add', args: {}, opensForm: true },
    { label: words.add.log, command: 'log', args: {}, opensForm: true },
    { label: words.log.pace, command: 'pace', args: {} },
  ];
  if (nearest !== undefined) {
    const opensForm = nearest === 'add' || nearest === 'log';
    actions.unshift({ label: words.help.didYouMean(nearest), command: nearest, args: {}, style: 'primary', opensForm });
  }
  return {
    title: words.help.title,
    blocks: [
      { kind: 'text', text: greeting },
      {
        kind: 'facts',
        facts: names.map((name) => ({ label: words.commands[name].usage, value: words.commands[name].summary })),
      },
      { kind: 'note', text: words.help.note },
    ],
    actions,
  };
}
