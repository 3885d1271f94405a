// @ts-check
import { elementById } from './dom.js';

/**
 * @import { Language } from '../../../../src/chat/language.ts'
 * @import { TabPhrases } from '../../../../src/chat/platform-phrases.ts'
 * @import { RequestProblem } from './requests.js'
 */

/** @type {Record<Language, TabPhrases>} */
const texts = JSON.parse(elementById('texts').textContent ?? '');
/** @type {Language} */
let language = 'en';

/** The phrases in the language of the last answer, or of Teams before the first one. */
export function phrases() {
  return texts[language];
}

/**
 * Goes on in a language.
 * @param {string} locale
 */
export function speak(locale) {
  language = locale.toLowerCase().startsWith('de') ? 'de' : 'en';
  document.documentElement.lang = language;
  document.title = `recert: ${phrases().title}`;
}

/**
 * A problem in words.
 * @param {RequestProblem} problem
 */
export function problemText({ problem, reference }) {
  return (phrases().problems[problem] ?? phrases().problems.unreadable).replace('{reference}', reference);
}
