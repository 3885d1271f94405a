import type { Identity, Reader } from '../chat/interaction.ts';
import type { Language } from '../chat/language.ts';
import type { PlatformPhrases } from '../chat/platform-phrases.ts';
import { Recent } from '../chat/recent.ts';
import type { Clock } from '../ports.ts';
import { type Words, wordsFor } from '../strings/index.ts';

const KEPT_MS = 24 * 60 * 60_000;
const MAX_PEOPLE = 10_000;

/** Remembers in which language people read, so that what is said while the database is silent is in it too. */
export class Languages {
  readonly #known: Recent<Language>;

  constructor(clock: Clock) {
    this.#known = new Recent(clock, KEPT_MS, MAX_PEOPLE);
  }

  /** Keeps the language somebody was answered in. */
  note(from: Identity, language: Language): void {
    this.#known.set(keyOf(from), language);
  }

  /** The words for a reader: in the given language, else in the remembered one, else in that of the locale. */
  wordsFor({ language, from, locale }: Reader): Words {
    const query = language ?? (from && this.#known.get(keyOf(from)));
    const isOfLocale = query === undefined || wordsFor(locale).language === query;
    return wordsFor(isOfLocale ? locale : query);
  }

  /** What an adapter says itself to a reader. */
  phrases(reader: Reader): PlatformPhrases {
    return this.wordsFor(reader).platform;
  }
}

function keyOf({ platform, tenant, user }: Identity): string {
  return JSON.stringify([platform, tenant, user]);
}
