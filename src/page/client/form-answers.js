// @ts-check
import { allElements } from './dom.js';

/**
 * The answers to a form by field; those of several choices as a list.
 * @param {HTMLFormElement} form
 */
export function formAnswers(form) {
  const several = allElements(form, '[data-choices]').map(({ dataset }) => [dataset.choices, []]);
  /** @type {Record<string, FormDataEntryValue | FormDataEntryValue[]>} */
  const answers = Object.fromEntries(several);
  for (const [name, value] of new FormData(form)) {
    const before = answers[name];
    if (Array.isArray(before)) before.push(value);
    else answers[name] = value;
  }
  return answers;
}
