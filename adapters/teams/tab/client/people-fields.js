// @ts-check
import { allElements, createElement, firstElement } from './dom.js';
import { phrases } from './texts.js';

/**
 * @import { TeamsClient } from './teams-client.js'
 * @typedef {{ value: string, label: string, isChosen: boolean }} ShownPerson
 */

/**
 * Adds a button to each field of people that opens Teams’ own list of people, where the client has one.
 * @param {HTMLElement} within
 * @param {TeamsClient} teams
 */
export function setUpPeopleFields(within, { pickPeople }) {
  if (pickPeople === undefined) return;
  for (const field of allElements(within, 'fieldset[data-people]')) {
    const button = createElement('button', {
      type: 'button',
      className: 'button plain',
      textContent: phrases().pickPeople,
    });
    button.addEventListener('click', async () => {
      const title = firstElement(field, 'legend').textContent ?? '';
      const isSingle = field.dataset.max === '1';
      // Closing the list without a choice is reported as a failure.
      const people = await pickPeople({ title, isSingle }).catch(() => []);
      if (isSingle && people.length > 0) for (const box of boxesIn(field)) box.checked = false;
      for (const person of people) showPerson(field, { ...person, isChosen: true });
    });
    field.append(button);
  }
}

/**
 * The people of each field, to be shown again in the same form.
 * @param {HTMLElement} within
 * @returns {Map<string, ShownPerson[]>}
 */
export function shownPeople(within) {
  return new Map(
    allElements(within, 'fieldset[data-people]').map((field) => [
      field.dataset.choices ?? '',
      boxesIn(field).map((box) => ({
        value: box.value,
        label: box.closest('label')?.textContent ?? '',
        isChosen: box.checked,
      })),
    ]),
  );
}

/**
 * Shows people in their fields again; those whom recert names are left as they are.
 * @param {HTMLElement} within
 * @param {Map<string, ShownPerson[]>} people
 */
export function showPeopleAgain(within, people) {
  for (const field of allElements(within, 'fieldset[data-people]'))
    for (const person of people.get(field.dataset.choices ?? '') ?? [])
      if (boxOf(field, person.value) === undefined) showPerson(field, person);
}

/**
 * @param {HTMLElement} field
 * @param {ShownPerson} person
 */
function showPerson(field, { value, label, isChosen }) {
  const known = boxOf(field, value);
  if (known) {
    known.checked = isChosen;
    return;
  }
  const name = field.dataset.choices ?? '';
  const box = createElement('input', { type: 'checkbox', name, value, checked: isChosen });
  const person = createElement('label', { className: 'check' }, box, createElement('span', { textContent: label }));
  const last = boxesIn(field).at(-1)?.closest('label') ?? firstElement(field, 'legend');
  last.after(person);
}

/**
 * @param {HTMLElement} field
 * @param {string} value
 */
function boxOf(field, value) {
  return boxesIn(field).find((box) => box.value.toLowerCase() === value.toLowerCase());
}

/**
 * @param {HTMLElement} field
 * @returns {HTMLInputElement[]}
 */
function boxesIn(field) {
  return /** @type {HTMLInputElement[]} */ (allElements(field, 'input[type=checkbox]'));
}
