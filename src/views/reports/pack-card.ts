import type { Action, Card } from '../../chat/card.ts';
import type { Answers, Form, Option } from '../../chat/form.ts';
import type { Words } from '../../strings/index.ts';
import { codeOf } from './report-card.ts';

/** A pack as its reader hears of it. */
export interface PackNotice {
  readonly title: string;
  readonly counts: string;
  readonly contentHash: string;
}

interface LinkNotice extends PackNotice {
  readonly linkId: string;
  readonly url: string;
  /** The last day on which the link is good. */
  readonly expiresAt: string;
  /** The outside recipient, if any. */
  readonly outsider: string;
}

/** The card with the link to a pack. */
export function packLinkCard(
  { title, counts, contentHash, linkId, url, expiresAt, outsider }: LinkNotice,
  words: Words,
): Card {
  const phrases = words.pack;
  return {
    title: `${title}: ${phrases.title}`,
    blocks: [
      { kind: 'text', text: counts },
      { kind: 'text', text: [{ link: phrases.open, url }] },
      {
        kind: 'facts',
        facts: [
          { label: words.report.code, value: codeOf(contentHash) },
          { label: phrases.goodUntil, value: words.date(expiresAt) },
        ],
      },
      { kind: 'note', text: outsider === '' ? phrases.yours : phrases.passOn(outsider) },
    ],
    actions: [withdrawButton(linkId, words)],
  };
}

/** Ends a link before its time. */
export function withdrawButton(linkId: string, { pack }: Words): Action {
  return { label: pack.withdraw, command: 'pack', args: { withdraw: linkId }, style: 'danger' };
}

/** The card that accompanies a pack delivered as a file. */
export function packFileCard({ title, counts }: PackNotice, words: Words): Card {
  return { title: `${title}: ${words.pack.title}`, blocks: [{ kind: 'text', text: counts }] };
}

/** The option of an outside recipient. */
export const OUTSIDER = 'outsider';

interface PackFormAbout {
  readonly about: string;
  readonly people: readonly Option[];
  readonly answers: Answers;
  readonly state: string;
  readonly errors?: Form['errors'];
}

/** The form that asks for the recipient and validity of a pack. */
export function packForm({ about, people, answers, state, errors }: PackFormAbout, words: Words): Form {
  const phrases = words.pack.form;
  return {
    command: 'pack',
    title: words.pack.title,
    submit: phrases.submit,
    answers,
    state,
    parts: [
      { kind: 'text', text: about },
      {
        kind: 'choice',
        name: 'who',
        label: phrases.who,
        options: [...people, { value: OUTSIDER, label: phrases.outside }],
      },
      {
        kind: 'line',
        name: 'outsider',
        label: phrases.outsider,
        hint: phrases.outsiderHint,
        optional: true,
        maxLength: 100,
      },
      { kind: 'number', name: 'days', label: phrases.days, hint: phrases.daysHint },
    ],
    ...(errors === undefined ? {} : { errors }),
  };
}
