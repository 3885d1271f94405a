type Status = 'met' | 'missed' | 'not-started' | 'behind' | 'ahead' | 'on-track';

/** A status in one sign and words, so that no colour is needed to read it. */
const STATUS: Readonly<Record<Status, string>> = {
  met: '✓ met',
  missed: '✕ missed',
  'not-started': '○ not started',
  behind: '▼ behind',
  ahead: '▲ ahead',
  'on-track': '● on track',
};

const CERTAINTY = {
  O: 'read on the body’s own page',
  Om: 'read in a copy of the official page',
  C: 'from a chapter of the body',
  S: 'from a secondary source',
  P: 'seen in the body’s portal',
  M: 'unverified',
} as const;

/** English; `locale` decides only how dates are written. */
export function english(locale: string) {
  const dates = new Intl.DateTimeFormat(locale.startsWith('en') ? locale : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const date = (day: string) => dates.format(new Date(`${day}T00:00:00Z`));
  const days = (n: number) => (n === 1 ? '1 day' : `${n} days`);
  const span = (from: string, until: string) => (from === until ? date(from) : `${date(from)} – ${date(until)}`);
  const offBy = (delta: number) => {
    if (delta === 0) return 'exactly on pace';
    return `${days(Math.abs(delta))} ${delta < 0 ? 'behind' : 'ahead'}`;
  };

  return {
    date,
    days,
    span,
    offBy,
    amount,
    credits: (credits: number, unit: Unit) => `${amount(credits)} ${credits === 100 ? unit.one : unit.many}`,
    minutes,
    status: (status: Status) => STATUS[status],
    certainty: (certainty: keyof typeof CERTAINTY) => CERTAINTY[certainty],
    list: (items: readonly string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items),

    help: {
      title: 'recert',
      intro: 'I keep your certifications alive: log what you learn, and I tell you how you stand, to the day.',
      unknown: (word: string, nearest: string | undefined) =>
        nearest === undefined ? `I do not know “${word}”.` : `I do not know “${word}”. Did you mean “${nearest}”?`,
      didYouMean: (nearest: string) => `Yes, ${nearest}`,
      note: 'Everything is answered to you alone. Dates may be typed as today, last friday, 20 Nov or 2026-11-20.',
    },

    commands: {
      help: { usage: 'help', summary: 'what I can do' },
      add: { usage: 'add cissp since 2025-01-01', summary: 'add a certification you hold' },
      certs: { usage: 'certs', summary: 'your certifications and their cycles' },
      log: {
        usage: 'log 1.5h SANS webcast yesterday for cissp',
        summary: 'log an activity; a form opens, filled in as far as it can be',
      },
      pace: { usage: 'pace [cissp] [--on 2026-12-31]', summary: 'ahead, on track or behind, to the day' },
      undo: { usage: 'undo', summary: 'take back what you logged last' },
      restore: { usage: 'restore', summary: 'put back what you took back' },
      link: { usage: 'link', summary: 'be one person here and on another platform, by a one-time code' },
      unlink: { usage: 'unlink', summary: 'undo that' },
      remove: { usage: 'remove cissp', summary: 'take away a certification you added by mistake' },
    },

    shape: {
      missing: 'Please answer this.',
      tooLong: (length: number, most: number) => `${length} characters are too many: at most ${most}.`,
      notOffered: 'Please choose one of the options offered.',
      badDay: (typed: string) => `“${typed}” is not a day of the calendar. Write it as 2026-11-20.`,
      future: (day: string) => `${date(day)} lies in the future. Log it once it has happened.`,
      endBeforeStart: (start: string) => `The end lies before the start, ${date(start)}.`,
    },

    add: {
      title: 'Add a certification',
      submit: 'Next',
      certification: 'Certification',
      certificationHint: 'Type to search, for example CISSP or Security+.',
      number: 'Certificate number',
      start: 'Certified on',
      startHint: 'The day you were certified. I work out the cycle you are in now.',
      expiry: 'Expires on, as printed on the certificate',
      expiryHint: 'If you have it, this date wins.',
      unknown: (typed: string, nearest: string | undefined) =>
        nearest === undefined
          ? `“${typed}” is not in the catalogue.`
          : `“${typed}” is not in the catalogue. Did you mean ${nearest}?`,
      needsDate: 'Give one of the two dates: I work out the cycle from it.',
      needsExpiry: (short: string) =>
        `The cycle of ${short} ends with your birth month. I do not ask for your birthday: give the expiry date printed on the certificate.`,
      startInFuture: (day: string) => `${date(day)} lies in the future.`,
      expiryBeforeStart: (start: string) => `The expiry lies before ${date(start)}.`,
      twice: (short: string) => `You have ${short} already. See it with “certs”.`,
      confirmTitle: 'Is this your cycle?',
      confirmSubmit: 'Add',
      confirmIntro: (short: string, rule: string) =>
        `${short}: ${rule} Correct the dates if your certificate says otherwise.`,
      cycleStart: 'The cycle starts on',
      cycleEnd: 'The cycle ends on',
      tooShort: 'A cycle has at least 28 days.',
      tooLong: 'A cycle has at most ten years.',
      rule: (anchor: Anchor, months: number) => ANCHORS[anchor](length(months)),
      added: (short: string) => `${short} added`,
      cycle: 'Cycle',
      expires: 'Expires',
      neverExpires: 'Never expires: nothing to do.',
      log: 'Log a credit',
    },

    remove: {
      which: 'Which certification? Write for example “remove cissp”.',
      claimed: (short: string) =>
        `Credits are logged for ${short}, so it stays. Take those records back first, with “undo”.`,
      removed: (short: string) => `${short} removed`,
      text: 'Nothing was logged for it. Add it again at any time.',
    },

    link: {
      title: 'Link two platforms',
      typeThis: 'On the other platform, type this to recert:',
      tenMinutes:
        'The code is good for ten minutes, once. When it was typed there, confirm it here. What is recorded here will be used on both sides.',
      confirm: 'Confirm',
      accept: 'Yes, that is me',
      acceptText: (owner: string) =>
        `This is a code of ${owner}. If that is you, recert will use their certifications and records here too. What you have recorded on this side rests, and comes back with “unlink”.`,
      code: 'Code',
      asked: (other: string, platform: string) =>
        [
          { bold: other },
          ` on ${platform} has typed your code and wants to be you. If that is you, confirm it; if not, do nothing.`,
        ] as const,
      waiting: (owner: string) => `Now go back to where ${owner} got the code, and press “Confirm” there.`,
      badCode: 'This code is wrong, used, or older than ten minutes. Type “link” on the other side for a new one.',
      sameSide: 'This is your own code. Type it on the other platform.',
      notYet: 'Nobody has typed your code yet. Type it on the other platform first.',
      linked: 'Linked',
      linkedText: (other: string, platform: string) =>
        [{ bold: other }, ` on ${platform} is you now: the same certifications and records on both sides.`] as const,
      none: 'Nothing is linked.',
      unlinked: 'No longer linked',
      unlinkedText: 'Each side has its own certifications and records again.',
      platforms: { slack: 'Slack', teams: 'Microsoft Teams', playground: 'the playground', terminal: 'the terminal' },
    },

    certs: {
      title: 'Your certifications',
      none: 'You have no certification here yet.',
      add: 'Add a certification',
      detail: 'Details',
      number: (number: string) => `No. ${number}`,
    },

    log: {
      title: 'Log a credit',
      submit: 'Save',
      activityTitle: 'What was it?',
      titlePlaceholder: 'SANS webcast on zero trust',
      provider: 'Provider',
      kind: 'Kind',
      delivery: 'Delivery',
      start: 'Date',
      end: 'Last day',
      endHint: 'Only if it took several days.',
      duration: 'Duration',
      durationHint: '90m, 1h30 or 1.5h',
      counts: 'Counts for',
      creditsOf: (short: string, unit: Unit) => `${short}: ${unit.many}`,
      creditsIn: (short: string, category: string, unit: Unit) => `${short}, ${category}: ${unit.many}`,
      categoryOf: (short: string) => `${short}: category`,
      creditsHint: 'Empty: worked out from the duration.',
      estimate: (low: number, likely: number, high: number, perCredit: number, unit: Unit) =>
        `Estimate: ${range(low, likely, high)} ${unit.many}, ${perCredit} minutes each.`,
      unverified: ' (unverified)',
      link: 'Proof: link',
      linkHint: 'https:// address of the certificate or the confirmation. I never open it.',
      note: 'Proof: note',
      noteHint: 'Where the proof is kept, or what shows that you attended.',
      description: 'Description',
      descriptionHint: 'What you learned; some bodies ask for it.',
      readDate: (typed: string, day: string) => `I read “${typed}” as ${date(day)}.`,
      notHeld: (short: string) => `You have not added ${short} yet, so it is not in this form.`,
      unknownCertification: (typed: string) => `I do not know the certification “${typed}”.`,
      badDuration: (typed: string) => `“${typed}” is not a duration. Write it as 90m, 1h30 or 1.5h.`,
      durationTooLong: 'More than 1,000 hours cannot be one activity.',
      unreadable: (typed: string) => `“${typed}” is not a number of credits. Write it as 1.5.`,
      negative: 'Credits cannot be negative.',
      tooFine: 'Credits have at most two decimals.',
      tooLarge: 'No body counts that many credits in one entry.',
      step: (body: string, step: number) => `${body} counts in steps of ${amount(step)}.`,
      overEntryCap: (body: string, limit: number) => `${body} takes at most ${amount(limit)} in one entry.`,
      notTicked: (short: string) =>
        `${short} is not chosen under “Counts for”. Choose it there, or clear these credits.`,
      noCredits: 'How many credits? Or give the duration above.',
      noCategory: 'Which category?',
      worthNothing: (mins: number) =>
        `${minutes(mins)} are too short for a credit here. Type the credits, or unchoose it.`,
      noRoom: (credits: number) =>
        `A limit is reached here, so nothing of it would count. Type the credits you claim, ${amount(credits)} by the duration, or unchoose it.`,
      noConversion: 'How many minutes make one credit here is not known. Please type the credits.',
      countsForNothing: 'Choose at least one certification.',
      notHttps: 'The link must start with https://',
      badLink: 'This is not a web address that can be kept: no user names, no bare numbers, at most 2,048 characters.',
      noHoldings: 'Add a certification first; then what you log can count for it.',
      noCreditHoldings: 'None of your certifications is renewed by credits, so there is nothing to log for them.',
      logged: 'Logged',
      when: 'Date',
      proof: 'Proof',
      noProof: 'none yet: credits you cannot prove do not survive an audit',
      claims: (short: string, credits: string, category: string | undefined) =>
        category === undefined ? `${short}: ${credits}` : `${short}: ${credits} (${category})`,
      closer: (gained: number, now: string) => `${days(gained)} closer, now ${now}`,
      fell: (lost: number, now: string) => `${days(lost)} further away, now ${now}`,
      still: (headline: string) => `still ${headline}`,
      elsewhere: (requirement: string, moved: string, headline: string) => `${requirement} ${moved}; still ${headline}`,
      nowBinding: (headline: string) => `now ${headline}`,
      nowMet: 'everything required so far is met',
      notStarted: (day: string) => `the cycle starts on ${date(day)}`,
      outside: (cycle: string) => `not counted, it lies outside the cycle ${cycle}`,
      overCap: (credits: string, cap: string, limit: number) =>
        `${credits} not counted, over the limit of ${amount(limit)} for ${cap}`,
      pushedOut: (credits: string, short: string) =>
        `An entry of a later date now has ${credits} less counted for ${short}, for this one came first.`,
      undo: 'Undo',
      another: 'Log another',
      pace: 'My pace',
      undone: 'Taken back',
      undoneText: (title: string) => ['“', { bold: title }, '” no longer counts.'] as const,
      restore: 'Put it back',
      restored: 'Put back',
      restoredText: (title: string) => ['“', { bold: title }, '” counts again.'] as const,
      gone: 'This record is not there any more, or it is not yours.',
      alreadyUndone: 'This record was taken back before.',
      alreadyThere: 'This record counts already.',
      nothingToUndo: 'There is nothing to take back.',
      nothingToRestore: 'There is nothing to put back.',
    },

    kinds: {
      course: 'Course or training',
      webinar: 'Webinar or webcast',
      conference: 'Conference',
      'chapter-meeting': 'Chapter meeting',
      'self-study': 'Self-study',
      reading: 'Reading',
      podcast: 'Podcast',
      'vendor-presentation': 'Vendor presentation',
      'college-course': 'University course',
      lab: 'Lab or exercise',
      teaching: 'Teaching or speaking',
      authoring: 'Writing or creating material',
      'exam-development': 'Exam development',
      'exam-passed': 'Exam passed',
      volunteering: 'Volunteering',
      mentoring: 'Mentoring',
      'work-experience': 'Work experience',
      other: 'Something else',
    },
    deliveries: {
      'online-live': 'Online, live',
      'online-recorded': 'Online, recorded',
      'in-person': 'In person',
      'self-paced': 'At my own pace',
    },

    pace: {
      title: (on: string | undefined) => (on === undefined ? 'Your pace' : `Your pace on ${date(on)}`),
      unknown: (typed: string, nearest: string | undefined) =>
        `You have no certification “${typed}” here.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
      headline: (status: Status, delta: number) => {
        if (status === 'met' || status === 'missed' || status === 'not-started') return STATUS[status];
        if (status === 'on-track') return `${STATUS[status]}, ${offBy(delta)}`;
        return `${STATUS[status].slice(0, 1)} ${offBy(delta)}`;
      },
      because: (headline: string, requirement: string) => `${headline}, because of ${requirement}`,
      inGrace: (delta: number) => `▼ behind, the cycle is over and the last days to earn are running (${offBy(delta)})`,
      totalAlone: (status: Status, delta: number) => {
        if (status === 'met' || status === 'missed') return `; the total alone is ${status}`;
        return `; the total alone is ${offBy(delta)}`;
      },
      allMet: '✓ everything required so far is met',
      startsOn: (day: string) => `○ not started: the cycle starts on ${date(day)}`,
      requirement: requirementName,
      progress: (counted: number, required: number, unit: Unit) =>
        `${amount(counted)} of ${amount(required)} ${unit.many}`,
      remaining: 'Remaining',
      nothing: 'nothing',
      deadline: 'Deadline',
      daysLeft: (day: string, left: number) => `${date(day)}, ${left === 0 ? 'no day left' : `${days(left)} left`}`,
      daysOf: (day: string, length: number) => `${date(day)}, ${days(length)} from the start`,
      needed: 'Needed',
      perWeek: (rate: number, unit: Unit) => `${amount(rate)} ${unit.many} a week`,
      forecast: 'At your last 90 days’ rate',
      forecastOn: (day: string, isLate: boolean) => `done on ${date(day)}${isLate ? ', too late' : ''}`,
      forecastNothing: 'no credits in the last 90 days, so no day can be named',
      line: (name: string, progress: string, standing: string) => `${name}: ${progress}, ${standing}`,
      advice: (line: string) => `Advice: ${line}`,
      others: 'Other requirements',
      notCounted: 'Not counted',
      cutCap: (credits: string, cap: string, limit: number) =>
        `${credits} over the limit of ${amount(limit)} for ${cap}`,
      cutOutside: (credits: string) => `${credits} earned outside the cycle`,
      source: 'Rule',
      unknownRule: (rule: string) => `Not checked, because it is not known for certain: ${rule}.`,
      window: (from: string, until: string) => span(from, until),
      examTitle: 'Renewed by an exam',
      assessmentTitle: 'Renewed by an assessment',
      examOpen: (end: string, left: number) => `can be renewed now, until ${date(end)}; ${days(left)} left`,
      examLate: (expiry: string, end: string) => `expired on ${date(expiry)}, can still be renewed until ${date(end)}`,
      examSoon: (start: string, left: number) => `can be renewed from ${date(start)}; ${days(left)} until it expires`,
      examOver: (end: string) => `expired on ${date(end)}`,
      neverExpires: 'never expires',
      badDay: (typed: string) =>
        typed === ''
          ? 'Which day? Write it as --on 2026-12-31.'
          : `I cannot read “${typed}” as a day. Write it as 2026-12-31.`,
      all: 'All certifications',
    },

    failure: {
      title: 'That did not work',
      text: (reference: string) =>
        `Something failed on our side, not yours. Nothing that was confirmed is lost. Please try again; if it stays, give this reference to your admin: ${reference}`,
      slow: (reference: string) =>
        `The database does not answer in time. Please try again in a moment. Reference: ${reference}`,
      slowAct: (reference: string) =>
        `The database does not answer in time, so I cannot say whether this was done. Look with “pace” before you do it again. Reference: ${reference}`,
      slowSave: (reference: string) =>
        `The database does not answer in time. Whether this was saved is not known yet; send it again, it cannot be saved twice. Reference: ${reference}`,
      notAllowed: 'Your role does not allow this. Ask an admin of your workspace.',
    },
  };
}

interface Unit {
  readonly one: string;
  readonly many: string;
}

type Anchor = 'certified' | 'certified-same-day' | 'january' | 'birth-month' | 'anniversary-month';

const ANCHORS: Readonly<Record<Anchor, (length: string) => string>> = {
  certified: (length) => `${length} from the day of certification.`,
  'certified-same-day': (length) => `${length}, ending on the date of certification.`,
  january: (length) => `${length} from the first 1 January after certification.`,
  'birth-month': (length) => `${length}, ending with your birth month.`,
  'anniversary-month': (length) => `${length} from the end of the month of certification.`,
};

function length(months: number): string {
  if (months % 12 !== 0) return `${months} months`;
  return months === 12 ? 'one year' : `${months / 12} years`;
}

/** Hundredths as people write them: 125 is `1.25`, 6000 is `60`. */
function amount(hundredths: number): string {
  const whole = Math.trunc(hundredths / 100);
  const rest = String(Math.abs(hundredths % 100))
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

function range(low: number, likely: number, high: number): string {
  if (low === high) return amount(likely);
  return low === likely || likely === high
    ? `${amount(low)} – ${amount(high)}`
    : `${amount(low)} – ${amount(likely)} – ${amount(high)}`;
}

function minutes(total: number): string {
  const hours = Math.floor(total / 60);
  if (hours === 0) return `${total} min`;
  return total % 60 === 0 ? `${hours} h` : `${hours} h ${total % 60} min`;
}

/** A requirement by name: over everything or a category, in the whole cycle or one of its years. */
function requirementName(
  category: string | undefined,
  year: string | undefined,
  severity: 'hard' | 'suggested',
): string {
  const minimum = severity === 'hard' ? 'minimum' : 'suggestion';
  if (year !== undefined) return `the ${year} ${category === undefined ? '' : `${category} `}${minimum}`;
  return category === undefined ? 'the total' : `the ${category} ${minimum}`;
}
