import type { Identity, Reader } from '../chat/identity.ts';
import type { Language } from '../chat/language.ts';
import type { PlatformPhrases } from '../chat/platform-phrases.ts';
import { Recent } from '../chat/recent-keys.ts';
import type { Clock } from '../ports.ts';
import { type Words, wordsFor } from '../strings/index.ts';

const RETAINED_MS = 24 * 60 * 60_000;
const MAX_PEOPLE = 10_000;

/** Remembers the language of recent people, so that a message about an unavailable database is in their language too. */
export class Languages {
  readonly #known: Recent<Language>;

  constructor(clock: Clock) {
    this.#known = new Recent(clock, RETAINED_MS, MAX_PEOPLE);
  }

  /** Remembers the language of a reply. */
  note(from: Identity, language: Language): void {
    this.#known.set(keyOf(from), language);
  }

  /** Returns the words for a reader: in the given language, else the remembered one, else that of the locale. */
  wordsFor({ language, from, locale }: Reader): Words {
    const wanted = language ?? (from && this.#known.get(keyOf(from)));
    const isOfLocale = wanted === undefined || wordsFor(locale).language === wanted;
    return wordsFor(isOfLocale ? locale : wanted);
  }

  /** Returns the phrases an adapter shows to a reader. */
  phrases(reader: Reader): PlatformPhrases {
    return this.wordsFor(reader).platform;
  }
}

function keyOf({ platform, tenant, user }: Identity): string {
  return JSON.stringify([platform, tenant, user]);
}
