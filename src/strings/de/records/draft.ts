import type { Basics } from '../../en/basics.ts';
import type { draftWords as DraftWords } from '../../en/records/draft.ts';

/** Words for unfinished forms. */
export const draftWords = ({ date }: Basics): ReturnType<typeof DraftWords> => ({
  suggested: (day) => `Entwurf vom ${date(day)} wiederhergestellt. Für ein leeres Formular schreib: log new`,
});
