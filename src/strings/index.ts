import { GERMAN_ALIASES } from './de/account/aliases.ts';
import { german } from './de/index.ts';
import { ENGLISH_ALIASES } from './en/account/aliases.ts';
import { english, type Words } from './en/index.ts';

export type { Words };

/** The name of a command, as it is typed. */
export type CommandName = keyof Words['commands'];

const known = new Map<string, Words>();

/** The words for a BCP 47 locale, `en-US` or `de-CH-x-iso`; English where the language is not spoken. */
export function wordsFor(locale: string | null | undefined): Words {
  const query = locale ?? 'en-GB';
  const words = known.get(query) ?? spoken(isLocale(query) ? query : 'en-GB');
  if (known.size < 500) known.set(query, words);
  return words;
}

function spoken(locale: string): Words {
  return locale.split('-')[0] === 'de' ? german(locale) : english(locale);
}

function isLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}

/** The languages that are spoken, each in its own name. */
export const LANGUAGES = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
] as const;

/** Other words for commands, by language and command; they work in every language. */
export const COMMAND_ALIASES = { en: ENGLISH_ALIASES, de: GERMAN_ALIASES } as const;
