import { lookup } from '../basics.ts';

/** Words for who viewed a member’s record. */
export const accessWords = () => ({
  title: 'Who viewed your record',
  none: 'Only you have viewed your record.',
  last: (when: string, who: string) => `Last viewed ${when} by ${who}`,
  view: (when: string, who: string, what: string) => `${when}: ${who}, ${what}`,
  subjects: lookup({
    risk: 'at-risk list of your team',
    export: 'export of your team’s records',
    report: 'audit report of your team',
    summary: 'weekly summary of your managers',
    ladder: 'message to your managers, as announced',
    '': 'your record',
  }),
  byAgent: (count: number) => `your record, through an assistant (${count === 1 ? '1 request' : `${count} requests`})`,
  operator: 'recert’s operator',
  itself: 'recert',
});
