// @ts-check
// Plain browser code, served as it is. It runs when the page is parsed.
import { setUpComposer } from './composer.js';
import { pressButton, sendLine } from './conversation.js';
import { asElement, asInput, elementById, findControls, targetOf } from './dom.js';
import { cancelForm, submitForm } from './forms.js';
import { setUpPeople } from './people.js';
import { scrollToElement } from './scroll.js';
import { setUpSearchField } from './search-field.js';
import { fetchSuggestions } from './suggestions.js';
import { setUpThemeButton } from './theme.js';

setUpThemeButton();
setUpPeople();
setUpComposer();
document.addEventListener('click', onClick);
document.addEventListener('submit', onSubmit);
elementById('logs').addEventListener('focusin', onFocus);

/** @param {Event} event */
function onClick(event) {
  const target = targetOf(event);
  const button = target.closest('button');
  const link = target.closest('.problem a[href^="#"]');
  if (link) {
    event.preventDefault();
    document.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.focus();
  }
  if (!button || button.disabled) return;
  if (button.dataset.line !== undefined) sendLine(button.dataset.line);
  if (button.dataset.press !== undefined) pressButton(button);
  if (button.dataset.cancel !== undefined) cancelForm(asElement(button.closest('.message')));
}

/** @param {Event} event */
function onSubmit(event) {
  event.preventDefault();
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.id === 'composer') return;
  if (findControls(form, '[type=submit]').some(({ disabled }) => disabled)) return;
  submitForm(form);
}

/** @param {Event} event */
function onFocus({ target }) {
  if (!(target instanceof HTMLElement)) return;
  if (target.dataset.source !== undefined) setUpSearchField(asInput(target), fetchSuggestions);
  if (target.matches('input, select, textarea')) scrollToElement(target);
}
