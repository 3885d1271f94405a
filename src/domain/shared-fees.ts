import { type Day, within } from './calendar.ts';
import type { Fee, FeeSharer } from './certification.ts';
import { activeSpans, type RelatedHolding } from './renewal-by-another.ts';

/**
 * Returns the fees of a certification, each that is owed once for a person with who else of `all` shares it, docs/domain.md section 4.
 * `all` are the holdings of the person, this one included.
 */
export function feesAmong(own: RelatedHolding, all: readonly RelatedHolding[]): readonly Fee[] {
  return own.certification.upkeep.fees.map((fee) => {
    const { code } = fee.oncePerPerson?.value ?? {};
    if (code === undefined) return fee;
    const sharers = all.flatMap((one) => sharerOf(one, code) ?? []);
    return sharers.length < 2 ? fee : { ...fee, sharers };
  });
}

function sharerOf(holding: RelatedHolding, code: string): FeeSharer | undefined {
  const { certification, certifiedOn, cycles } = holding;
  const fee = certification.upkeep.fees.find(({ oncePerPerson }) => oncePerPerson?.value.code === code);
  const since = certifiedOn ?? cycles[0]?.cycle.start;
  if (fee === undefined || since === undefined) return undefined;
  const { code: own, short } = certification;
  return {
    certification: own,
    short,
    since,
    activeSpans: activeSpans(holding),
    rank: fee.oncePerPerson?.value.rank ?? 0,
  };
}

/** Whether a certification's own fee is due on a day: no other that is held then decides it. */
export function isOwed({ oncePerPerson, sharers }: Fee, code: string, day: Day): boolean {
  if (oncePerPerson === undefined || sharers === undefined) return true;
  const current = sharers.filter((sharer) => sharer.certification === code || isCurrent(sharer, day));
  const byRank = oncePerPerson.value.decidedBy === 'highest';
  const [first] = [...current].sort(
    (a, b) =>
      (byRank ? b.rank - a.rank : 0) ||
      (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
      (a.certification < b.certification ? -1 : 1),
  );
  return first?.certification === code;
}

/** Returns the short names of the certifications for which a fee is owed once on a day, in the order they were earned; none for one alone. */
export function sharersOn({ sharers = [] }: Pick<Fee, 'sharers'>, day: Day): readonly string[] {
  const current = sharers.filter((sharer) => isCurrent(sharer, day));
  if (current.length < 2) return [];
  return [...current].sort((a, b) => (a.since < b.since ? -1 : 1)).map(({ short }) => short);
}

function isCurrent(sharer: FeeSharer, day: Day): boolean {
  return sharer.activeSpans.some((range) => within(range, day));
}
