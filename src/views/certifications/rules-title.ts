import type { Certification } from '../../domain/certification.ts';
import { TOTAL } from '../../domain/renewal-terms.ts';
import { versionsOf } from '../../domain/sourced-value.ts';
import type { Words } from '../../strings/index.ts';

/** The title of a rule card: the certification with its total, unless the total changes. */
export function rulesTitle({ short, renewal }: Certification, words: Words): string {
  const title = words.rules.title(short);
  if (renewal.kind !== 'credits') return title;
  const [total, ...others] = versionsOf(renewal.requirements.find(({ code }) => code === TOTAL)?.amount);
  const isOne = typeof total?.value === 'number' && others.length === 0;
  return isOne ? `${title}: ${words.credits(total.value, renewal.unit)}` : title;
}
