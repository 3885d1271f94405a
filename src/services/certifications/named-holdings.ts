import type { Certification } from '../../domain/certification.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { findCertificationNames } from './certification-names.ts';
import { findHolding, findHoldingOrRefuse } from './holdings.ts';
import { namesOfHolder } from './names-of-holder.ts';

/** Returns the holdings that a text names, such as `cissp` or `cissp and ccsp`. Throws `Refusal` when one isn't among them. */
export function findNamedHoldingsOrRefuse<T extends { readonly certification: Certification }>(
  text: string,
  holdings: readonly T[],
  scope: Scope,
): readonly T[] {
  const { catalogue } = scope.data;
  if (findHolding(text, holdings, catalogue) !== undefined) return [findHoldingOrRefuse(text, holdings, scope)];
  const { certifications, rest } = findCertificationNames(text, namesOfHolder(holdings, catalogue));
  const isList = certifications.length > 1 && /^(?:and|und|or|oder|[\s,;&+/])*$/iu.test(rest);
  if (!isList) return [findHoldingOrRefuse(text, holdings, scope)];
  const named = (code: string) => holdings.find(({ certification }) => certification.code === code);
  return certifications.map(({ code }) => named(code) ?? findHoldingOrRefuse(code, holdings, scope));
}
