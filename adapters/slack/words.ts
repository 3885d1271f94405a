import type { Card } from '../../src/chat/card.ts';

/** The few words that only Slack needs: what the core cannot say, because it was not asked. */
export const words = {
  cancel: 'Cancel',
  close: 'Close',
  empty: '–',
  nothingToChoose: 'Nothing to choose from.',
  kept: (label: string) => `${label}: kept so far`,
  more: (count: number) => `… and ${count} more that do not fit here.`,
  waiting: 'One moment. This takes longer than usual; the answer appears here and as a direct message.',
  oneMoment: 'One moment',
  openAgain: 'Open the form',
} as const;

/** For somebody who is not of the workspace: a guest through a shared channel. */
export const strangerCard: Card = {
  title: 'For members only',
  blocks: [
    { kind: 'text', text: 'recert answers members of the workspace it is installed in, not guests of a channel.' },
  ],
};

/** When the adapter itself failed. */
export const sorryCard: Card = {
  title: 'That did not work',
  blocks: [{ kind: 'text', text: 'Something went wrong on our side, and nothing more was done. Please try again.' }],
};

/** A reason, where there is no form to show it in. */
export function problemCard(problem: string): Card {
  return { title: sorryCard.title, blocks: [{ kind: 'text', text: problem }] };
}

/** When Slack no longer let us open the form. */
export const lateFormCard: Card = {
  title: 'The form is ready',
  blocks: [{ kind: 'text', text: 'Slack closed the door before the form could open. Please ask for it once more.' }],
};
