// @ts-check
import { allElements, asInput, createElement, elementById } from './dom.js';
import { createListbox } from './listbox.js';

/**
 * @typedef {{ value: string, label: string, detail?: string }} Suggestion
 * @typedef {(source: string, typed: string) => Promise<Suggestion[]>} FetchSuggestions
 */

/** @type {WeakSet<HTMLInputElement>} */
const ready = new WeakSet();

/**
 * Sets a search field up, once: suggestions for what is typed, the chosen one as the answer; typed words that match nothing are sent as they are.
 * @param {HTMLInputElement} typed
 * @param {FetchSuggestions} fetchSuggestions
 */
export function setUpSearchField(typed, fetchSuggestions) {
  if (ready.has(typed)) return;
  ready.add(typed);
  const answer = asInput(typed.parentElement?.querySelector('[type=hidden]'));
  const list = elementById(typed.getAttribute('aria-controls') ?? '');
  /** @param {HTMLElement} option */
  const choose = ({ dataset }) => {
    typed.value = dataset.label ?? '';
    answer.value = dataset.value ?? '';
  };
  const listbox = createListbox(typed, list, choose);
  let latest = 0;
  const suggest = async () => {
    const current = ++latest;
    const suggestions = await fetchSuggestions(typed.dataset.source ?? '', typed.value.slice(0, 200));
    if (current !== latest || document.activeElement !== typed) return;
    list.replaceChildren(...suggestions.map((one, index) => createOption(one, `${list.id}-${index}`)));
    listbox.setOpen(true);
  };
  typed.addEventListener('input', () => {
    answer.value = typed.value;
    // What was suggested for fewer letters can't be chosen any more.
    listbox.setOpen(false);
    list.replaceChildren();
    suggest();
  });
  typed.addEventListener('click', suggest);
  typed.addEventListener('keydown', (event) => {
    if (!listbox.handleKey(event) && event.key === 'ArrowDown') suggest();
  });
  typed.addEventListener('blur', () => {
    latest += 1;
    const same = findOption(list, typed.value);
    if (same) choose(same);
  });
}

/**
 * @param {HTMLElement} list
 * @param {string} words
 */
function findOption(list, words) {
  const label = words.trim().toLowerCase();
  return allElements(list, ':scope > *').find(({ dataset }) => dataset.label?.toLowerCase() === label);
}

/**
 * @param {Suggestion} suggestion
 * @param {string} id
 */
function createOption({ value, label, detail }, id) {
  const parts = [
    createElement('span', { textContent: label }),
    ...(detail ? [createElement('small', { textContent: detail })] : []),
  ];
  const attributes = { role: 'option', 'aria-selected': 'false' };
  return createElement('li', { id, dataset: { value, label }, attributes }, ...parts);
}
