import { type FilterRule, nameBehind, phrase } from './filter-rule.ts';

/** Certification, category, provider and place: each only if there is such a name. */
export const NAME_FILTERS: readonly FilterRule[] = [
  nameBehind(
    '(?:that counts? |credits? |cpes? |pdus? |cpd )?(?:for|für|pour|para)(?: (?:my|the|meine?n?|den|die|das|mon|ma|mi|el|la))?',
    (name, { certificationOf }) => {
      const certification = certificationOf?.(name);
      return certification === undefined ? undefined : { certification };
    },
  ),
  phrase('(?:in )?(?:group|gruppe|groupe|grupo) (?<letter>[a-d])', ({ groups = {} }) => ({
    category: `group ${(groups.letter ?? '').toLowerCase()}`,
  })),
  phrase(
    '(?:(?<first>ethics|ethik|éthique|ética) (?:credits?|cpes?|ceus?|pdus?|pdcs?|hours?|category|requirement|punkte|stunden|crédits?|créditos?))',
    () => ({
      category: 'ethics',
    }),
  ),
  nameBehind(
    "(?:from|by|at|hosted by|run by|von|vom|beim?|der|par|chez|de la|de l[’']|de|del|por)(?: (?:the|der|dem|la|el))?",
    (name, { known }) => (known?.hasProvider(name) === true ? { provider: name } : undefined),
  ),
  nameBehind('(?:in|near|at|around|nähe|en|à|cerca de)', (name, { known }) =>
    known?.hasPlace(name) === true ? { place: name } : undefined,
  ),
];
