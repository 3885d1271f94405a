export const fileWords = () => ({
  failureTitle: 'File not delivered',
  problem: (name: string) =>
    `${name} may not have arrived here. It’s available for 7 days: try again, or ask for it in a private chat with recert.`,
  again: 'Send again',
  goneTitle: 'File no longer available',
  gone: 'This file has been deleted. Request it again.',
});

export const exportWords = () => ({
  title: 'Your records',
  rows: (count: number) => (count === 1 ? '1 row' : `${count} rows`),
  follows:
    'Only you get this file. It opens in any spreadsheet app. The status says which rows are done, planned or deleted; only those that are done count.',
  teamTitle: (team: string) => `Records of ${team}`,
  teamFollows:
    'Only you get this file. It opens in any spreadsheet app. People in it can see that you exported it. Deleted records and plans aren’t included.',
  about: (title: string, count: number) => `${title}, ${count === 1 ? '1 row' : `${count} rows`}`,
  nothing: 'There are no records to export yet.',
  teamNothing: (team: string) => `${team} has no records yet.`,
  statuses: { done: 'Done', planned: 'Planned', deleted: 'Deleted' },
  columns: {
    member: 'Member',
    id: 'ID',
    title: 'Title',
    provider: 'Provider',
    kind: 'Kind',
    delivery: 'Delivery',
    starts: 'Start',
    ends: 'End',
    minutes: 'Minutes',
    certification: 'Certification',
    category: 'Category',
    marks: 'Domains',
    credits: 'Credits',
    cycle: 'Cycle start',
    overClaimReason: 'Reason for the higher claim',
    proofForms: 'Proof',
    proofLink: 'Proof link',
    proofNote: 'Proof note',
    proofFiles: 'Proof files',
    proofHashes: 'SHA-256 of the files',
    description: 'Description',
    loggedAt: 'Logged at',
    status: 'Status',
    takenBackAt: 'Deleted at',
  },
});
