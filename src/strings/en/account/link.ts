import type { Rich } from '../basics.ts';

export const linkWords = () => ({
  title: 'Link two platforms',
  typeThis: 'On the other platform, type this to recert:',
  tenMinutes:
    'The code is good for ten minutes, once. When it was typed there, confirm it here. What is recorded here will be used on both sides.',
  confirm: 'Confirm',
  accept: 'Yes, that is me',
  acceptText: (owner: string) =>
    `This is a code of ${owner}. If that is you, recert will use their certifications and records here too. What you have recorded on this side rests, and comes back with “unlink”.`,
  code: 'Code',
  asked: (other: string, platform: string): Rich => [
    { bold: other },
    ` on ${platform} has typed your code and wants to be you. If that is you, confirm it; if not, do nothing.`,
  ],
  waiting: (owner: string) => `Now go back to where ${owner} got the code, and press “Confirm” there.`,
  badCode: 'This code is wrong, used, or older than ten minutes. Type “link” on the other side for a new one.',
  sameSide: 'This is your own code. Type it on the other platform.',
  notYet: 'Nobody has typed your code yet. Type it on the other platform first.',
  linked: 'Linked',
  linkedText: (other: string, platform: string): Rich => [
    { bold: other },
    ` on ${platform} is you now: the same certifications and records on both sides.`,
  ],
  none: 'Nothing is linked.',
  unlinked: 'No longer linked',
  unlinkedText: 'Each side has its own certifications and records again.',
  platforms: { slack: 'Slack', teams: 'Microsoft Teams', playground: 'the playground', terminal: 'the terminal' },
});
