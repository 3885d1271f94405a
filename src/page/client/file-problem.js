// @ts-check
import { createElement } from './dom.js';

/**
 * Shows beside a field of files what is wrong, until others are chosen; returns the element that says so.
 * @param {HTMLInputElement} input
 * @param {string} words
 */
export function showFileProblem(input, words) {
  const id = `${input.id}-refused`;
  document.getElementById(id)?.remove();
  const sign = createElement('span', { textContent: '▲ ', attributes: { 'aria-hidden': 'true' } });
  const error = createElement('p', { className: 'error', id, attributes: { role: 'alert' } }, sign, words);
  input.after(error);
  const before = ['aria-describedby', 'aria-invalid'].map((name) => ({ name, value: input.getAttribute(name) }));
  input.setAttribute('aria-describedby', id);
  input.setAttribute('aria-invalid', 'true');
  const restore = () => {
    error.remove();
    for (const { name, value } of before) {
      if (value === null) input.removeAttribute(name);
      else input.setAttribute(name, value);
    }
  };
  input.addEventListener('change', restore, { once: true });
  input.focus({ preventScroll: true });
  return error;
}
