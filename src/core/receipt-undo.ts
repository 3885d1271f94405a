import type { Action, Card } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { Interaction } from '../chat/interaction.ts';
import { mapActions } from '../chat/map-actions.ts';
import type { Reply } from '../chat/reply.ts';
import type { Words } from '../strings/index.ts';

/** A button that takes back what a receipt confirms. */
type Reversal = Pick<Action, 'command' | 'args'>;

/** The argument of a button that carries the reversals of its receipt. */
const CARRIED = 'undoes';
/** The reversals as one text in front of the state of a form. */
const STATE = /^undoes\(([^()]{0,400})\)/u;
const REVERSAL = /^(undo|restore) (act|activity) ([\w-]{1,100})$|^(unlink)$/u;
/** Older acts are found with “undo”. */
const MAX_CARRIED = 2;
/** `Form.state` holds so many characters. */
const MAX_STATE = 2000;

/** Takes the reversals that a pressed button or a sent form carries out of an interaction, so that no command sees them. */
export function readReversals(interaction: Interaction): {
  readonly interaction: Interaction;
  readonly reversals: readonly Reversal[];
} {
  const { args, answers, state = '', line } = interaction;
  const [prefix, inState = ''] = STATE.exec(state) ?? [];
  if (answers !== undefined && prefix !== undefined) {
    const { state: _, ...rest } = interaction;
    const own = state.slice(prefix.length);
    return { interaction: own === '' ? rest : { ...rest, state: own }, reversals: parseReversals(inState) };
  }
  const { [CARRIED]: carried, ...ownArgs } = args;
  if (carried === undefined || line !== undefined) return { interaction, reversals: [] };
  return { interaction: { ...interaction, args: ownArgs }, reversals: parseReversals(carried) };
}

/**
 * Returns a reply whose buttons and forms carry on what can be taken back: its own reversals and those of the receipt whose place it takes,
 * which get a button on it.
 */
export function withReversals(reply: Reply, carried: readonly Reversal[], words: Words): Reply {
  switch (reply.kind) {
    case 'card':
      return { ...reply, card: cardWithReversals(reply.card, carried, words) };
    case 'form':
      return { ...reply, form: formWithReversals(reply.form, carried) };
    case 'stay':
      return reply;
  }
}

function cardWithReversals(card: Card, carried: readonly Reversal[], words: Words): Card {
  const own = (card.actions ?? []).filter(isReversal);
  const older = carried.filter((one) => !own.some((shown) => textOf(shown) === textOf(one)));
  const buttons = older.map((one): Action => {
    const label = one.command === 'restore' ? words.log.restore : words.log.undo;
    const isTaken = own.length > 0 || one !== older[0];
    return { ...one, label: isTaken ? words.log.undoEarlier : label };
  });
  const all = [...own, ...older].slice(0, MAX_CARRIED);
  if (all.length === 0) return card;
  const carrying = (action: Action): Action => carryingAction(action, all);
  return mapActions({ ...card, actions: [...(card.actions ?? []), ...buttons] }, carrying);
}

/** The button with the reversals that it isn't one of. */
function carryingAction(action: Action, reversals: readonly Reversal[]): Action {
  const others = reversals.map(textOf).filter((text) => text !== textOf(action));
  return others.length === 0 ? action : { ...action, args: { ...action.args, [CARRIED]: others.join(',') } };
}

function formWithReversals(form: Form, carried: readonly Reversal[]): Form {
  const state = `undoes(${carried.map(textOf).join(',')})${form.state ?? ''}`;
  return carried.length === 0 || state.length > MAX_STATE ? form : { ...form, state };
}

function isReversal(action: Action): boolean {
  return REVERSAL.test(textOf(action));
}

function textOf({ command, args }: Reversal): string {
  const { [CARRIED]: _, ...own } = args;
  return [command, ...Object.entries(own).flat()].join(' ');
}

// The text comes back from the client: it only names buttons, whose press is checked like any other.
function parseReversals(text: string): readonly Reversal[] {
  return text
    .split(',')
    .slice(0, MAX_CARRIED)
    .flatMap((one): Reversal[] => {
      const [, command, name, id, unlink] = REVERSAL.exec(one) ?? [];
      if (unlink !== undefined) return [{ command: unlink, args: {} }];
      return command === undefined || name === undefined || id === undefined ? [] : [{ command, args: { [name]: id } }];
    });
}
