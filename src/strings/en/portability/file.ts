export const fileWords = () => ({
  troubleTitle: 'The file did not come',
  problem: (name: string) =>
    `I could not bring you ${name} here, or cannot be sure that it came. It is kept for a week: try again, or ask me for it in our own chat.`,
  again: 'Send it again',
  goneTitle: 'The file is gone',
  gone: 'This file is not kept any more. Ask for it once more.',
});

export const exportWords = () => ({
  title: 'Your records',
  rows: (count: number) => (count === 1 ? '1 row' : `${count} rows`),
  follows: 'The file is for you alone, and opens in any spreadsheet. What you took back is in it too, with its date.',
  teamTitle: (team: string) => `Records of ${team}`,
  teamFollows:
    'The file is for you alone, and opens in any spreadsheet. Everybody in it can see with “looks” that you took it along; what they took back is not in it.',
  about: (title: string, count: number) => `${title}, ${count === 1 ? '1 row' : `${count} rows`}`,
  nothing: 'Nothing is logged yet, so there is nothing to take along.',
  teamNothing: (team: string) => `Nobody in ${team} has logged anything yet.`,
  columns: {
    member: 'Member',
    id: 'Id',
    title: 'Title',
    provider: 'Provider',
    kind: 'Kind',
    delivery: 'Delivery',
    starts: 'Start',
    ends: 'End',
    minutes: 'Minutes',
    certification: 'Certification',
    category: 'Category',
    credits: 'Credits',
    proofForms: 'Proof',
    proofLink: 'Proof link',
    proofNote: 'Proof note',
    proofFiles: 'Proof files',
    proofHashes: 'SHA-256 of the files',
    description: 'Description',
    loggedAt: 'Logged at',
    takenBackAt: 'Taken back at',
  },
});
