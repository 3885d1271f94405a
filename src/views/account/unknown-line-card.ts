import type { Card } from '../../chat/card.ts';
import { shorten } from '../../chat/shorten.ts';
import type { CommandName, Words } from '../../strings/index.ts';
import { answerCard } from '../text-card.ts';

interface UnknownLine {
  readonly line: string;
  readonly nearest: CommandName | undefined;
  readonly certifications: readonly string[];
  readonly minutes: number | undefined;
  readonly commands: readonly { readonly command: CommandName; readonly args: Readonly<Record<string, string>> }[];
  readonly isTooLong: boolean;
}

const MAX_SHOWN = 80;
const MAX_LABEL = 40;

/** The answer to a line that wasn't understood: what was recognised in it, and buttons that keep its words. */
export function unknownLineCard(unknown: UnknownLine, words: Words): Card {
  const { help } = words;
  const { line, nearest, certifications, minutes, commands, isTooLong } = unknown;
  const shown = shorten(line, MAX_SHOWN);
  const recognised = [...certifications, ...(minutes === undefined ? [] : [words.minutes(minutes)])];
  const sentence = /\s/u.test(line) ? help.notUnderstood(shown, nearest) : help.unknown(shown, nearest);
  return answerCard(sentence, help.title, {
    blocks: [
      ...(recognised.length === 0 ? [] : [{ kind: 'text', text: help.recognised(recognised.join(' · ')) } as const]),
      { kind: 'note', text: isTooLong ? help.tooLong : help.tryThis },
    ],
    actions: [
      ...commands.map(({ command, args }, index) => ({
        label: shorten(`${command} ${args.text ?? ''}`.trim(), MAX_LABEL),
        command,
        args,
        opensForm: command === 'log' || command === 'add',
        ...(index === 0 ? { style: 'primary' as const } : {}),
      })),
      { label: help.button, command: 'help', args: {} },
    ],
  });
}
