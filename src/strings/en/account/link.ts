import type { Rich } from '../basics.ts';

export const linkWords = () => ({
  title: 'Link two platforms',
  typeThis: 'On the other platform, type this to recert:',
  tenMinutes:
    'The code works once, within 10 minutes. After you type it there, confirm here. Your records here are then used on both platforms.',
  confirm: 'Confirm',
  accept: 'Yes, that’s me',
  acceptText: (owner: string) =>
    `This code belongs to ${owner}. If that’s you, your certifications and records from there are used here too. Your records here are set aside until you “unlink”.`,
  code: 'Code',
  requested: (other: string, platform: string): Rich => [
    { bold: other },
    ` on ${platform} typed your code. If that’s you, confirm it; if not, ignore this message.`,
  ],
  waiting: (owner: string) => `Almost done. Go back to where you got the code as ${owner} and select “Confirm”.`,
  badCode: 'This code is invalid, used or expired. Type “link” on the other platform to get a new one.',
  sameSide: 'This is your own code. Type it on the other platform.',
  notYet: 'Your code hasn’t been used yet. Type it on the other platform first.',
  linked: 'Linked',
  linkedText: (other: string, platform: string): Rich => [
    { bold: other },
    ` on ${platform} is now linked to you. You have the same certifications and records on both platforms.`,
  ],
  none: 'Your account isn’t linked.',
  unlinked: 'Unlinked',
  unlinkedText: 'Each platform has its own certifications and records again.',
  platforms: { slack: 'Slack', teams: 'Microsoft Teams', playground: 'the playground', terminal: 'the terminal' },
});
