// @ts-check
import { labelCurrentLog } from './conversation-log.js';
import { allElements, asElement, inputById } from './dom.js';
import { currentPerson } from './person.js';
import { commandTexts, fillPhrase, phrases, translate } from './texts.js';
import { showThemeName } from './theme.js';

/** @import { Language } from '../../../src/chat/language.ts' */

/** The language of each person's last answer, if it differs from the page's first. @type {Map<string, Language>} */
const languages = new Map();

/**
 * The language of a person's last answer, if it differs from the page's first.
 * @param {string} id
 */
export function answeredLanguage(id) {
  return languages.get(id);
}

/**
 * Goes on in the language of an answer.
 * @param {Language} language
 */
export function switchLanguage(language) {
  const person = currentPerson();
  if (language === person.language) return;
  person.language = language;
  languages.set(person.id, language);
  translatePage();
}

/** Shows the page around the conversations in the current person's language. */
export function translatePage() {
  const { language, name } = currentPerson();
  document.documentElement.lang = language;
  document.title = phrases().title;
  translate(document);
  inputById('line').placeholder = fillPhrase(phrases().placeholder, { name });
  labelCurrentLog();
  showThemeName();
  for (const [index, option] of allElements(document, '#commands > li').entries()) {
    const { usage = '', summary = '' } = commandTexts()[index] ?? {};
    option.dataset.usage = usage;
    asElement(option.firstElementChild).textContent = usage;
    asElement(option.lastElementChild).textContent = summary;
  }
}
