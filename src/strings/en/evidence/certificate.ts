import type { Basics } from '../basics.ts';

/** Words for what was read in a certificate. */
export const certificateWords = ({ list }: Basics) => ({
  readFromFile: 'Read from the file.',
  filledIn: 'Empty fields were filled in from the file. Check them, then save.',
  differs: (onFile: string, typed: string) => `The file says ${onFile}; the form says ${typed}.`,
  otherCredits: (short: string, onFile: string, typed: string) =>
    `${short}: the file says ${onFile}; the form says ${typed}.`,
  title: 'Certificate received',
  titleNoProof: 'Not proof of attendance',
  log: 'Log it',
  logCourse: (title: string) => `Log ${title}`,
  planIt: (title: string, day: string) =>
    `To plan it, type “plan”, its length, its title and its day, for example: plan 8h ${title} on ${day}`,
  credits: 'Credits',
  nameOnIt: 'Name on it',
  otherName: (name: string) => `The name on it isn’t yours: ${name}.`,
  shorterName: (name: string) => `The name on it is shorter than yours: ${name}.`,
  spelling: (name: string) => `The name on it is spelt differently from yours: ${name}.`,
  noProof: {
    receipt: (file: string) =>
      `${file} is a receipt. It shows a payment, not that you attended, so it isn’t attached as proof. Send the certificate of attendance.`,
    registration: (file: string) =>
      `${file} confirms a registration. It doesn’t show that you attended, so it isn’t attached as proof. Send the certificate of attendance.`,
    admission: (file: string) =>
      `${file} is a ticket. It doesn’t show that you attended, so it isn’t attached as proof. Send the certificate of attendance afterwards.`,
  },
  unread: {
    encrypted: (file: string) =>
      `${file} needs a password, so it can’t be read. Fill in the form yourself, or send a copy without a password.`,
    broken: (file: string) => `${file} is damaged and can’t be read. Open it to check, or fill in the form yourself.`,
    'no-text': (file: string) => `No text was found in ${file}. Fill in the form yourself.`,
    'too-slow': (file: string) =>
      `Reading ${file} took too long. Fill in the form yourself, or send only the page with the certificate.`,
    'too-large': (file: string) =>
      `${file} is too large to be read. Fill in the form yourself, or send a smaller scan (150 dpi is enough).`,
    'pictures-off': (file: string) =>
      `${file} is a picture, and reading pictures is turned off here. Fill in the form yourself.`,
  },
  askDays: 'The file doesn’t say clearly on which days you took part. Enter them.',
  askDuration: 'The file doesn’t say clearly how long you took part. Enter the time.',
  askCredits: 'The file doesn’t say clearly how many credits you earned. Enter them.',
  whichCourse: 'Each course is a record of its own. Choose one to log.',
  inProgress: (titles: readonly string[]) => `Still in progress, so not to be logged: ${list(titles)}.`,
  failed: (titles: readonly string[]) => `Not passed, so not to be logged: ${list(titles)}.`,
  badge: 'Badge received',
  badgeNotProof: 'Badge not accepted',
  version: 'Open Badge',
  expires: 'Expires',
  addCertification: (short: string) => `Add ${short}`,
  renewCertification: (short: string) => `Renew ${short}`,
  issuedTo: (recipient: string) => `Issued to ${recipient}.`,
  issuedToMember: 'Issued to your e-mail address.',
  issuedToOther: (address: string | undefined, own: readonly string[]) =>
    `Issued to ${address ?? 'an e-mail address'}${address === undefined ? ' that isn’t' : ', not to'} ${list(own)}. Use it as proof only if that address is yours, too.`,
  recipientUnknown:
    'The address it was issued to is encoded and can’t be compared with yours. Check that the badge is yours.',
  hosted: (file: string) =>
    `${file} only links to its content. recert opens no links, so enter the title and the issuer yourself.`,
  signature: {
    valid: (file: string) =>
      `The signature of ${file} fits the key inside it: it wasn’t changed since. Who holds the key can’t be checked offline.`,
    unchecked: (file: string) => `The signature of ${file} can’t be checked, because it contains no key.`,
    invalid: (file: string) =>
      `The signature of ${file} doesn’t fit its content: it was changed or is damaged. It isn’t attached as proof. Download the badge again.`,
  },
  several: 'Several certificates: the form is filled in from none of them. Send one at a time to have it filled in.',
  certificateId: (id: string) => `Certificate number: ${id}`,
  sponsorId: (id: string) => `Sponsor number: ${id}`,
});
