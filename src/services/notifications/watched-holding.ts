import { createHash } from 'node:crypto';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { RuleMark, WatchedHolding } from '../../domain/nudge.ts';
import type { Standing } from '../../domain/standing.ts';
import type { ReminderStateValues } from '../../store/notifications/reminder-states.ts';
import type { HoldingStanding } from '../teams/team-standings.ts';

/** Returns a holding in the form the nudge rules use. */
export function toWatchedHolding(
  { holding, certification, standing, inDebt }: HoldingStanding,
  reminderState: ReminderStateValues,
  addedOn: Day,
): WatchedHolding {
  const { snoozedUntil, letsLapse, rules, figures, step, stepOn } = reminderState;
  return {
    holdingId: holding.holdingId,
    certification,
    standing,
    addedOn,
    inDebt,
    snoozedUntil: snoozedUntil ?? undefined,
    letsLapse,
    figures: { before: rules === '' ? undefined : { rules, figures }, now: ruleMarkOf(certification, standing) },
    step,
    stepOn: stepOn ?? undefined,
  };
}

/** The cycle start is part of the figures, so that a new cycle with other figures isn't taken for changed rules. */
function ruleMarkOf(certification: Certification, standing: Standing): RuleMark {
  const rules = rulesHash(certification);
  if (standing.kind !== 'credits') return { rules, figures: '' };
  const required = standing.paces.map(({ requirement }) => `${requirement.id} ${requirement.required}`);
  return { rules, figures: shortHash([standing.cycle.start, ...required].join()) };
}

const hashes = new WeakMap<Certification, string>();

function rulesHash(certification: Certification): string {
  const known = hashes.get(certification) ?? shortHash(JSON.stringify([certification.renewal, certification.upkeep]));
  hashes.set(certification, known);
  return known;
}

/** Returns the first 32 hexadecimal digits of a SHA-256. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
