import { distance } from 'fastest-levenshtein';
import { type CommandName, helpCard } from '../views/help-card.ts';
import type { Command } from './command.ts';

/** Says what can be asked; for a word that is no command, also the nearest one. */
export function helpFor(names: readonly CommandName[]): Command {
  return {
    name: 'help',
    role: 'member',
    changes: false,
    async run({ interaction, words }) {
      const word = interaction.args.unknown;
      if (word === undefined) return { kind: 'card', to: 'sender', card: helpCard(names, words) };
      const nearest = nearestTo(word, names);
      const unknown = nearest === undefined ? { word } : { word, nearest };
      return { kind: 'card', to: 'sender', card: helpCard(names, words, unknown) };
    },
  };
}

/** The command most like a word: at most a third of its letters may differ, and always one. */
export function nearestTo(word: string, names: readonly CommandName[]): CommandName | undefined {
  const typed = word.toLowerCase().slice(0, 40);
  const ranked = names.map((name) => ({ name, off: distance(typed, name) })).sort((a, b) => a.off - b.off);
  const [best] = ranked;
  if (best === undefined || best.off > Math.max(1, Math.floor(Math.max(typed.length, best.name.length) / 2)))
    return undefined;
  return best.name;
}
