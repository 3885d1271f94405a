import type { Card } from '../../src/chat/card.ts';

/** The few words that only Teams needs: what the core cannot say, because it was not asked. */
export const words = {
  empty: '–',
  nothingToChoose: 'Nothing to choose from.',
  required: (label: string) => `${label}: an answer is needed.`,
  filesByChat: 'To add a file, send it to me in our chat with the paper clip: a form in Teams takes none.',
  picture: 'A picture in a message does not reach me. Please send it as a file, with the paper clip.',
  more: (count: number) => `… and ${count} more that do not fit here.`,
  openForm: 'Open the form',
  answeredPrivately: (name: string) =>
    name === '' ? 'I answered in your personal chat.' : `${name}, I answered in your personal chat.`,
  notInstalled: (name: string) =>
    `${name === '' ? 'My' : `${name}, my`} answer is for you alone, and I cannot write to you yet: add recert for yourself, then ask again.`,
  fileIsThere: (name: string) => `${name} is among your files now.`,
  fileUnwanted: (name: string) => `${name} was not wanted, and is deleted.`,
  aFile: 'The file',
  linkIsGood: 'Good for 24 hours, for everybody who can see this.',
  formIsGone: 'This form is not there any more. Please close it and open it again; nothing was saved.',
} as const;

/** For somebody without an account in the tenant: a guest, an anonymous participant, another bot. */
export const strangerCard: Card = {
  title: 'For members only',
  blocks: [{ kind: 'text', text: 'recert answers people with an account in the organisation it is installed for.' }],
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

/** A form cannot open by itself in Teams: a button brings it. */
export function formCard(title: string): Card {
  return { title, blocks: [{ kind: 'text', text: 'The form is ready.' }] };
}

/** One line, in the place of what it is about. */
export function lineCard(line: string): Card {
  return { title: '', blocks: [{ kind: 'note', text: line }] };
}
