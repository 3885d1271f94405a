// @ts-check
const POLL_MS = 1_200;
const MAX_PAUSE_MS = 30_000;
/** The day may have changed without anybody doing anything. */
const OLD_MS = 10 * 60_000;

/**
 * Watches for changes made in other places while the page can be seen.
 * @param {{ fetchRevision: () => Promise<string>, shownRevision: () => string, draw: () => Promise<void> }} page
 */
export function watchForChanges({ fetchRevision, shownRevision, draw }) {
  let pause = POLL_MS;
  let drawnAt = Date.now();

  async function look() {
    const revision = await fetchRevision();
    const isChanged = revision !== '' && revision !== shownRevision();
    if (!isChanged && Date.now() - drawnAt < OLD_MS) return;
    drawnAt = Date.now();
    await draw();
  }

  async function next() {
    if (document.visibilityState === 'visible') {
      try {
        await look();
        pause = POLL_MS;
      } catch {
        // A failed look says nothing that the person did not ask for; it is tried again, later each time.
        pause = Math.min(MAX_PAUSE_MS, pause * 2);
      }
    }
    setTimeout(next, pause);
  }

  document.addEventListener('visibilitychange', () => {
    pause = POLL_MS;
  });
  setTimeout(next, pause);
}
