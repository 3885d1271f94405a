import { loadCatalogue } from '../../src/catalogue/index.ts';
import type { Certification } from '../../src/domain/certification.ts';
import type { CreditRenewal } from '../../src/domain/credit-rules.ts';

/** The catalogue as it is delivered. */
export const catalogue = loadCatalogue();

/** A certification of the catalogue; throws if there is none of this code. */
export function certification(code: string): Certification {
  const found = catalogue.get(code);
  if (found === undefined) throw new Error(`The catalogue must hold '${code}'.`);
  return found;
}

/** How a certification of the catalogue is renewed by credits; throws if it is renewed otherwise. */
export function creditRenewal(code: string): CreditRenewal {
  const { renewal } = certification(code);
  if (renewal.kind !== 'credits') throw new Error(`'${code}' must be renewed by credits, got '${renewal.kind}'.`);
  return renewal;
}
