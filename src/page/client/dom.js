// @ts-check
/** @typedef {HTMLButtonElement | HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/**
 * The element of an id that the page has.
 * @param {string} id
 */
export function elementById(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no ${id}.`);
  return found;
}

/**
 * The input of an id that the page has.
 * @param {string} id
 */
export function inputById(id) {
  return asInput(elementById(id));
}

/**
 * An element that is an input.
 * @param {Element | null | undefined} node
 */
export function asInput(node) {
  if (!(node instanceof HTMLInputElement)) throw new Error('The page has no such input.');
  return node;
}

/**
 * An element that is there.
 * @param {EventTarget | Node | null | undefined} node
 */
export function asElement(node) {
  if (!(node instanceof HTMLElement)) throw new Error('The page has no such element.');
  return node;
}

/**
 * The first element of a selector, which is there.
 * @param {ParentNode} within
 * @param {string} selector
 */
export function firstElement(within, selector) {
  return asElement(within.querySelector(selector));
}

/**
 * All elements of a selector.
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function allElements(within, selector) {
  return [...within.querySelectorAll(selector)].map(asElement);
}

/**
 * All buttons and inputs of a selector.
 * @param {ParentNode} within
 * @param {string} selector
 */
export function findControls(within, selector) {
  return /** @type {Control[]} */ (allElements(within, selector));
}

/**
 * The element under the pointer or with the focus.
 * @param {Event} event
 */
export function targetOf(event) {
  return event.target instanceof Element ? event.target : document.body;
}

/**
 * A new element; strings among the children are inserted as text.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown> & { dataset?: Record<string, string>, attributes?: Record<string, string> }} props
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function createElement(name, props = {}, ...children) {
  const { dataset, attributes, ...rest } = props;
  const node = Object.assign(document.createElement(name), rest);
  Object.assign(node.dataset, dataset);
  for (const [key, value] of Object.entries(attributes ?? {})) node.setAttribute(key, value);
  node.append(...children);
  return node;
}
