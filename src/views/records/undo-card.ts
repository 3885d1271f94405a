import type { Block, Card } from '../../chat/card.ts';
import type { ActAbout, ActName } from '../../domain/act.ts';
import type { Words } from '../../strings/index.ts';
import { answerCard } from '../text-card.ts';

/** An act, and how many minutes ago it was. */
interface ShownAct {
  readonly actId: string;
  readonly name: ActName;
  readonly about: ActAbout;
  readonly minutes: number;
}

/** What undo would undo, with the button that does it. `final` is a later command that can't be undone. */
export function undoCard(act: ShownAct | undefined, final: string | undefined, words: Words): Card {
  const phrases = words.undo;
  if (act === undefined) {
    const text = final === undefined ? phrases.none : phrases.onlyFinal(final);
    return answerCard(text, words.log.undo);
  }
  const later: readonly Block[] = final === undefined ? [] : [{ kind: 'text', text: phrases.final(final) }];
  return {
    title: phrases.title(phrases.names[act.name](act.about), phrases.ago(act.minutes)),
    blocks: [...later, { kind: 'note', text: phrases.notYet }],
    actions: [{ label: words.log.undo, command: 'undo', args: { act: act.actId }, style: 'primary' }],
  };
}

/** The confirmation of an undone act. */
export function undoneActCard({ name, about }: ShownAct, words: Words): Card {
  const phrases = words.undo;
  const isAdded = name === 'log' || name === 'import' || (name === 'plan' && !about.isRemoval);
  const trash: readonly Block[] =
    isAdded && about.records > 0 ? [{ kind: 'note', text: phrases.inTrash(about.records) }] : [];
  return {
    title: phrases.done,
    blocks: [{ kind: 'text', text: phrases.doneText(phrases.names[name](about)) }, ...trash],
    actions: [{ label: words.log.pace, command: 'pace', args: {} }],
  };
}
