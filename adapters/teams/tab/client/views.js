// @ts-check
import { allElements, createElement, elementById } from './dom.js';
import { phrases } from './texts.js';

const home = elementById('home');
const answer = elementById('answer');
const problem = elementById('problem');
const status = elementById('status');

/**
 * Shows everything at a glance; the button with the focus has it again afterwards.
 * @param {string} html
 */
export function showHome(html) {
  const name = nameOfButton(document.activeElement);
  status.hidden = true;
  home.innerHTML = html;
  if (name === '' || home.hidden) return;
  allElements(home, 'button')
    .find((button) => nameOfButton(button) === name)
    ?.focus({ preventScroll: true });
}

/**
 * Shows an answer above everything at a glance, or a form instead of it.
 * @param {string} html
 * @param {'card' | 'form'} kind
 * @returns {HTMLElement} The part of the page that shows it.
 */
export function showAnswer(html, kind) {
  const content = createElement('div');
  content.innerHTML = html;
  answer.replaceChildren(backButton(), content);
  answer.hidden = false;
  home.hidden = kind === 'form';
  const field =
    answer.querySelector('[aria-invalid=true]') ??
    answer.querySelector('form :is(input, select, textarea):not([type=hidden])');
  const heading = answer.querySelector('h2');
  if (heading instanceof HTMLElement) heading.tabIndex = -1;
  const target = kind === 'form' ? (field ?? heading) : heading;
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  scrollTo({ top: 0 });
  return content;
}

/** Shows everything at a glance alone. */
export function closeAnswer() {
  answer.hidden = true;
  answer.replaceChildren();
  home.hidden = false;
  scrollTo({ top: 0 });
}

/**
 * Shows a problem, with a button to try again; no words hide it.
 * @param {string} words
 * @param {() => void} [retry]
 */
export function showProblem(words, retry) {
  status.hidden = true;
  if (words === '') return problem.replaceChildren();
  const box = createElement('div', { className: 'problem' }, createElement('p', { textContent: words }));
  if (retry) {
    const button = createElement('button', { type: 'button', className: 'button plain', textContent: phrases().retry });
    button.addEventListener('click', () => {
      problem.replaceChildren();
      retry();
    });
    box.append(button);
  }
  problem.replaceChildren(box);
  scrollTo({ top: 0 });
}

/** Says that something is being loaded. */
export function showLoading() {
  status.textContent = phrases().loading;
  status.hidden = home.hasChildNodes();
}

function backButton() {
  const { back } = phrases();
  return createElement('button', {
    type: 'button',
    className: 'button plain back',
    textContent: back,
    dataset: { back: '' },
  });
}

/** @param {Element | null} node */
function nameOfButton(node) {
  if (!(node instanceof HTMLElement) || node.dataset.press === undefined) return '';
  return `${node.dataset.press} ${node.dataset.args}`;
}
