/** What an opportunity in another language is worth, if no language was chosen. */
const OTHER = 0.45;
const ENGLISH = 0.6;

/**
 * Returns how much less an opportunity is worth for being in a language that wasn't used: English is read by most, any other only by those who use
 * it. 1 for an unknown language.
 */
export function languageFactor(language: string, spoken: string | undefined): number {
  if (language === '' || spoken === undefined || language === spoken) return 1;
  const [of = ''] = language.toLowerCase().split('-');
  if (of === '' || of === spoken) return 1;
  return of === 'en' ? ENGLISH : OTHER;
}
