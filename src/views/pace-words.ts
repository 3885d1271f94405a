import type { Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import type { Cut } from '../domain/count-credits.ts';
import type { CreditRenewal } from '../domain/credit-rules.ts';
import type { ExamStanding, NotChecked, Standing } from '../domain/standing.ts';
import type { Words } from '../strings/index.ts';
import { requirementName } from './requirement-words.ts';

/** One certification with its standing. */
export interface PaceStanding {
  readonly certification: Certification;
  readonly standing: Standing;
}

/** The headline of a standing in one line. */
export function headlineOf(standing: Standing, words: Words, today: Day): string {
  switch (standing.kind) {
    case 'never-expires':
      return words.pace.neverExpires;
    case 'exam':
      return examLine(standing, words, today);
    case 'credits': {
      const { binding, renewal, cycle } = standing;
      if (standing.unbound === 'unknown') return words.pace.unknownRules;
      if (standing.unbound === 'met') return words.pace.nothingRequired;
      if (binding === undefined) return words.pace.startsOn(cycle.start);
      if (binding.status === 'met') return words.pace.allMet;
      const inGrace = today > binding.requirement.window.end && binding.status === 'behind';
      const headline = inGrace ? words.pace.inGrace(binding.delta) : words.pace.headline(binding.status, binding.delta);
      return words.pace.because(headline, requirementName(binding.requirement, renewal, words));
    }
  }
}

/** How much of something does not count, and why. */
export function cutText({ credits, reason }: Cut, { unit }: CreditRenewal, words: Words): string {
  const amount = words.credits(credits, unit);
  switch (reason.kind) {
    case 'outside':
      return words.pace.cutOutside(amount);
    case 'once-only':
      return words.pace.cutOnceOnly(amount);
    case 'cap':
      return words.pace.cutCap(amount, reason.cap.name, reason.limit);
  }
}

/** Why a rule is not applied, in a sentence. */
export function notCheckedText(one: NotChecked, renewal: CreditRenewal, words: Words): string {
  switch (one.kind) {
    case 'rule':
      return words.pace.unchecked(one.unchecked.rule, one.unchecked.why);
    case 'condition':
      return words.pace.unanswered(one.condition.question);
    case 'period': {
      const rule = renewal.requirements.find(({ code }) => code === one.code);
      return words.pace.noPeriod(rule?.name ?? one.code);
    }
  }
}

function examLine({ window, isOpen, expiry, daysLeft }: ExamStanding, words: Words, today: Day): string {
  if (isOpen && today > expiry) return words.pace.examLate(expiry, window.end);
  if (isOpen) return words.pace.examOpen(window.end, daysLeft);
  return today < window.start ? words.pace.examSoon(window.start, daysLeft) : words.pace.examOver(expiry);
}
