import type { OpportunityCredits } from '../domain/activity-facts.ts';
import { ACTIVITY_KINDS, type ActivityKind, DELIVERIES, type Delivery } from '../domain/activity-kinds.ts';
import { parseCredits } from '../domain/credit.ts';
import { isNothing, isTick, plainAmount } from '../sheets/cell-numbers.ts';

/** What providers call a kind, in English, German, French and Spanish, with the more precise word where there is one. */
const KINDS: readonly (readonly [RegExp, ActivityKind, string?])[] = [
  [/^(?:workshop|atelier|taller)/u, 'course', 'workshop'],
  [/^(?:article|artikel|blog|paper|white ?paper|artículo|beitrag|fachartikel)/u, 'reading'],
  [/^(?:book|buch|livre|libro|magazine|zeitschrift)/u, 'reading'],
  [
    /^(?:training|class|seminar|séminaire|seminario|bootcamp|kurs|schulung|cours|curso|formation|formación|lehrgang)/u,
    'course',
  ],
  [/^(?:e-?learning|online course|onlinekurs|online-kurs)/u, 'course'],
  [/^(?:meeting|meet-?up|chapter|stammtisch|reunión|réunion)/u, 'chapter-meeting'],
  [/^(?:webcast|webinar|webinaire|online event|virtual event|online-veranstaltung)/u, 'webinar'],
  [
    /^(?:summit|congress|kongress|congrès|congreso|konferenz|tagung|conference|conférence|conferencia|symposium)/u,
    'conference',
  ],
  [/^(?:podcast|audio|balado)/u, 'podcast'],
  [/^(?:lab|hands-on lab|practice lab)/u, 'lab'],
];

/** Returns the kind that a cell names, with what its provider calls it; nothing for words that aren't known. */
export function kindNamed(cell: string): readonly [kind?: ActivityKind, format?: string] {
  const word = cell.trim().toLowerCase();
  const known = ACTIVITY_KINDS.find((one): one is ActivityKind => one === word.replace(/\s+/gu, '-'));
  if (known !== undefined) return [known];
  const [, kind, format] = KINDS.find(([pattern]) => pattern.test(word)) ?? [];
  if (kind === undefined) return [];
  return format === undefined ? [kind] : [kind, format];
}

/** Returns the delivery that a cell names: `live online`, `on demand`, `in_person`, `vor Ort`. */
export function deliveryNamed(cell: string): Delivery | undefined {
  const words = cell
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim();
  const known = DELIVERIES.find((one): one is Delivery => one.replace('-', ' ') === words);
  if (known !== undefined) return known;
  if (/on demand|self paced|own pace|selbststudium|auto ?formation|a la carta|à la demande/u.test(words))
    return 'self-paced';
  if (/record|replay|aufzeichnung|enregistr|grabad/u.test(words)) return 'online-recorded';
  if (/in person|on ?site|classroom|face to face|präsenz|vor ort|présentiel|presencial|sur place/u.test(words))
    return 'in-person';
  return /online|virtual|virtuell|live|web|remote|zoom|en ligne|en línea|distanciel|à distance|a distancia/u.test(words)
    ? 'online-live'
    : undefined;
}

/** Returns whether a cell says that something is free; undefined if it says neither. */
export function freeNamed(cell: string): boolean | undefined {
  if (isTick(cell) || /^(?:1|free|kostenlos|kostenfrei|gratis|gratuite?|gratuit[oa])$/iu.test(cell.trim())) return true;
  return isNothing(cell) || /^(?:paid|kostenpflichtig|payante?|de pago)$/iu.test(cell.trim()) ? false : undefined;
}

const LANGUAGES: readonly (readonly [string, readonly string[]])[] = [
  ['en', ['english', 'englisch', 'anglais', 'inglés', 'ingles', 'eng']],
  ['de', ['german', 'deutsch', 'allemand', 'alemán', 'aleman', 'ger', 'deu']],
  ['fr', ['french', 'französisch', 'français', 'francais', 'francés', 'frances', 'fre', 'fra']],
  ['es', ['spanish', 'spanisch', 'espagnol', 'español', 'espanol', 'spa']],
  ['it', ['italian', 'italienisch', 'italien', 'italiano', 'ita']],
  ['pt', ['portuguese', 'portugiesisch', 'portugais', 'português', 'portugués', 'por']],
  ['nl', ['dutch', 'niederländisch', 'néerlandais', 'nederlands', 'neerlandés', 'nld']],
];

/** Returns the tag of a language by its code or its name in one of four languages. */
export function languageNamed(cell: string): string | undefined {
  const word = cell.trim().toLowerCase();
  const [named] = LANGUAGES.find(([, names]) => names.includes(word)) ?? [];
  return named ?? (/^[a-z]{2}(?:[-_][a-z]{2,4})?$/u.test(word) ? word.replace('_', '-') : undefined);
}

const CREDITS =
  /^(?:(?<before>[\d.,]+)\s+(?<after>[\p{L}][^(]*?)|(?<name>[\p{L}][^(]*?)[\s:=]+(?<amount>[\d.,]+))\s*(?:\((?<category>[^)]*)\))?$/u;

/**
 * Reads `CISSP 2 (Group A); PMP 1.5`, or a bare amount for the certifications of the row. Undefined if a part of it can't be read, so that
 * nothing of it is half taken.
 */
export function statedCreditsIn(cell: string, certifications = ''): readonly OpportunityCredits[] | undefined {
  const named = certifications
    .split(/[,;/|]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const bare = amountOf(plainAmount(cell));
  if (bare !== undefined)
    return named.length === 0
      ? undefined
      : named.map((certification) => ({ amount: bare, category: '', certification }));
  const parts = cell.split(';').filter((part) => part.trim() !== '');
  const read = parts.map((part): OpportunityCredits | undefined => {
    const { before, after, name, amount, category = '' } = CREDITS.exec(part.trim())?.groups ?? {};
    const credits = amountOf(before ?? amount ?? '');
    const certification = (after ?? name ?? '').trim();
    return credits === undefined || certification === '' ? undefined : { amount: credits, category, certification };
  });
  const all = read.filter((one) => one !== undefined);
  return all.length === read.length ? all : undefined;
}

function amountOf(typed: string): OpportunityCredits['amount'] | undefined {
  const credits = parseCredits(typed);
  return 'problem' in credits ? undefined : credits.credits;
}
