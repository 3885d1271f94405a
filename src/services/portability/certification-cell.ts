import type { Catalogue } from '../../catalogue/index.ts';
import { foldName } from '../../sheets/column-heading.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { namesOfHolder } from '../certifications/names-of-holder.ts';

/** What the names in a cell mean, and what the person answered of names that aren't known. */
export interface CertificationCellContext {
  readonly holdings: readonly CreditHolding[];
  /** The code of the certification that carries the shared total, by the code of each one that counts towards it. */
  readonly carriers?: ReadonlyMap<string, string>;
  readonly catalogue: Pick<Catalogue, 'find' | 'namesakes' | 'candidates'>;
  /** The code of a certification, or empty for none, by the folded name. */
  readonly names: Readonly<Partial<Record<string, string>>>;
}

/** A name: the holdings that it means, a certification the person doesn't hold, or not known. */
export type CellCertification =
  | { readonly kind: 'holdings'; readonly holdings: readonly CreditHolding[] }
  | { readonly kind: 'not-yours'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string };

const SEPARATORS = [/\s*[;\n|]\s*/u, /\s*,\s*/u, /\s+(?:and|und|et|y|&|\+)\s+/iu, /\s*[/&]\s*/u];

/** Reads the certifications of a cell. A name is looked up whole before it is split, because `+` and `/` can be part of it. */
export function readCertificationCell(cell: string, context: CertificationCellContext): readonly CellCertification[] {
  const text = cell.trim();
  if (text === '') return [];
  const whole = findName(text, context);
  if (whole !== undefined) return [whole];
  for (const separator of SEPARATORS) {
    const pieces = text.split(separator).filter((piece) => piece !== '');
    if (pieces.length > 1) return pieces.flatMap((piece) => readCertificationCell(piece, context));
  }
  return [{ kind: 'unknown', name: text }];
}

/** Returns what one name means, or undefined if it isn't known as a whole. */
function findName(text: string, context: CertificationCellContext): CellCertification | undefined {
  const { catalogue, names, holdings, carriers } = context;
  const ownNames = namesOfHolder(holdings, catalogue);
  const answer = names[foldName(text)];
  if (answer === '') return { kind: 'holdings', holdings: [] };
  const code =
    answer ??
    spellingsOf(text, holdings)
      .map((name) => ownNames.find(name)?.code)
      .find((found) => found !== undefined);
  if (code === undefined) return undefined;
  const own = holdings.filter(({ certification }) => certification.code === (carriers?.get(code) ?? code));
  return own.length > 0 ? { kind: 'holdings', holdings: own } : { kind: 'not-yours', name: text };
}

/** What is written behind a name: the code of an exam, or that it is renewed by continuing education. */
const SUFFIX = /\s+(?:ce|[A-Z]{1,3}\d{0,2}-[A-Z]?\d{2,4})$/u;

/** The ways in which people write a name around it: with the body, its number, the exam, or its long form in brackets. */
function spellingsOf(text: string, holdings: readonly CreditHolding[]): readonly string[] {
  const bare = text
    .replace(/^\(isc\)(?:²|2|\^2)\s*/iu, '')
    .replace(/\s*[-–—:#]?\s*(?:no\.?|nr\.?|id)?\s*#?\d{4,}$/iu, '');
  const inBrackets = /^(.*?)\s*\(([^()]+)\)\s*$/u.exec(bare);
  const spellings = [text, bare, bare.replace(SUFFIX, ''), inBrackets?.[1] ?? '', inBrackets?.[2] ?? ''].filter(
    (one) => one !== '',
  );
  const bodies = new Set(holdings.map(({ certification }) => certification.body.toLowerCase()));
  const withoutBody = spellings.flatMap((one) => {
    const [first = '', ...rest] = one.split(/[\s:-]+/u);
    return rest.length > 0 && bodies.has(first.toLowerCase()) ? [one.slice(first.length).replace(/^[\s:-]+/u, '')] : [];
  });
  return [...spellings, ...withoutBody];
}
