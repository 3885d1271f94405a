// @ts-check
import { asElement, elementById } from './dom.js';
import { phrases } from './texts.js';

/**
 * Asks a question before something is done; browsers show none of their own in a frame.
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export function isConfirmed(text) {
  const dialog = /** @type {HTMLDialogElement} */ (elementById('question'));
  elementById('question-text').textContent = text;
  asElement(elementById('question-yes')).textContent = phrases().confirm;
  asElement(elementById('question-no')).textContent = phrases().cancel;
  dialog.returnValue = 'no';
  return new Promise((answered) => {
    dialog.addEventListener('close', () => answered(dialog.returnValue === 'yes'), { once: true });
    dialog.showModal();
  });
}
