import type { SubjectName } from '../../domain/subject-fit.ts';
import { EverydayWords, type GeneralWords, VOCABULARY_LANGUAGES, type VocabularyLanguage } from './everyday-words.ts';
import { ProblemFinder } from './problem-finder.ts';
import { stemOf, tokenize } from './search-terms.ts';
import { Spelling } from './spelling.ts';
import { type NamedConcepts, type Term, TermFinder } from './term-finder.ts';
import { WordLanguages } from './word-languages.ts';

/** A subject of the field, with the terms that name it in each language. */
export interface Concept extends Readonly<Partial<Record<VocabularyLanguage, readonly string[]>>> {
  readonly id: string;
  readonly broader?: readonly string[];
  /** With `beside`, a form means the concept only beside one of these words. */
  readonly abbreviations?: readonly { readonly form: string; readonly beside?: readonly string[] }[];
}

/** A term of one word is as well known as a word of so many terms. */
const ALONE = 5;
const MIN_PART = 4;
/** Letters that join the parts of a German compound. */
const JOINTS = ['', 's', 'n', 'en', 'es'];
/** How sure a guess must be. */
const LEAST_CERTAIN = 0.45;
/** What a more special and a more general subject are worth for the one that is wanted. */
const NARROWER = 0.6;
const BROADER = 0.3;
/** A product or a law names its subject, but who looks for it doesn't want another one. */
const INSTANCE = 0.55;

/** Words of everyday life. */
interface PlainSpeech {
  /** What people say about a problem of a subject, by its id and the language. */
  readonly problems: Readonly<Record<string, Readonly<Partial<Record<VocabularyLanguage, readonly string[]>>>>>;
  /** Words that speak against every subject of the field, by language: `piano`. */
  readonly ordinary: Readonly<Partial<Record<VocabularyLanguage, string>>>;
}

const NO_SPEECH: PlainSpeech = { problems: {}, ordinary: {} };

/** The curated terms of the field in four languages, from public standards, and everyday words. A text is given as stems. */
export class Vocabulary {
  readonly everyday: EverydayWords;
  readonly #terms: TermFinder;
  readonly #broader = new Map<string, readonly string[]>();
  readonly #narrower = new Map<string, string[]>();
  readonly #problems: ProblemFinder;
  readonly #names = new Map<string, SubjectName>();
  /** Every word of a term. */
  readonly words = new Set<string>();
  /** The words of terms as they are written. */
  readonly spelling = new Spelling();
  /** Words that are known, but that no misspelt word is taken for. */
  readonly #everydayWords = new Set<string>();
  readonly languages = new WordLanguages();
  readonly #ordinary = new Set<string>();
  readonly #abbreviations = new Set<string>();
  readonly #parts = new Map<string, readonly string[] | undefined>();

  constructor(concepts: readonly Concept[], general: GeneralWords, { problems, ordinary } = NO_SPEECH) {
    this.everyday = new EverydayWords(general);
    this.#terms = new TermFinder(this.everyday);
    this.#problems = new ProblemFinder(this.everyday, (word) => this.isOrdinary(word));
    for (const concept of concepts) this.#add(concept);
    for (const [id, phrases] of Object.entries(problems)) this.#addProblems(id, Object.values(phrases).flat());
    this.#learnLanguages(concepts, general, problems);
    for (const text of Object.values(ordinary))
      for (const word of tokenize(text)) this.#ordinary.add(word).add(stemOf(word));
    for (const word of [...this.everyday.words(), ...this.#ordinary]) this.#everydayWords.add(word);
  }

  #add(concept: Concept): void {
    const { id, broader = [], abbreviations = [], en: [english = id] = [], de: [german = english] = [] } = concept;
    this.#names.set(id, { en: english, de: german });
    this.#broader.set(id, broader);
    for (const parent of broader) this.#narrower.set(parent, [...(this.#narrower.get(parent) ?? []), id]);
    for (const { form, beside } of abbreviations) {
      this.#abbreviations.add(form.toLowerCase());
      this.#addTerm(form, { id, worth: 1, ...(beside && { beside: new Set(beside.map(stemOf)) }) });
    }
    for (const language of VOCABULARY_LANGUAGES)
      for (const [index, term] of (concept[language] ?? []).entries())
        this.#addTerm(term, { id, language, worth: language === 'en' && index > 0 && isName(term) ? INSTANCE : 1 });
  }

  #learnLanguages(
    concepts: readonly Concept[],
    { common, everyday }: GeneralWords,
    problems: PlainSpeech['problems'],
  ): void {
    for (const language of VOCABULARY_LANGUAGES) {
      this.languages.add(common[language], language);
      for (const group of [...everyday.groups, ...concepts, ...Object.values(problems)])
        for (const text of group[language] ?? []) this.languages.add(text, language);
    }
  }

