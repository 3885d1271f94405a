import type { Catalogue } from '../../catalogue/index.ts';
import { leavesOf } from '../../domain/category-tree.ts';
import type { Certification } from '../../domain/certification.ts';

/** A certification named in a line, with the code of the category if one was named too. */
export interface NamedCertification {
  readonly certification: Certification;
  readonly category?: string;
}

/** Finds a certification by name, also with a category after it: `cissp group a`, `cma ethics`. */
export function findNamedCertification(
  name: string,
  catalogue: Pick<Catalogue, 'find'>,
): NamedCertification | undefined {
  const whole = catalogue.find(name);
  if (whole !== undefined) return { certification: whole };
  const words = name.split(/[\s:]+/u);
  for (let count = words.length - 1; count > 0; count -= 1) {
    const certification = catalogue.find(words.slice(0, count).join(' '));
    const category = certification && categoryNamed(words.slice(count).join(' '), certification);
    if (certification !== undefined && category !== undefined) return { certification, category };
  }
  return undefined;
}

function categoryNamed(typed: string, { renewal }: Certification): string | undefined {
  if (renewal.kind !== 'credits') return undefined;
  const wanted = typed.toLowerCase();
  return leavesOf(renewal).find(({ code, name }) => [code, name.toLowerCase()].includes(wanted))?.code;
}
