// @ts-check
import { showAnswer } from './conversation.js';
import { allElements, asElement, asInput, createElement, findControls, firstElement } from './dom.js';
import { showFileProblem } from './file-problem.js';
import { formAnswers } from './form-answers.js';
import { ownMessage } from './messages.js';
import { currentSender } from './person.js';
import { sendInteraction } from './requests.js';
import { focusLine, scrollToElement } from './scroll.js';
import { fillPhrase, phrases } from './texts.js';
import { uploadFiles } from './uploads.js';

/** @import { SentFile } from './uploads.js' */

/**
 * Sends a form with its files.
 * @param {HTMLFormElement} form
 */
export function submitForm(form) {
  const node = asElement(form.closest('.log'));
  const message = asElement(form.closest('.message'));
  const { command, state, key, title = '' } = form.dataset;
  return sendInteraction({
    path: 'submit',
    body: { ...currentSender(), command, key, answers: formAnswers(form), ...(state === undefined ? {} : { state }) },
    prepare: () => uploadFormFiles(form),
    controls: findControls(form, '.actions button, [data-files]'),
    where: message,
    onAnswer(answer) {
      if (answer.kind === 'stay') return showFormProblem(form, answer.text);
      if (answer.kind === 'form') return showAnswer(node, answer, message);
      message.replaceWith(ownMessage(title, 'sent'));
      showAnswer(node, answer);
    },
    onProblem: (words, input) =>
      input ? scrollToElement(showFileProblem(input, words)) : showFormProblem(form, words),
  });
}

/**
 * Closes the form in a message without sending it.
 * @param {HTMLElement} message
 */
export function cancelForm(message) {
  const { title = '' } = firstElement(message, 'form').dataset;
  const textContent = fillPhrase(phrases().closed, { title });
  message.replaceWith(createElement('p', { className: 'closed', textContent }));
  focusLine();
}

/**
 * @param {HTMLFormElement} form
 * @param {string} words
 */
function showFormProblem(form, words) {
  const attributes = { role: 'alert' };
  const alert = createElement('p', { className: 'problem', textContent: words, tabIndex: -1, attributes });
  firstElement(form, '[data-problem]').replaceChildren(alert);
  alert.focus();
  scrollToElement(alert);
}

/** @param {HTMLFormElement} form */
async function uploadFormFiles(form) {
  const status = firstElement(form, '[data-status]');
  /** @type {SentFile[]} */
  const files = [];
  for (const input of allElements(form, '[data-files]').map(asInput)) {
    const chosen = [...(input.files ?? [])];
    files.push(...(await uploadFiles(chosen, { input, status, field: input.dataset.files })));
  }
  return files.length === 0 ? {} : { files };
}
