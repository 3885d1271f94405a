import type { Basics } from '../basics.ts';

/** Words for packs: a report with its proof, or everything of a person, in one archive. */
export const packWords = ({ date }: Basics) => ({
  title: 'Evidence pack',
  mine: 'All your data',
  counts: (certifications: number, records: number, files: number) =>
    [
      `${certifications} ${certifications === 1 ? 'certification' : 'certifications'}`,
      `${records} ${records === 1 ? 'record' : 'records'}`,
      `${files} ${files === 1 ? 'proof file' : 'proof files'}`,
    ].join(' · '),
  begun: 'Preparing the pack. I’ll send it to you privately.',
  begunFor: (name: string) => `Preparing the pack for ${name}. I’ll send it to you privately so you can pass it on.`,
  sentTo: (name: string) => `Preparing the pack. I’ll send it to ${name} privately.`,
  open: 'Open pack',
  goodUntil: 'Valid until',
  yours: 'This link is only for you. Every download is logged.',
  passOn: (name: string) =>
    `Anyone with this link can download the pack, so share it only with ${name}. Every download is logged.`,
  madeFor: (name: string, until: string, times: number) =>
    `Earlier link for ${name}: valid until ${date(until)}, downloaded ${times === 1 ? '1 time' : `${times} times`}.`,
  withdraw: 'Revoke link',
  withdrawn: 'Link revoked.',
  noLink: 'This link no longer exists, or it isn’t yours.',
  gone: 'This report is no longer available. Create it again, then its pack.',
  none: 'You don’t have a report to pack yet. Type “report mine”, or “report team” and the team’s name.',
  badCode: 'The verification code isn’t valid. Use the code on the report’s cover, or none for your last report.',
  tooLarge:
    'The files are too large to send here, and recert has no public address for a link. Ask your admin to run: npm run recert -- say --as YOU "export mine" --out FILE',
  form: {
    submit: 'Create pack',
    who: 'Recipient',
    me: 'Me',
    outside: 'External person (I’ll send the link)',
    outsider: 'Name of external person',
    outsiderHint: 'Saved with the link and shown with the number of downloads.',
    days: 'Link valid for days',
    daysHint: 'From 1 to 30 days.',
    badDays: (max: number) => `The number of days isn’t valid. Enter a whole number from 1 to ${max}.`,
    nameThem: 'Required for an external person.',
  },
  page: {
    gone: 'This link is no longer valid. Ask the sender for a new one.',
    files: 'Files',
    button: 'Download',
    noted: 'The sender’s log records this download.',
  },
});
