import type { InvertedIndex } from './inverted-index.ts';
import type { QueryUnit, ReadQuery } from './query-units.ts';
import type { TitleGroups } from './title-groups.ts';

/** A document and how much it is like a query, from 0 to 1. */
export interface Likeness {
  readonly document: number;
  readonly likeness: number;
}

/** What a concept and the very words that were typed add to what is wanted. */
const CONCEPT = 0.72;
const WORDS = 0.4;
/** What a guess is worth, compared with what was said. */
const GUESS = 0.8;
/** The share of a mention's weight from which a unit is wholly served. */
const FULL = 0.85;

/** What likeness a document has of another with the same title. */
const SHARED = 0.97;

/** The likeness that the best result needs, that the others need behind it, and that what is nearest needs where there is no result. */
export interface LikenessFloors {
  readonly best: number;
  /** What the best needs more if words speak against every subject of the field. */
  readonly ordinary: number;
  readonly others: number;
  readonly nearest: number;
}

interface ScoredDocuments {
  readonly like: readonly Likeness[];
  readonly isAnswered: boolean;
}

/** The documents that are scored. */
interface Scored {
  readonly index: InvertedIndex;
  readonly groups: TitleGroups;
}

/** Scores documents against the units of a query; the arrays are used again by each search. */
export class UnitScorer {
  #total = new Float32Array(0);
  #concept = new Float32Array(0);
  #words = new Float32Array(0);
  #word = new Float32Array(0);

  /** Returns the documents that are like the query, unordered; none is an answer if none reaches the floor of the best. */
  score({ units, guessed, isOrdinary }: ReadQuery, { index, groups }: Scored, floors: LikenessFloors): ScoredDocuments {
    this.#fit(index.size);
    const all: number[] = [];
    const sum = units.reduce((total, { weight }) => total + weight, 0) || 1;
    for (const unit of units) this.#addUnit(unit, index, all);
    raise(this.#concept, guessed, index, (document) => {
      if (this.#total[document] === 0) all.push(document);
    });
    for (const document of all) {
      const own = (this.#total[document] ?? 0) / sum;
      this.#total[document] = own + (1 - own) * Math.min(1, (GUESS * (this.#concept[document] ?? 0)) / FULL);
      this.#concept[document] = 0;
    }
    const { documents, best } = this.#share(all, groups);
    const isAnswered = best >= floors.best + (isOrdinary ? floors.ordinary : 0);
    return { like: this.#take(documents, isAnswered ? floors.others : floors.nearest), isAnswered };
  }

  /** What is said in one place about an event holds for its other dates and copies; returns all that have a likeness. */
  #share(all: number[], groups: TitleGroups) {
    const count = all.length;
    let best = 0;
    for (let at = 0; at < count; at += 1) {
      const document = all[at] ?? 0;
      const own = this.#total[document] ?? 0;
      if (own > best) best = own;
      const members = groups.membersWith(document);
      if (members.length === 1) continue;
      for (const member of members) {
        const known = this.#total[member] ?? 0;
        if (known === 0) all.push(member);
        if (known < SHARED * own) this.#total[member] = SHARED * own;
      }
    }
    return { documents: all, best };
  }

  /** Returns the likeness of documents from a floor on, and forgets all. */
  #take(documents: readonly number[], floor: number): readonly Likeness[] {
    const found: Likeness[] = [];
    for (const document of documents) {
      const likeness = this.#total[document] ?? 0;
      if (likeness >= floor) found.push({ document, likeness });
      this.#total[document] = 0;
    }
    return found;
  }

  #fit(size: number): void {
    if (this.#total.length >= size) return;
    const capacity = Math.ceil(size * 1.5) + 64;
    [this.#total, this.#concept] = [new Float32Array(capacity), new Float32Array(capacity)];
    [this.#words, this.#word] = [new Float32Array(capacity), new Float32Array(capacity)];
  }

  #addUnit({ weight, concepts, words }: QueryUnit, index: InvertedIndex, all: number[]): void {
    const touched: number[] = [];
    raise(this.#concept, concepts, index, (document) => touched.push(document));
    const rarities = words.map(([first]) => 0.2 + index.rarity(first?.key ?? ''));
    const sum = rarities.reduce((total, rarity) => total + rarity, 0) || 1;
    for (const [at, word] of words.entries()) {
      const having: number[] = [];
      raise(this.#word, word, index, (document) => having.push(document));
      for (const document of having) {
        if (this.#words[document] === 0 && this.#concept[document] === 0) touched.push(document);
        this.#words[document] =
          (this.#words[document] ?? 0) + ((this.#word[document] ?? 0) * (rarities[at] ?? 0)) / sum;
        this.#word[document] = 0;
      }
    }
    for (const document of touched) {
      const [concept, word] = [this.#concept[document] ?? 0, this.#words[document] ?? 0];
      const value = concept > 0 ? CONCEPT * concept + WORDS * word : word;
      if (this.#total[document] === 0) all.push(document);
      this.#total[document] = (this.#total[document] ?? 0) + weight * Math.min(1, value / FULL);
      this.#concept[document] = 0;
      this.#words[document] = 0;
    }
  }
}

/** Sets each document to the best of the alternatives that it has; tells the first time it has one. */
function raise(
  values: Float32Array,
  alternatives: QueryUnit['concepts'],
  index: InvertedIndex,
  onFirst: (document: number) => void,
): void {
  for (const { key, worth } of alternatives)
    index.get(key)?.forEach((document, weight) => {
      const before = values[document] ?? 0;
      if (before === 0) onFirst(document);
      if (worth * weight > before) values[document] = worth * weight;
    });
}
