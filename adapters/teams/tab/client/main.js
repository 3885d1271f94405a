// @ts-check
// Plain browser code, served as it is. It runs when the page is parsed.
import { allElements, asElement, asInput, createElement, findControls, firstElement, targetOf } from './dom.js';
import { showFileProblem } from './file-problem.js';
import { formAnswers } from './form-answers.js';
import { withFiles } from './form-body.js';
import { watchForChanges } from './live.js';
import { setUpPeopleFields, shownPeople, showPeopleAgain } from './people-fields.js';
import { isConfirmed } from './question.js';
import { createRequests, RequestProblem } from './requests.js';
import { setUpSearchField } from './search-field.js';
import { connectToTeams } from './teams-client.js';
import { problemText, speak } from './texts.js';
import { closeAnswer, showAnswer, showHome, showLoading, showProblem } from './views.js';

/**
 * @import { Control } from './dom.js'
 * @import { TeamsClient } from './teams-client.js'
 * @typedef {{ kind: 'card' | 'form' | 'stay', html?: string, problem?: string, language: string, revision: string }} TabAnswer
 * @typedef {ReturnType<typeof createRequests> & { teams: TeamsClient }} Requests
 */

/** What everything at a glance is asked for with: the page of it that is shown. */
let homeArgs = {};
let revision = '';

start();

async function start() {
  speak(navigator.language);
  showLoading();
  try {
    const teams = await connectToTeams();
    setTheme(teams.theme);
    teams.onTheme(setTheme);
    speak(teams.locale);
    showLoading();
    const requests = { ...createRequests(teams), teams };
    listen(requests);
    teams.loaded();
    await attempt(() => drawHome(requests));
    watchForChanges({
      fetchRevision: async () => (await requests.get('revision')).revision,
      shownRevision: () => revision,
      draw: () => drawHome(requests),
    });
  } catch {
    showProblem(problemText(new RequestProblem('outside')));
  }
}

/** @param {string} theme */
function setTheme(theme) {
  document.documentElement.dataset.theme = theme === 'dark' || theme === 'contrast' ? theme : 'light';
}

/**
 * Does something that may fail, and offers to try again.
 * @param {() => Promise<void>} work
 * @returns {Promise<void>}
 */
async function attempt(work) {
  try {
    await work();
    showProblem('');
  } catch (error) {
    const problem = error instanceof RequestProblem ? error : new RequestProblem('unreachable');
    if (problem.input) return void showFileProblem(problem.input, `${problem.reference}: ${problemText(problem)}`);
    showProblem(problemText(problem), () => attempt(work));
  }
}

/** @param {Requests} requests */
async function drawHome(requests) {
  /** @type {TabAnswer} */
  const answer = await requests.post('press', { command: 'home', args: homeArgs });
  speak(answer.language);
  revision = answer.revision;
  showHome(answer.html ?? '');
}

/** @param {Requests} requests */
function listen(requests) {
  document.addEventListener('click', (event) => onClick(event, requests));
  document.addEventListener('submit', (event) => onSubmit(event, requests));
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || target.dataset.source === undefined) return;
    setUpSearchField(asInput(target), (source, typed) => suggest(requests, source, typed));
  });
}

/**
 * @param {Requests} requests
 * @param {string} source
 * @param {string} q
 */
async function suggest(requests, source, q) {
  const { options = [] } = await requests.get(`suggest?${new URLSearchParams({ source, q })}`).catch(() => ({}));
  return options;
}

/**
 * @param {Event} event
 * @param {Requests} requests
 */
function onClick(event, requests) {
  const target = targetOf(event);
  const link = target.closest('.problem a[href^="#"]');
  if (link) {
    event.preventDefault();
    document.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.focus();
  }
  const button = target.closest('button');
  if (!button || button.disabled) return;
  if (button.dataset.back !== undefined || button.dataset.cancel !== undefined) closeAnswer();
  if (button.dataset.press !== undefined) press(button, requests);
}

/**
 * @param {HTMLElement} button
 * @param {Requests} requests
 */
async function press(button, requests) {
  const { press: command, args = '{}', key, confirm: question } = button.dataset;
  if (question !== undefined && !(await isConfirmed(question))) return;
  if (command === 'home') {
    homeArgs = JSON.parse(args);
    return attempt(() => drawHome(requests));
  }
  const controls = findControls(asElement(button.closest('.card')), 'button');
  await attempt(() => send({ path: 'press', body: { command, args: JSON.parse(args), key }, controls }, requests));
}

/**
 * @param {Event} event
 * @param {Requests} requests
 */
function onSubmit(event, requests) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method === 'dialog') return;
  event.preventDefault();
  const controls = findControls(form, '.actions button');
  if (controls.some(({ disabled }) => disabled)) return;
  const { command, state, key } = form.dataset;
  const people = allElements(form, '[data-people]').map(({ dataset }) => dataset.choices);
  const content = { command, key, answers: formAnswers(form), people, ...(state === undefined ? {} : { state }) };
  attempt(async () => {
    const body = await withFiles(form, { ...requests.client, ...content });
    return send({ path: 'submit', body, controls, form }, requests);
  });
}

/**
 * Sends an interaction and shows its answer. While it is under way its controls are off.
 * @param {{ path: string, body: object, controls: Control[], form?: HTMLFormElement }} interaction
 * @param {Requests} requests
 */
async function send({ path, body, controls, form }, requests) {
  for (const control of controls) control.disabled = true;
  try {
    /** @type {TabAnswer} */
    const answer = await requests.post(path, body);
    speak(answer.language);
    if (answer.kind === 'stay') return showStay(answer.problem ?? '', form);
    const people = shownPeople(form ?? document.createElement('form'));
    const shown = showAnswer(answer.html ?? '', answer.kind);
    showPeopleAgain(shown, people);
    setUpPeopleFields(shown, requests.teams);
    // What fails here is tried again by the next look for changes.
    if (answer.kind === 'card') drawHome(requests).catch(() => undefined);
  } finally {
    for (const control of controls) control.disabled = false;
  }
}

/**
 * Shows why nothing was done, in the form that stays.
 * @param {string} words
 * @param {HTMLFormElement} [form]
 */
function showStay(words, form) {
  if (form === undefined) return showProblem(words);
  const alert = createElement('p', {
    className: 'problem',
    textContent: words,
    tabIndex: -1,
    attributes: { role: 'alert' },
  });
  firstElement(form, '[data-problem]').replaceChildren(alert);
  alert.focus();
}
