// @ts-check
/**
 * What the tab needs of Teams.
 * @typedef {object} TeamsClient
 * @property {string} theme
 * @property {string} locale
 * @property {(listener: (theme: string) => void) => void} onTheme
 * @property {() => Promise<string>} getToken
 * @property {() => void} loaded
 * @property {((about: { title: string, isSingle: boolean }) => Promise<{ value: string, label: string }[]>) | undefined} pickPeople Teams’ own list of people, in clients that have one.
 */

/** How long Teams may take to answer; outside of Teams there is no answer. */
const ANSWER_MS = 10_000;

/**
 * Connects to the Teams client that shows the page. Throws outside of Teams.
 * @returns {Promise<TeamsClient>}
 */
export async function connectToTeams() {
  /** @type {typeof import('@microsoft/teams-js')} */
  const { app, authentication, people } = Reflect.get(window, 'microsoftTeams');
  await inTime(app.initialize());
  const context = await inTime(app.getContext());
  return {
    theme: context.app.theme,
    locale: context.app.locale,
    onTheme: (listener) => app.registerOnThemeChangeHandler(listener),
    getToken: () => authentication.getAuthToken(),
    pickPeople: people.isSupported()
      ? async ({ title, isSingle }) => {
          const chosen = await people.selectPeople({
            title,
            singleSelect: isSingle,
            openOrgWideSearchInChatOrChannel: true,
          });
          return chosen.map(({ objectId, displayName, email }) => ({
            value: objectId,
            label: displayName ?? email ?? objectId,
          }));
        }
      : undefined,
    loaded: () => {
      app.notifyAppLoaded();
      app.notifySuccess();
    },
  };
}

/**
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
function inTime(work) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('Teams does not answer.')), ANSWER_MS));
  return /** @type {Promise<T>} */ (Promise.race([work, late]));
}
