import { candidatesAmong, unknownCertification, unknownHolding } from '../certifications/find-certification.ts';
import { findHoldings } from '../certifications/holdings.ts';
import type { Scope } from '../data-with-catalogue.ts';
import type { Supposition } from './parse-what-if.ts';

const SIGN = /^\s*(?<sign>[+\-−]|(?:drop|without|ohne)\s)\s*/iu;

/**
 * Throws `Refusal` for a part of a what-if question that is only a name, but not one certification's: `+cpa`, `-cissps`. With all that the
 * name may mean; what is dropped is one of the member's own.
 */
export async function refuseUnknownNames(
  suppositions: readonly Supposition[],
  { rulesOf }: { readonly rulesOf: number | undefined },
  scope: Scope,
): Promise<void> {
  const holdings = await findHoldings(scope.request.person, scope.data);
  for (const one of suppositions) {
    if (one.kind !== 'unread') continue;
    const sign = SIGN.exec(one.text);
    const name = one.text.slice(sign?.[0].length ?? 0);
    const isName = sign !== null || rulesOf !== undefined || !/\s/u.test(name);
    if (!isName || scope.data.catalogue.candidates(name).length === 0) continue;
    const isDropped = sign !== null && !sign[0].includes('+');
    throw isDropped && candidatesAmong(name, holdings, scope.data.catalogue).length > 0
      ? unknownHolding(name, holdings, scope)
      : unknownCertification(name, scope);
  }
}
