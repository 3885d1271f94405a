// @ts-check

/**
 * A small choice of an earlier visit; null if there is none or the browser does not allow it.
 * @param {string} name
 */
export function readChoice(name) {
  try {
    return localStorage.getItem(`recert.${name}`);
  } catch {
    return null;
  }
}

/**
 * Stores a small choice for the next visit, if the browser allows it.
 * @param {string} name
 * @param {string} value
 */
export function storeChoice(name, value) {
  try {
    localStorage.setItem(`recert.${name}`, value);
  } catch {}
}
