// @ts-check
/** @import { Language } from '../../../src/chat/language.ts' */

/**
 * The person that the visitor acts as.
 * @typedef {{ tenant: string, user: string, name: string, id: string, avatar: HTMLElement, language: Language }} Person
 */

/** @type {Person | undefined} */
let current;

/** The person chosen in the list. */
export function currentPerson() {
  if (current === undefined) throw new Error('No person is chosen.');
  return current;
}

/**
 * Goes on as another person.
 * @param {Person} person
 */
export function setCurrentPerson(person) {
  current = person;
}

/** The current person, as requests name them. */
export function currentSender() {
  const { tenant, user } = currentPerson();
  return { tenant, user };
}
