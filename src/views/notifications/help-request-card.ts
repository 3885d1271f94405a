import type { Action, Card } from '../../chat/card.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Words } from '../../strings/index.ts';
import { cardWithActions } from '../text-card.ts';

type Named = Pick<Certification, 'code' | 'short'>;

/** Says who will read a request for help, before anything is sent. */
export function confirmHelpCard({ code, short }: Named, helpers: readonly string[], words: Words): Card {
  const phrases = words.nudge.helpRequest;
  const send: Action = {
    ...{ label: phrases.confirm, command: 'preferences', args: { help: code, confirm: 'yes' } },
    style: 'primary',
  };
  return cardWithActions(phrases.title(short), phrases.seen(words.list(helpers), short), [send]);
}

/** A request for help that was saved, with a button that takes it back. */
export function helpRequestedCard({ code, short }: Named, helpers: readonly string[], words: Words): Card {
  const phrases = words.nudge.helpRequest;
  const withdraw: Action = { label: phrases.withdraw, command: 'preferences', args: { help: code, off: 'yes' } };
  return cardWithActions(phrases.requested(short), phrases.willSee(words.list(helpers)), [withdraw]);
}
