import type { Basics } from '../basics.ts';

/** Words for unfinished forms. */
export const draftWords = ({ date }: Basics) => ({
  suggested: (day: string) => `You started this on ${date(day)} and didn’t finish. For an empty form, type: log new`,
});
