import type { Basics } from '../basics.ts';

/** Words for unfinished forms, and for drafts that a program left for a person. */
export const draftWords = ({ date }: Basics) => ({
  suggested: (day: string) => `You started this on ${date(day)} and didn’t finish. For an empty form, type: log new`,
  byAgent: (day: string) =>
    `An assistant drafted this on ${date(day)}. Check it before you save. For an empty form, type: log new`,
  logTitle: 'Draft saved, not logged yet',
  logHow: 'To check and save it, open recert in the chat and type: log',
  planTitle: 'Draft saved, not planned yet',
  planHow: 'To check and add it, open recert in the chat and type: plan',
  drafted: 'Drafted',
  open: 'To be answered',
  planByAgent: (day: string) => `Drafted by an assistant on ${date(day)}, not planned yet`,
  add: 'Add to plan',
  discard: 'Discard',
  gone: 'This draft no longer exists, or it has changed. Type plan to see the current one.',
  empty: 'Say what to draft, for example: 1.5h SANS webcast yesterday for cissp',
  unfinished:
    'There is an unfinished form that you began yourself, so nothing was drafted. Finish it first: type log in the chat, or log new to discard it.',
  noCertifications: 'You haven’t added a certification yet. Add one in the chat first, for example: add cissp',
  unknownPerson: 'recert doesn’t know this person. Open recert in Slack or Teams once, and type: help. Then ask again.',
  notForAgents: 'An assistant can read and leave drafts only. Do this in the chat yourself.',
  repeated: 'This request was answered before. Ask again.',
});
