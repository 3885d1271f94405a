/** The shortcuts of the apps by their ids in the platforms' manifests, with the commands they run. */
export const SHORTCUTS: ReadonlyMap<string, string> = new Map([
  ['log', 'log'],
  ['log-message', 'log'],
]);
