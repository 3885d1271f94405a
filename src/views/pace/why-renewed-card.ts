import type { Block, Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification, RenewsRule } from '../../domain/certification.ts';
import type { Entry } from '../../domain/holding.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { headlineOf } from '../pace-words.ts';
import { sourcedFact } from '../source-words.ts';
import { calculationBlocks, whyActions } from './why-card.ts';

/** A renewal by another certification: the event, the rule, and the standing without. */
export interface ExplainedRenewal {
  readonly holding: { readonly certification: Certification; readonly entries: readonly Entry[] };
  readonly other: Certification;
  readonly rule: RenewsRule;
  readonly on: Day;
  readonly end: Day;
  readonly without: Standing;
}

/** Why a certification counts as renewed: by which event, by which rule with its source, and what would be the case without. */
export function whyRenewedCard(renewal: ExplainedRenewal, today: Day, words: Words): Card {
  const { holding, other, rule, on, end } = renewal;
  const { certification } = holding;
  const phrases = words.relation;
  const stated = ruleText(renewal, words);
  return {
    title: `${certification.short}: ${words.pace.renewedUntil(other.short, on, end)}`,
    blocks: [
      { kind: 'heading', text: phrases.whyTitle },
      {
        kind: 'facts',
        facts: [
          sourcedFact({ label: phrases.rule, text: stated }, rule, { certification: other, words }),
          { label: phrases.effect, value: phrases.nothingDue },
        ],
      },
      { kind: 'heading', text: phrases.without(other.short) },
      ...withoutBlocks(renewal, today, words),
    ],
    actions: whyActions(certification, words),
  };
}

/** The rule in words: by what it renews, and what the end becomes. */
function ruleText({ holding, other, rule }: ExplainedRenewal, words: Words): string {
  const phrases = words.relation;
  const { short } = holding.certification;
  const events = rule.by.map((event) => phrases.events[event]);
  const renews = rule.by.includes('active')
    ? phrases.whileActive(other.short, short)
    : phrases.byEvent(other.short, short, events);
  if (rule.dates === 'kept') return `${renews}; ${phrases.endStays}`;
  const end = rule.dates === 'aligned' ? phrases.endsWith(other.short) : phrases.endsMonthsLater(rule.dates.months);
  return `${renews}; ${end}`;
}

function withoutBlocks({ holding, without }: ExplainedRenewal, today: Day, words: Words): readonly Block[] {
  if (without.kind === 'never-expires') return [];
  const { start, end } = without.cycle;
  const cycle: Block = { kind: 'note', text: words.relation.withoutCycle(start, end) };
  if (without.kind === 'exam') return [{ kind: 'text', text: headlineOf(without, words, today) }, cycle];
  return [...calculationBlocks({ ...holding, standing: without, today }, words), cycle];
}