  #addTerm(text: string, term: Term): void {
    const words = tokenize(text);
    for (const word of words) this.spelling.add(word, words.length === 1 ? ALONE : 1);
    const stems = words.map(stemOf);
    this.#terms.add(stems, term);
    for (const stem of stems) this.words.add(stem);
    if (term.beside === undefined) this.#problems.add(term.id, stems);
  }

  #addProblems(id: string, phrases: readonly string[]): void {
    for (const phrase of phrases) {
      const words = tokenize(phrase);
      for (const word of words) this.#everydayWords.add(word);
      this.#problems.add(id, words.map(stemOf));
    }
  }

  /** Whether a folded word, or another form of it, is in the vocabulary or an everyday word. */
  isKnown(word: string): boolean {
    const stem = stemOf(word);
    return this.words.has(stem) || this.#everydayWords.has(word) || this.everyday.isCommon(stem);
  }

  /** Whether a word, folded or a stem, speaks against every subject of the field. */
  isOrdinary(word: string): boolean {
    return this.#ordinary.has(word) && !this.words.has(stemOf(word));
  }

  isAbbreviation(word: string): boolean {
    return this.#abbreviations.has(word);
  }

  /** The two words of the field that an unknown word is made of, a German compound: `lieferkettenrisiko`. */
  partsOf(word: string): readonly string[] | undefined {
    if (!this.#parts.has(word)) this.#parts.set(word, this.isKnown(word) ? undefined : this.#split(word));
    return this.#parts.get(word);
  }

  #split(compound: string): readonly string[] | undefined {
    const isPart = (part: string) =>
      part.length >= MIN_PART && this.words.has(stemOf(part)) && !this.everyday.isCommon(stemOf(part));
    for (let at = compound.length - MIN_PART; at >= MIN_PART; at -= 1) {
      const [first, last] = [compound.slice(0, at), compound.slice(at)];
      if (!isPart(last)) continue;
      const joint = JOINTS.find((one) => first.endsWith(one) && isPart(first.slice(0, first.length - one.length)));
      if (joint !== undefined) return [first.slice(0, first.length - joint.length), last];
    }
    return undefined;
  }

  /** The concepts that the stems of a text name, the longest terms first at each place. */
  conceptsIn(stems: readonly string[]): readonly NamedConcepts[] {
    return this.#terms.find(stems);
  }

  /** The concepts that a text is probably about, by its everyday words; each with how sure that is, from 0 to 1, the surest first. */
  guess(stems: readonly string[], limit: number): readonly (readonly [id: string, certainty: number])[] {
    const guesses = this.#problems.find(stems).slice(0, limit);
    return guesses.filter(([, certainty]) => certainty >= LEAST_CERTAIN);
  }

  /** The name of a concept in the languages of the product: its first terms, or its id. */
  nameOf(id: string): SubjectName {
    return this.#names.get(id) ?? { en: id, de: id };
  }

  /** Concepts with all that are narrower. */
  withNarrower(ids: readonly string[]): ReadonlySet<string> {
    const all = new Set(ids);
    // A set visits what is added while it is read.
    for (const id of all) for (const child of this.#narrower.get(id) ?? []) all.add(child);
    return all;
  }

  /** Whether there is a concept. */
  has(id: string): boolean {
    return this.#names.has(id);
  }

  /** A concept with those near it, each with how much it is worth for the concept: 1 for itself. */
  near(id: string): ReadonlyMap<string, number> {
    const worth = new Map([[id, 1]]);
    const add = (ids: readonly string[], value: number) => {
      for (const one of ids) if ((worth.get(one) ?? 0) < value) worth.set(one, value);
    };
    const children = this.#narrower.get(id) ?? [];
    add(children, NARROWER);
    add(
      children.flatMap((child) => this.#narrower.get(child) ?? []),
      NARROWER * NARROWER,
    );
    add(this.#broader.get(id) ?? [], BROADER);
    return worth;
  }
}

/** Whether an English term is the name of one thing: a product, a method or a law. */
function isName(term: string): boolean {
  return /^(?:\p{Lu}|\.\p{Lu})/u.test(term);
}
