import type { findWords as Source } from '../../en/records/find.ts';

export const findWords = (): ReturnType<typeof Source> => ({
  date: 'Datum',
  provider: 'Anbieter',
  nothingYet: 'Noch keine Einträge. Schreib „log“ an recert, um den ersten anzulegen.',
  nothing: (text) => `Keine Einträge zu „${text}“ gefunden.`,
});
