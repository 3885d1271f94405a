// @ts-check
import { asElement, createElement } from './dom.js';
import { scrollToElement } from './scroll.js';
import { fillPhrase, phrases } from './texts.js';
import { applyTheme } from './theme.js';

/**
 * @import { ShownAnswer } from '../answer.ts'
 * @typedef {ShownAnswer['previews'][number]} DrawnPreview
 */

/**
 * The picture of another platform, in a frame that runs no scripts and keeps its styles to itself.
 * @param {string} name
 * @param {string} html
 */
export function pictureFrame(name, html) {
  const { pictureTitle, pictureNote } = phrases();
  const frame = createElement('iframe', {
    srcdoc: html,
    title: fillPhrase(pictureTitle, { platform: name }),
    attributes: { sandbox: 'allow-same-origin' },
  });
  frame.addEventListener('load', () => fitFrame(frame));
  const note = createElement('p', { className: 'note', textContent: fillPhrase(pictureNote, { platform: name }) });
  return createElement('div', { className: 'picture' }, frame, note);
}

/**
 * Gives a frame the theme of the page and the height of its content.
 * @param {HTMLIFrameElement} frame
 */
function fitFrame(frame) {
  const shown = frame.contentDocument;
  if (shown === null) return;
  applyTheme(frame);
  const measure = () => {
    const { height } = shown.documentElement.getBoundingClientRect();
    frame.style.height = `${Math.ceil(height) + 2}px`;
  };
  measure();
  new ResizeObserver(measure).observe(shown.body);
  scrollToElement(asElement(frame.closest('.message')));
}

/**
 * What is sent to the other platforms.
 * @param {readonly DrawnPreview[]} previews
 */
export function previewJson(previews) {
  const parts = previews.flatMap(({ name, json }) => [
    ...(previews.length > 1 ? [createElement('h3', { className: 'json-name', textContent: name })] : []),
    createElement('pre', {
      textContent: JSON.stringify(json, null, 2),
      tabIndex: 0,
      attributes: { role: 'region', 'aria-label': `${name} JSON` },
    }),
  ]);
  return createElement('div', { className: 'json' }, ...parts);
}
