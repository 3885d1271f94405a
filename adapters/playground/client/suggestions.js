// @ts-check
import { currentSender } from './person.js';

/** @import { Suggestion } from './search-field.js' */

/**
 * The options of a list that match what the current person typed; none if recert can't be reached.
 * @param {string} source
 * @param {string} typed
 */
export async function fetchSuggestions(source, typed) {
  const query = new URLSearchParams({ ...currentSender(), source, q: typed });
  /** @type {{ options?: Suggestion[] }} */
  const { options = [] } = await fetch(`/playground/suggest?${query}`).then(
    (response) => response.json(),
    () => ({}),
  );
  return options;
}
