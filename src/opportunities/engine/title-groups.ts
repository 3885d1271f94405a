import { distance } from 'fastest-levenshtein';
import { nameWordsOf } from '../name-words.ts';

/** What feeds put before a title: `Ep. 12: …`, `[Recording] …`. */
const BEFORE =
  /^(?:\[[^\]]{1,24}\]\s*|\([^)]{1,24}\)\s*|(?:ep(?:isode)?|folge|épisode|episodio)\.?\s*#?\d+\s*[:|–-]\s*|(?:[\p{L}-]+ ){0,2}(?:live|webinar|webcast|webinaire|recording|replay|rebroadcast|on[- ]demand|podcast|course|online|new|upcoming|aufzeichnung|grabación|enregistrement|wiederholung|kurs|cours|curso)\s*[:|–-]\s*)+/iu;
/** What they put behind it: a provider, a region, a session. */
const BEHIND = /\s*(?:\|[^|]*|\([^)]{1,24}\)|\[[^\]]{1,24}\]|[–-]\s*[\p{L} ]{0,16}(?:session|edition|termin))\s*$/iu;
/** Of short titles only equal ones are the same. */
const MIN_LETTERS = 16;
const EDGE = 12;
/** At most one letter in twelve may differ. */
const MAX_DIFFERENCE = 1 / 12;
/** With how many titles that begin or end alike one is compared. */
const MAX_COMPARED = 40;

/** Returns the letters of a title without what feeds put around it. */
function bareTitle(title: string): string {
  let bare = title.replace(BEFORE, '');
  for (let shorter = bare.replace(BEHIND, ''); shorter !== bare && shorter !== ''; shorter = bare.replace(BEHIND, ''))
    bare = shorter;
  return nameWordsOf(bare).join(' ');
}

interface Group {
  readonly title: string;
  readonly members: number[];
}

/** Documents with one title, but for mistakes in it: an event on several dates, its recording, its copy in another feed. */
export class TitleGroups {
  readonly #groups: Group[] = [];
  readonly #membersWith: number[][] = [];
  /** Groups by their whole title, and by the first and last letters of it. */
  readonly #byTitle = new Map<string, number>();
  readonly #byEdge = new Map<string, number[]>();

  /** Adds a document. */
  add(document: number, title: string): void {
    const bare = bareTitle(title);
    const number = this.#byTitle.get(bare) ?? this.#nearly(bare) ?? this.#create(bare);
    this.#byTitle.set(bare, number);
    const members = this.#groups[number]?.members ?? [];
    members.push(document);
    this.#membersWith[document] = members;
  }

  /** The documents with the same title as one, itself included. */
  membersWith(document: number): readonly number[] {
    return this.#membersWith[document] ?? [];
  }

  #create(title: string): number {
    const number = this.#groups.length;
    this.#groups.push({ title, members: [] });
    for (const edge of edgesOf(title)) {
      const others = this.#byEdge.get(edge);
      if (others === undefined) this.#byEdge.set(edge, [number]);
      else others.push(number);
    }
    return number;
  }

  #nearly(title: string): number | undefined {
    const max = Math.floor(title.length * MAX_DIFFERENCE);
    return edgesOf(title)
      .flatMap((edge) => this.#byEdge.get(edge)?.slice(-MAX_COMPARED) ?? [])
      .find((number) => {
        const other = this.#groups[number]?.title ?? '';
        return Math.abs(other.length - title.length) <= max && distance(other, title) <= max;
      });
  }
}

/** Titles that are nearly the same have one of their ends in common, and their numbers: part 1 isn't part 2. */
function edgesOf(title: string): readonly string[] {
  if (title.length < MIN_LETTERS) return [];
  const digits = title.replace(/\D/gu, '');
  return [`${digits}^${title.slice(0, EDGE)}`, `${digits}$${title.slice(-EDGE)}`];
}
