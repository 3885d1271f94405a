import { addDays, type Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import type { Cut } from '../domain/count-credits.ts';
import type { CreditRenewal } from '../domain/credit-rules.ts';
import { monthsOf } from '../domain/cycle.ts';
import type { Pace } from '../domain/pace.ts';
import type { Certainty } from '../domain/sourced-value.ts';
import type { CreditStanding, ExamStanding, NotChecked, Standing } from '../domain/standing.ts';
import type { Words } from '../strings/index.ts';
import { requirementName, subjectOf } from './requirement-words.ts';

/** One certification with its standing. */
export interface PaceStanding {
  readonly certification: Certification;
  readonly standing: Standing;
}

/** The headline of a standing in one line. */
export function headlineOf(standing: Standing, words: Words, today: Day): string {
  if (standing.kind !== 'never-expires' && standing.ending !== undefined) {
    const { replacedBy, successors = replacedBy } = standing.ending;
    return words.pace.ending(standing.cycle.end, today > standing.cycle.end, successors && words.list(successors));
  }
  switch (standing.kind) {
    case 'never-expires':
      return withCertainty(words.pace.neverExpires, standing.certainty, words);
    case 'exam':
      if (standing.renewedBy !== undefined)
        return words.pace.renewedUntil(standing.renewedBy.short, standing.renewedBy.on, standing.expiry);
      return examLine(standing, words, today);
    case 'credits': {
      const { binding, renewedBy, status } = standing;
      if (renewedBy !== undefined) return words.pace.renewedUntil(renewedBy.short, renewedBy.on, standing.cycle.end);
      if (status === 'unknown') return unknownHeadline(standing, words);
      if (binding === undefined) return withoutBinding(standing, words);
      if (binding.status === 'met') return withCertainty(words.pace.allMet, binding.requirement.certainty, words);
      return withCertainty(paceHeadline(binding, standing.renewal, words), binding.requirement.certainty, words);
    }
  }
}

/** A headline that rests on a rule without a source says so. */
function withCertainty(headline: string, certainty: Certainty | undefined, words: Words): string {
  return certainty === 'M' ? words.pace.unverified(headline) : headline;
}

/** Returns which certifications may have renewed one, and what decides it; empty if there are none. */
export function undatedRenewalTexts(standing: Standing, words: Words): readonly string[] {
  if (standing.kind === 'never-expires' || standing.renewedBy !== undefined) return [];
  return (standing.mayBeRenewedBy ?? []).map((short) => words.relation.undated(short));
}

/** Up to this many credits the headline says what is left to do, not how many days one is behind. */
const FEW_CREDITS = 400;

/** Returns whether the headline of a requirement says what is left to do instead of days, docs/domain.md section 3. */
export function isOfFewCredits({ status, requirement }: Pace): boolean {
  return requirement.required <= FEW_CREDITS && status !== 'met' && status !== 'missed' && status !== 'not-started';
}

/** Returns where one requirement stands: days ahead or behind, or what is left to do and until when. */
export function paceHeadline(pace: Pace, renewal: CreditRenewal, words: Words): string {
  const { status, delta, remaining, daysLeft, requirement } = pace;
  const { window, lastDay } = requirement;
  const name = requirementName(requirement, renewal, words);
  const isOver = pace.elapsed === pace.days;
  if (isOfFewCredits(pace)) {
    const what = words.pace.ofRequirement(words.credits(remaining, renewal.unit), name);
    return words.pace.toDo(status, what, isOver ? lastDay : window.end, daysLeft);
  }
  const inGrace = isOver && status === 'behind';
  return words.pace.because(inGrace ? words.pace.inGrace(delta) : words.pace.headline(status, delta), name);
}

function unknownHeadline({ unknown, renewal }: CreditStanding, words: Words): string {
  const [first, ...others] = unknown;
  if (first === undefined) return words.pace.allMet;
  return words.pace.unknownRequirement(unknownName(first, renewal, words), others.length);
}

function unknownName(one: NotChecked, renewal: CreditRenewal, words: Words): string {
  switch (one.kind) {
    case 'rule':
      return words.catalogueText(one.unchecked.rule);
    case 'condition':
      return words.catalogueText(one.condition.question);
    case 'period':
      return periodName(one.code, renewal, words);
  }
}

/** The name of a requirement with a period of its own. */
function periodName(code: string, renewal: CreditRenewal, words: Words): string {
  const rule = renewal.requirements.find((one) => one.code === code);
  return (rule && subjectOf(rule, renewal, words)) ?? code;
}

function withoutBinding({ paces, status, cycle }: CreditStanding, words: Words): string {
  const hard = paces.filter(({ requirement }) => requirement.severity === 'hard');
  if (status !== 'not-started') return hard.length === 0 ? words.pace.nothingRequired : words.pace.allMet;
  const starts = hard.filter(({ hasBegun }) => !hasBegun).map(({ requirement }) => requirement.window.start);
  return words.pace.startsOn(starts.sort()[0] ?? cycle.start);
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
      return words.pace.cutCap(amount, words.catalogueText(reason.cap.name), reason.limit);
  }
}

/** Why a rule is not applied, in a sentence. */
export function notCheckedText(one: NotChecked, renewal: CreditRenewal, words: Words): string {
  switch (one.kind) {
    case 'rule': {
      const { rule, why, from } = one.unchecked;
      return from === undefined
        ? words.pace.unchecked(words.catalogueText(rule), why)
        : words.pace.announced(words.catalogueText(rule), from);
    }
    case 'condition':
      return words.pace.unanswered(words.catalogueText(one.condition.question));
    case 'period': {
      return words.pace.noPeriod(periodName(one.code, renewal, words));
    }
  }
}

function examLine(standing: ExamStanding, words: Words, today: Day): string {
  const { window, isOpen, isDue, expiry, daysLeft } = standing;
  const phrases = words.pace;
  if (today < window.start) return phrases.examSoon(window.start, expiry, daysLeft);
  if (!isOpen) return phrases.examOver(expiry);
  if (today > expiry) return phrases.examLate(expiry, window.end);
  if (!isDue) return phrases.examAnyTime(expiry, daysLeft);
  return openWindowLine(standing, words);
}

/** A window of its own is named; one that is the whole cycle ends when the certification does. */
function openWindowLine({ renewal, cycle, window, expiry, daysLeft }: ExamStanding, words: Words): string {
  const phrases = words.pace;
  const { kind, opensBefore, fromOldExpiry, free } = renewal;
  if (opensBefore === undefined) return phrases.examDue(expiry, daysLeft);
  if (kind === 'exam') return phrases.examWindow(window.start, window.end, phrases.expiresIn(expiry, daysLeft));
  const months = monthsOf(renewal.cycle, addDays(cycle.end, 1));
  const { value: span } = opensBefore;
  const lead = 'days' in span ? words.days(span.days) : words.rules.months(span.months);
  const open = phrases.assessmentOpen(window.start, lead, phrases.expiresIn(expiry, daysLeft), free !== undefined);
  return fromOldExpiry === undefined || months === undefined ? open : `${open}; ${phrases.addedToOldDate(months)}`;
}
