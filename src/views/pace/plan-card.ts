import type { Block, Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { sum } from '../../domain/credit.ts';
import type { Part } from '../../domain/holding.ts';
import type { Words } from '../../strings/index.ts';
import { answerCard } from '../text-card.ts';

/** A planned activity, and what it would claim. */
export interface Planned {
  readonly activityId: string;
  readonly title: string;
  readonly starts: Day;
  readonly ends: Day;
  /** As it would be typed to log it. */
  readonly line: string;
  readonly claims: readonly { readonly certification: Certification; readonly parts: readonly Part[] }[];
}

/** A plan that a program drafted, with the day from which its relative days count. */
export interface DraftedPlan {
  readonly id: string;
  readonly text: string;
  readonly on: Day;
}

/** The card of a line that was left as a draft, and how to confirm it. */
export function planDraftCard(text: string, words: Words): Card {
  const phrases = words.draft;
  return {
    title: phrases.planTitle,
    blocks: [
      { kind: 'text', text: phrases.planHow },
      { kind: 'facts', facts: [{ label: phrases.drafted, value: text }] },
    ],
  };
}

/** The card of planned activities, earliest first, after what a program drafted. */
export function planCard(planned: readonly Planned[], words: Words, draft?: DraftedPlan): Card {
  const card = plannedCard(planned, words);
  if (draft === undefined) return card;
  const { planByAgent, add, discard } = words.draft;
  const item: Block = {
    kind: 'item',
    title: [{ bold: draft.text }],
    detail: planByAgent(draft.on),
    action: { label: add, command: 'plan', args: { draft: draft.id } },
    also: { label: discard, command: 'plan', args: { discard: draft.id } },
  };
  return { ...card, blocks: [item, ...card.blocks] };
}

function plannedCard(planned: readonly Planned[], words: Words): Card {
  const phrases = words.plan;
  const [next] = planned;
  if (next === undefined) return answerCard(phrases.none, phrases.title);
  const blocks = planned.map(
    (one): Block => ({
      kind: 'item',
      title: [{ bold: one.title }],
      detail: [
        one.starts === one.ends ? phrases.on(one.ends) : words.span(one.starts, one.ends),
        ...one.claims.map((claim) => claimText(claim, words)),
      ].join(' · '),
      action: { label: phrases.done, command: 'log', args: { text: one.line, plan: one.activityId }, opensForm: true },
      also: { label: phrases.remove, command: 'plan', args: { remove: one.activityId } },
    }),
  );
  const calendar = { label: words.opportunity.calendar, command: 'plan', args: { calendar: 'yes' } };
  return {
    title: `${phrases.title}: ${next.title}, ${words.span(next.starts, next.ends)}`,
    blocks: [...blocks, { kind: 'note', text: phrases.apart }],
    actions: [calendar],
  };
}

function claimText({ certification, parts }: Planned['claims'][number], words: Words): string {
  const { renewal, short } = certification;
  const credits = sum(parts.map((part) => part.credits));
  return renewal.kind === 'credits' ? `${short} +${words.credits(credits, renewal.unit)}` : short;
}
