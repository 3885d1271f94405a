import type { findWords as Source } from '../../en/records/find.ts';

export const findWords = (): ReturnType<typeof Source> => ({
  date: 'Datum',
  provider: 'Anbieter',
  nothingYet: 'Es ist noch nichts eingetragen. Schreib „log“ an recert.',
  nothing: (text) => `Keiner deiner Einträge passt zu „${text}“.`,
});
