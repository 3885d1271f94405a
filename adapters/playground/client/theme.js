// @ts-check
import { storeChoice } from './browser-storage.js';
import { elementById } from './dom.js';
import { phrases } from './texts.js';

const THEMES = /** @type {const} */ (['auto', 'light', 'dark']);
const root = document.documentElement;

function currentTheme() {
  return THEMES.find((theme) => theme === root.dataset.theme) ?? 'auto';
}

/** Shows the name of the theme on its button. */
export function showThemeName() {
  elementById('theme-name').textContent = phrases().themes[currentTheme()];
}

/** Lets the button change the theme of the page and of the pictures in it. */
export function setUpThemeButton() {
  elementById('theme').addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(currentTheme()) + 1) % THEMES.length] ?? 'auto';
    root.dataset.theme = next;
    showThemeName();
    storeChoice('theme', next);
    for (const frame of document.querySelectorAll('iframe')) applyTheme(frame);
  });
}

/**
 * Makes a picture light or dark as the page around it.
 * @param {HTMLIFrameElement} frame
 */
export function applyTheme({ contentDocument }) {
  const theme = currentTheme();
  const page = contentDocument?.documentElement;
  if (page === undefined) return;
  if (theme === 'auto') delete page.dataset.theme;
  else page.dataset.theme = theme;
  page.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
}
