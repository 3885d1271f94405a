// @ts-check
import { elementById } from './dom.js';

const MARGIN = 16;

/** Focuses the input line; not on a touch screen, where the keyboard would cover the answer. */
export function focusLine() {
  if (!matchMedia('(pointer: coarse)').matches) elementById('line').focus({ preventScroll: true });
}

/**
 * Scrolls the conversation to an element: all of it, or its beginning, below what it answers, when it is taller than the pane.
 * @param {HTMLElement} node
 */
export function scrollToElement(node) {
  if (node.offsetParent === null) return;
  const room = elementById('scroll').getBoundingClientRect();
  const { top, bottom, height } = node.getBoundingClientRect();
  if (height > room.height - 2 * MARGIN) {
    const request = node.previousElementSibling;
    const begin = node.matches('.message') && request?.matches('.mine') ? request.getBoundingClientRect().top : top;
    scrollPaneBy(begin - room.top - MARGIN);
  } else if (top < room.top + MARGIN) scrollPaneBy(top - room.top - MARGIN);
  else if (bottom > room.bottom - MARGIN) scrollPaneBy(bottom - room.bottom + MARGIN);
}

/** @param {number} top */
function scrollPaneBy(top) {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  elementById('scroll').scrollBy({ top, behavior });
}
