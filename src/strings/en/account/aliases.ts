/** Other words for commands in English; they work in every language. */
export const ENGLISH_ALIASES: Readonly<Partial<Record<string, readonly string[]>>> = {
  certs: ['certifications', 'certificates'],
  customise: ['customize'],
  debt: ['unproved'],
  home: ['overview', 'dashboard'],
  history: ['records', 'entries'],
  log: ['record'],
  pace: ['progress', 'status'],
  preferences: ['prefs'],
  search: ['find'],
};
