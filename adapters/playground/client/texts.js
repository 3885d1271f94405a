// @ts-check
// The page has its texts in every language, and shows those of the current person's.
import { allElements, elementById } from './dom.js';
import { currentPerson } from './person.js';

/**
 * @import { PageTexts } from '../page.ts'
 * @import { Language } from '../../../src/chat/language.ts'
 * @import { PagePhrases } from '../../../src/chat/platform-phrases.ts'
 */

/** @type {Record<Language, PageTexts>} */
const texts = JSON.parse(elementById('texts').textContent ?? '');

/** The commands in the current person's language. */
export function commandTexts() {
  return texts[currentPerson().language].commands;
}

/** The phrases in the current person's language. */
export function phrases() {
  return texts[currentPerson().language].phrases;
}

/**
 * A phrase with its gaps filled.
 * @param {string} phrase
 * @param {Record<string, string | number>} values
 */
export function fillPhrase(phrase, values) {
  return phrase.replace(/\{(\w+)\}/gu, (gap, name) => String(values[name] ?? gap));
}

/**
 * Puts the phrases of the current person's language wherever `within` names them.
 * @param {ParentNode} within
 */
export function translate(within) {
  const words = phrases();
  /** @param {string | undefined} name */
  const phrase = (name) => String(words[/** @type {keyof PagePhrases} */ (name)]);
  for (const node of allElements(within, '[data-say]')) node.textContent = phrase(node.dataset.say);
  for (const node of allElements(within, '[data-en]')) {
    const text = node.dataset[currentPerson().language] ?? '';
    node.textContent = text;
    if (node.dataset.line !== undefined) node.dataset.line = text;
  }
  for (const node of allElements(within, '[data-say-label]'))
    node.setAttribute('aria-label', phrase(node.dataset.sayLabel));
}
