import { isAnnouncedBy } from '../../domain/announced-change.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { standingOf } from '../../domain/standing.ts';
import { withActivities, withPause } from '../../domain/what-if.ts';
import type { WhatIfOutcome } from '../../views/pace/what-if-card.ts';
import { headlineOf } from '../../views/pace-words.ts';
import { creditHoldings } from '../certifications/holdings.ts';
import type { CreditHolding, MemberHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { type HypotheticalClaim, hypotheticalClaims } from './hypothetical-claims.ts';
import type { Supposition } from './parse-what-if.ts';
import { type SupposedHoldings, supposedCycle, supposeHoldings } from './suppose-holdings.ts';

/** A what-if question: all its suppositions hold together, under the announced rules of a year if one is given. */
export interface WhatIfQuestion {
  readonly suppositions: readonly Supposition[];
  readonly rulesOf: number | undefined;
}

/** Answers a what-if question: first what is wrong with it or changes in the list, then each certification that it affects. */
export async function answerWhatIf(
  { suppositions, rulesOf }: WhatIfQuestion,
  scope: Scope,
): Promise<readonly WhatIfOutcome[]> {
  // A name alone says which certification the rules are tried for.
  const isScope = (one: Supposition) => rulesOf !== undefined && one.kind === 'certification' && !one.hasSign;
  const only = suppositions.flatMap((one) => (isScope(one) && 'certification' in one ? [one.certification.code] : []));
  const supposed = suppositions.filter((one) => !isScope(one));
  const current = await supposeHoldings({ added: [], dropped: [], only }, scope);
  const has = ({ code }: Certification) => current.before.some(({ certification }) => certification.code === code);
  const added = namedBy('certification', supposed).filter((one) => !has(one));
  const dropped = namedBy('without', supposed).filter(has);
  const holdings = await supposeHoldings({ added, dropped, rulesOf, only }, scope);
  return [
    ...supposed.flatMap((one) => listOutcome(one, holdings, scope)),
    ...(rulesOf === undefined ? [] : announcedOutcomes(holdings, { rulesOf, only }, scope)),
    ...affectedOutcomes(supposed, holdings, scope),
  ];
}

function namedBy(kind: 'certification' | 'without', all: readonly Supposition[]): readonly Certification[] {
  return all.flatMap((one) => (one.kind === kind && 'certification' in one ? [one.certification] : []));
}

/** What a supposition does to the list of certifications, or why it can't be tried. */
function listOutcome(one: Supposition, { before, after }: SupposedHoldings, scope: Scope): readonly WhatIfOutcome[] {
  const { today } = scope.request;
  switch (one.kind) {
    case 'unread':
      return [one];
    case 'certification': {
      const { certification } = one;
      const isDuplicate = before.some((holding) => holding.certification.code === certification.code);
      if (isDuplicate) return [{ kind: 'duplicate', certification }];
      return [{ kind: 'certification', certification, cycle: supposedCycle(certification, today) }];
    }
    case 'without': {
      const { certification } = one;
      const holding = before.find((other) => other.certification.code === certification.code);
      if (holding === undefined) return [{ kind: 'missing', certification }];
      const standing = standingOf(holding, today, scope.data.workspace.tolerance);
      return [{ kind: 'dropped', certification, standing, dependent: dependentOn(certification, after) }];
    }
    case 'activity':
    case 'pause':
      return [];
  }
}

/** Certifications that are valid only with one that is dropped, and with no other that is held. */
function dependentOn({ code }: Certification, after: readonly MemberHolding[]): readonly Certification[] {
  const codes = new Set(after.map(({ certification }) => certification.code));
  return after
    .map(({ certification }) => certification)
    .filter(({ sharing: { needs, within } }) =>
      [needs, within].some((list) => list?.value.includes(code) && !list.value.some((other) => codes.has(other))),
    );
}

interface AnnouncedRules {
  readonly rulesOf: number;
  readonly only: readonly string[];
}

/** Changes without figures, which can be named and not tried; or that none is known. */
function announcedOutcomes(
  { before }: SupposedHoldings,
  { rulesOf, only }: AnnouncedRules,
  { request: { today } }: Scope,
): readonly WhatIfOutcome[] {
  const changed = before
    .map(({ certification }) => certification)
    .filter((one) => (only.length === 0 || only.includes(one.code)) && isAnnouncedBy(one, rulesOf, today));
  if (changed.length === 0) return [{ kind: 'no-change', year: rulesOf }];
  return changed.map((certification) => ({ kind: 'announced', certification, year: rulesOf }));
}

/** Each certification that an activity, a pause, changed rules or changed relations affect. */
function affectedOutcomes(
  suppositions: readonly Supposition[],
  { before, after }: SupposedHoldings,
  scope: Scope,
): readonly WhatIfOutcome[] {
  const credit = creditHoldings(after);
  const claims = suppositions.flatMap((one) =>
    one.kind === 'activity' ? hypotheticalClaims(one.entry, credit, scope) : [],
  );
  const pauses = suppositions.flatMap((one) => (one.kind === 'pause' ? [one.span] : []));
  return after.flatMap((holding): readonly WhatIfOutcome[] => {
    const earlier = before.find(({ holdingId }) => holdingId === holding.holdingId) ?? holding;
    const counted = credit.find(({ holdingId }) => holdingId === holding.holdingId);
    const own = claims.filter((claim) => claim.holding === counted).map((claim, index) => inOrder(claim, index));
    const compared = counted === undefined ? [] : comparedOutcome({ earlier, counted, own }, scope);
    const paused = counted === undefined ? [] : pauses.map((span) => pausedOutcome(counted, { own, span }, scope));
    const others = compared.length > 0 || paused.length > 0 ? [] : relatedOutcome(earlier, holding, scope);
    return [...compared, ...paused, ...others];
  });
}

/** Several supposed activities are entered one after the other. */
function inOrder(claim: HypotheticalClaim, index: number): HypotheticalClaim {
  return { ...claim, entry: { ...claim.entry, id: `supposed ${index}`, order: claim.entry.order - 100 + index } };
}

interface ComparedHolding {
  readonly earlier: MemberHolding;
  readonly counted: CreditHolding;
  readonly own: readonly HypotheticalClaim[];
}

function comparedOutcome({ earlier, counted, own }: ComparedHolding, scope: Scope): readonly WhatIfOutcome[] {
  const before = creditHoldings([earlier])[0] ?? counted;
  const isChanged = before.certification !== counted.certification && before.renewal !== counted.renewal;
  if (own.length === 0 && !isChanged) return [];
  const entries = own.map(({ entry }) => entry);
  const { today } = scope.request;
  const { tolerance } = scope.data.workspace;
  const compared = withActivities({ before, after: counted }, entries, { today, tolerance });
  const parts = own.flatMap((claim) => claim.parts);
  const isUndecided = own.some((claim) => claim.isUndecided);
  return [{ kind: 'activity', certification: counted.certification, parts, isUndecided, compared }];
}

function pausedOutcome(
  counted: CreditHolding,
  { own, span }: Pick<ComparedHolding, 'own'> & { readonly span: Extract<Supposition, { kind: 'pause' }>['span'] },
  { request: { today }, data }: Scope,
): WhatIfOutcome {
  const supposed = { ...counted, entries: [...counted.entries, ...own.map(({ entry }) => entry)] };
  const paused = withPause(supposed, span, { today, tolerance: data.workspace.tolerance });
  return { kind: 'pause', certification: counted.certification, span, paused };
}

/** A certification whose standing changes because another is held or is not. */
function relatedOutcome(earlier: MemberHolding, holding: MemberHolding, scope: Scope): readonly WhatIfOutcome[] {
  const { today, words } = scope.request;
  const on: Day = today;
  const [before, after] = [earlier, holding].map((one) =>
    headlineOf(standingOf(one, on, scope.data.workspace.tolerance), words, on),
  );
  if (before === undefined || after === undefined || before === after) return [];
  return [{ kind: 'related', certification: holding.certification, on, before, after }];
}
