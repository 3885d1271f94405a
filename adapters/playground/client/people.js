// @ts-check
import { readChoice, storeChoice } from './browser-storage.js';
import { showCurrentLog } from './conversation-log.js';
import { allElements, asElement, asInput, elementById, firstElement, targetOf } from './dom.js';
import { answeredLanguage, translatePage } from './language.js';
import { setCurrentPerson } from './person.js';

/** Sets up the list of people to act as; the choice of the last visit is selected. */
export function setUpPeople() {
  const radios = allElements(document, 'input[name=person]').map(asInput);
  const remembered = radios.find((radio) => radio.value === readChoice('person'));
  if (remembered) remembered.checked = true;
  for (const radio of radios) radio.addEventListener('change', () => becomePerson(radio));
  const checked = radios.find((radio) => radio.checked);
  if (checked) becomePerson(checked);
  setUpFolding();
}

/** @param {HTMLInputElement} radio */
function becomePerson(radio) {
  const { tenant = '', user = '', name = '', language } = radio.dataset;
  setCurrentPerson({
    tenant,
    user,
    name,
    id: radio.value,
    avatar: firstElement(asElement(radio.closest('label')), '.avatar'),
    language: answeredLanguage(radio.value) ?? (language === 'de' ? 'de' : 'en'),
  });
  storeChoice('person', radio.value);
  elementById('chosen-name').textContent = name;
  translatePage();
  showCurrentLog();
}

/** On a narrow screen the list is folded behind a button. */
function setUpFolding() {
  const chosen = elementById('chosen');
  const people = elementById('people');
  /** @param {boolean} open */
  const unfold = (open) => {
    chosen.setAttribute('aria-expanded', String(open));
    people.classList.toggle('open', open);
  };
  chosen.addEventListener('click', () => unfold(chosen.getAttribute('aria-expanded') !== 'true'));
  people.addEventListener('click', (event) => {
    // Arrow keys on a radio also click, without a pointer; those keep the list open.
    if (event.detail > 0 && targetOf(event).closest('.person')) unfold(false);
  });
  people.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    unfold(false);
    elementById('line').focus();
  });
}
