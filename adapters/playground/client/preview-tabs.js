// @ts-check
import { stepOf } from './arrow-keys.js';
import { createElement } from './dom.js';
import { pictureFrame, previewJson } from './preview-panels.js';
import { phrases } from './texts.js';

/**
 * @import { DrawnPreview } from './preview-panels.js'
 * @typedef {ReturnType<typeof createTab>} PreviewTab
 */

/**
 * Adds tabs that show an answer as other platforms draw it.
 * @param {{ head: HTMLElement, column: HTMLElement, card: HTMLElement }} message
 * @param {readonly DrawnPreview[]} previews
 */
export function addPreviewTabs({ head, column, card }, previews) {
  const attributes = { role: 'tablist', 'aria-label': phrases().shownAs };
  const list = createElement('div', { className: 'tabs', attributes });
  const tabs = [
    createTab('recert', card),
    ...previews.map(({ name, html }) => createTab(name, createPanel(), () => pictureFrame(name, html))),
    createTab('JSON', createPanel(), () => previewJson(previews)),
  ];
  for (const { tab, panel } of tabs) {
    list.append(tab);
    if (panel !== card) column.append(panel);
  }
  list.addEventListener('click', ({ target }) => {
    const index = tabs.findIndex(({ tab }) => tab === target);
    if (index >= 0) selectTab(tabs, index);
  });
  list.addEventListener('keydown', (event) => moveTab(tabs, event));
  selectTab(tabs, 0);
  head.append(list);
}

/**
 * @param {readonly PreviewTab[]} tabs
 * @param {KeyboardEvent} event
 */
function moveTab(tabs, event) {
  const step = stepOf(event.key, 'ArrowLeft', 'ArrowRight');
  if (step === undefined) return;
  const next = (tabs.findIndex(({ tab }) => tab === document.activeElement) + step + tabs.length) % tabs.length;
  selectTab(tabs, next);
  tabs[next]?.tab.focus();
  event.preventDefault();
}

/**
 * @param {readonly PreviewTab[]} tabs
 * @param {number} index
 */
function selectTab(tabs, index) {
  for (const [at, { tab, panel, createContent }] of tabs.entries()) {
    const isSelected = at === index;
    tab.setAttribute('aria-selected', String(isSelected));
    tab.tabIndex = isSelected ? 0 : -1;
    panel.hidden = !isSelected;
    if (isSelected && !panel.hasChildNodes() && createContent) panel.append(createContent());
  }
}

function createPanel() {
  return createElement('div', { className: 'panel', hidden: true });
}

/**
 * A tab and its panel; an empty one is filled when it is first selected.
 * @param {string} name
 * @param {HTMLElement} panel
 * @param {() => HTMLElement} [createContent]
 */
function createTab(name, panel, createContent) {
  const id = `p-${crypto.randomUUID()}`;
  panel.id = id;
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-label', name);
  const attributes = { role: 'tab', 'aria-controls': id };
  const tab = createElement('button', { type: 'button', textContent: name, attributes });
  return { tab, panel, createContent };
}
