import type { Basics } from '../basics.ts';

/** Words for packs: a report with its proof, or everything of a person, in one archive. */
export const packWords = ({ date }: Basics) => ({
  title: 'Evidence pack',
  mine: 'Everything about you',
  counts: (certifications: number, records: number, files: number) =>
    [
      `${certifications} ${certifications === 1 ? 'certification' : 'certifications'}`,
      `${records} ${records === 1 ? 'record' : 'records'}`,
      `${files} ${files === 1 ? 'file of proof' : 'files of proof'}`,
    ].join(' · '),
  begun: 'It is being packed, and comes to you alone in a moment.',
  begunFor: (name: string) => `It is being packed. It comes to you alone in a moment, to be passed on to ${name}.`,
  sentTo: (name: string) => `${name} gets it alone, in a moment.`,
  open: 'Open the pack',
  goodUntil: 'Good until',
  yours: 'The link is for you alone. Every download is in the log.',
  passOn: (name: string) =>
    `For ${name}: whoever has this link has the pack, so pass it on to them alone. Every download is in the log.`,
  madeFor: (name: string, until: string, times: number) =>
    `Made before, for ${name}: good until ${date(until)}, fetched ${times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`}.`,
  withdraw: 'Withdraw the link',
  withdrawn: 'The link is not good any more.',
  noLink: 'There is no such link of yours any more, or it was never made.',
  gone: 'This report is not kept any more. Ask for it once more, then for its pack.',
  none: 'A pack is made of a report, and you have made none yet. Say “report mine”, or “report team” and the name of the team.',
  badCode:
    'A pack is named by the verification code of its report, as it stands on the cover. Without one it is of your last report.',
  tooLarge:
    'All files together are too large to be brought here, and recert has no public address for a link. Whoever runs it can write them: npm run recert -- say --as YOU "export mine" --out FILE',
  form: {
    submit: 'Pack it',
    who: 'For whom?',
    me: 'For me',
    outside: 'Somebody outside: I pass the link on',
    outsider: 'Their name',
    outsiderHint: 'For somebody outside. It is kept with the link, and shown with the number of downloads.',
    days: 'Days the link is good',
    daysHint: '1 to 30',
    badDays: (max: number) => `Write a whole number of days, 1 to ${max}.`,
    nameThem: 'Say who gets it.',
  },
  page: {
    gone: 'This link is not good any more. Ask whoever gave it to you for another one.',
    files: 'Files',
    button: 'Download',
    noted: 'The download is noted in the log of whoever made the pack.',
  },
});
