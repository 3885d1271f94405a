import { distance } from 'fastest-levenshtein';
import type { CommandName } from '../../strings/index.ts';
import { helpCard } from '../../views/account/help-card.ts';
import type { Command } from '../command.ts';

/** Creates the command that lists all commands; for an unknown word, it also suggests the nearest command. */
export function createHelpCommand(names: readonly CommandName[]): Command {
  return {
    name: 'help',
    aliases: ['hi', 'hello', '?'],
    role: 'member',
    writes: 'never',
    async run({ request }) {
      const { words } = request;
      const word = request.args.unknown;
      if (word === undefined) return { kind: 'card', to: 'sender', card: helpCard(names, words) };
      const nearest = nearestCommand(word, names);
      const unknown = nearest === undefined ? { word } : { word, nearest };
      return { kind: 'card', to: 'sender', card: helpCard(names, words, unknown) };
    },
  };
}

/** Returns the command nearest to a word: at most half of the letters may differ; the same letters in another order always match. */
function nearestCommand(word: string, names: readonly CommandName[]): CommandName | undefined {
  const typed = word.toLowerCase().slice(0, 40);
  const ranked = names.map((name) => ({ name, off: difference(typed, name) })).sort((a, b) => a.off - b.off);
  const [best] = ranked;
  const max = Math.max(1, Math.floor(Math.max(typed.length, best?.name.length ?? 0) / 2));
  return best !== undefined && best.off <= max ? best.name : undefined;
}

function difference(typed: string, name: string): number {
  const letters = (text: string) => [...text].sort().join('');
  return letters(typed) === letters(name) ? Math.min(1, distance(typed, name)) : distance(typed, name);
}
