import type { Credits } from './credit.ts';
import { type DigestMember, isSayable, type OnPace, onPaceIn } from './digest-content.ts';

/** What changed in a team since its standing a week before. */
export interface DigestChange {
  /** How many were on pace then; absent if it isn't sayable. */
  readonly before?: OnPace;
  /** Credits that count now and didn't then, by the unit of the bodies; none of one or two people who didn't agree to be named. */
  readonly earned: readonly {
    readonly unit: { readonly one: string; readonly many: string };
    readonly credits: Credits;
  }[];
}

/** Returns what changed between the standings of the same members a week ago and now. */
export function digestChange(before: readonly DigestMember[], now: readonly DigestMember[]): DigestChange {
  const onPace = onPaceIn(before);
  return { earned: earnedIn(before, now), ...(onPace === undefined ? {} : { before: onPace }) };
}

function earnedIn(before: readonly DigestMember[], now: readonly DigestMember[]): DigestChange['earned'] {
  const thenOf = new Map(before.map((member) => [member.personId, member]));
  const byUnit = new Map<string, DigestChange['earned'][number] & { readonly members: Set<DigestMember> }>();
  for (const member of now)
    for (const { certification, standing } of member.holdings) {
      if (standing.kind !== 'credits') continue;
      const then = thenOf.get(member.personId)?.holdings.find((one) => one.certification.code === certification.code);
      if (then?.standing.kind !== 'credits' || then.standing.cycle.start !== standing.cycle.start) continue;
      const credits = totalOf(standing.paces) - totalOf(then.standing.paces);
      if (credits <= 0) continue;
      const { unit } = standing.renewal;
      const sum = byUnit.get(unit.many) ?? { unit, credits: 0, members: new Set() };
      byUnit.set(unit.many, { unit, credits: sum.credits + credits, members: sum.members.add(member) });
    }
  return [...byUnit.values()]
    .filter(({ members }) => isSayable([...members]))
    .map(({ unit, credits }) => ({ unit, credits }))
    .sort((a, b) => b.credits - a.credits);
}

function totalOf(
  paces: readonly { readonly requirement: { readonly id: string }; readonly counted: Credits }[],
): Credits {
  return paces.find(({ requirement }) => requirement.id === 'total')?.counted ?? 0;
}
