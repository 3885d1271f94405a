import type { Language } from './language.ts';
import type { Text } from './text.ts';

/** A button with its command and arguments. Arguments are ids only, because everyone who sees the card can read them. */
export interface Action {
  readonly label: string;
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
  readonly style?: 'primary' | 'danger';
  /** The command answers with a form; Teams must know this before the button is pressed. */
  readonly opensForm?: boolean;
  /** What to ask before it is sent, for acts on many things or that lose something. */
  readonly confirm?: string;
  /** Several people see the card and the answer is for the presser: they see it beside the card at once, where a platform can do that. */
  readonly isPersonal?: true;
  /** The id of the answer it is on: pressed twice there it is one act, and on a later answer another one. */
  readonly answer?: string;
}

/** A name and its value, read as one line. */
export interface Fact {
  readonly label: string;
  readonly value: Text;
}

/** The meaning of a share's colour. */
export const TONES = ['best', 'good', 'none', 'late', 'lost'] as const;
export type Tone = (typeof TONES)[number];

/** A part of a whole. */
export interface Share {
  readonly tone: Tone;
  readonly count: number;
}

/** `done` of `goal`, both in the same whole unit; `label` says the same in words. */
export interface Progress {
  readonly kind: 'progress';
  readonly label: string;
  readonly done: number;
  readonly goal: number;
  /** What an even pace has reached today, in the same unit: drawn as a mark. */
  readonly due?: number;
  /** The meaning of its colour; by default `good`, and `best` when the goal is reached. */
  readonly tone?: Tone;
}

/** A row of a table, perhaps with a button; an empty cell has nothing to say. */
export interface TableRow {
  readonly cells: readonly Text[];
  readonly action?: Action;
}

/** A part of a card; every adapter draws every kind. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'rule' }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Progress
  /** How a whole is divided, drawn as one bar of colours; `label` says the same in words, for people who can't see colours. */
  | { readonly kind: 'shares'; readonly label: string; readonly shares: readonly Share[] }
  /** Rows of one cell per column; the first cell names its row. `label` says what it lists. Platforms without tables draw a list. */
  | {
      readonly kind: 'table';
      readonly label: string;
      readonly columns: readonly string[];
      readonly rows: readonly TableRow[];
    }
  /** `also` is a second action, beside a first one. */
  | {
      readonly kind: 'item';
      readonly title: Text;
      readonly detail?: Text;
      readonly action?: Action;
      readonly also?: Action;
    };

/** One answer of the bot: a title, blocks from top to bottom, and buttons below them. */
export interface Card {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly actions?: readonly Action[];
  /** The command that answers with this card as it is now, for platforms that ask when it is seen again. */
  readonly refresh?: Pick<Action, 'command' | 'args'>;
  /** The language of the texts; an adapter adds its phrases in the same language. */
  readonly language?: Language;
}
