import type { Catalogue } from '../../catalogue/index.ts';
import type { Certification } from '../../domain/certification.ts';

type Names = Pick<Catalogue, 'find' | 'namesakes'>;

/** Finds a person's certifications as `namesOfHolder` does, and others only by a name that isn't shared. */
export function clearNamesOfHolder(
  holdings: readonly { readonly certification: Certification }[],
  catalogue: Names,
): Pick<Catalogue, 'find'> {
  const names = namesOfHolder(holdings, catalogue);
  const isOwn = (found: Certification) => holdings.some(({ certification: { code } }) => code === found.code);
  return {
    find(text) {
      const found = names.find(text);
      return found === undefined || isOwn(found) || catalogue.namesakes(text).length === 0 ? found : undefined;
    },
  };
}

/**
 * Finds certifications by the names that their holder uses: `CSA` is EC-Council’s by the catalogue, and ServiceNow’s for a person who holds
 * only that one.
 */
export function namesOfHolder(
  holdings: readonly { readonly certification: Certification }[],
  catalogue: Names,
): Pick<Catalogue, 'find'> {
  const codes = new Set(holdings.map(({ certification }) => certification.code));
  return {
    find(text) {
      const found = catalogue.find(text);
      if (found === undefined || codes.has(found.code)) return found;
      const [own, ...others] = catalogue.namesakes(text).filter(({ code }) => codes.has(code));
      return others.length > 0 ? undefined : (own ?? found);
    },
  };
}
