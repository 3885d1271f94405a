const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`);

/** Words for the rows of a table that aren't imported. */
export const importRowWords = () => ({
  faults: {
    quote: 'a quotation mark isn’t closed, or a line break is inside quotation marks. Correct the quotation marks.',
    'too-wide': 'more cells than the table can have. Put text with commas in quotation marks.',
    'two-rows': 'a date beside the last column: two rows may be on one line. Put each on a line of its own.',
    beside:
      'more cells than columns. Put text with commas or semicolons in quotation marks, or give the column of the note a heading.',
    'too-long': 'a cell is too long. Use at most 5,000 characters.',
  },
  skipped: {
    total: 'a total',
    footer: 'a footer',
    planned: 'planned, not done yet',
    unfinished: 'not completed',
    failed: 'not passed',
    rejected: 'rejected',
    cancelled: 'cancelled',
    deleted: 'deleted',
    'no-credits': 'no credits for any certification',
  },
  noCredits: 'no credits for any certification',
  unknownStatus: (status: string) =>
    `status: “${status}” isn’t known. Use completed, planned, rejected or cancelled, or select no column for the status.`,
  eitherDate: (typed: string) =>
    `date: “${typed}” is ambiguous, and other rows use both orders. Write it like 2026-04-03, or select the date order.`,
  unclearUnit: 'duration: hours or minutes? Select the unit of the duration.',
  undecided: (typed: string) => `credits: “${typed}” is no number. Enter the credits or a duration in the row.`,
  noLength: 'duration and credits: missing. Enter one in the row, or a duration for all such rows.',
  unknownName: (name: string, candidates: readonly string[]) =>
    `certification: “${name}” isn’t known.${candidates.length === 0 ? '' : ` Did you mean ${candidates.join(' or ')}?`} Select what it means.`,
  manyCategories: (short: string) =>
    `credits: in several categories. ${short} allows one per record; use a row for each.`,
  similar: (number: number, isSame: boolean) =>
    `${isSame ? 'the same as' : 'looks like'} line ${number}. If they are different activities, select that.`,
  similarRecord: (title: string, when: string, isSameEvent: boolean) =>
    `${isSameEvent ? 'has the title and day of' : 'looks like'} your record “${title}” on ${when}. If it is a different activity, select that.`,
  careful: (count: number, short: string, category: string) =>
    `${rows(count)} without a category: ${short}, ${category}, because it fills no minimum. If it is wrong, select another one under “Change columns”.`,
  leftOut: (count: number) => `${rows(count)} left out:`,
  handedBack: (count: number, inFile: number) => {
    if (inFile === 0) return `${rows(count)} left out.`;
    const which = inFile === count ? '' : ` ${inFile} to correct.`;
    const reasons = inFile === 1 ? 'it with the reason' : 'them with the reasons';
    return `${rows(count)} left out.${which} The file has ${reasons}. Correct it and import it again.`;
  },
  handedBackTitle: 'Rows that weren’t imported',
  handedBackFile: (day: string) => `recert-not-imported-${day}.csv`,
  reasonColumn: 'Reason not imported',
  first: 'As they will be saved:',
  encodingRead: (encoding: string) => `Read as ${encoding}.`,
  sheetRead: (count: number, sheet: string, order: string) =>
    `${rows(count)} in the sheet “${sheet}”${order === '' ? '' : `, ${order}`}.`,
  formulas: (count: number) =>
    `${count === 1 ? '1 cell has a formula' : `${count} cells have formulas`}; stored results were read, nothing was calculated.`,
  claimColumns: (names: readonly string[]) => `credits by column: ${names.join(', ')}`,
  unnamed: (lines: string, count: number) =>
    `Not imported, because the heading is missing: text in ${count === 1 ? 'line' : 'lines'} ${lines}.`,
  recognised: (name: string) => `Recognised: ${name}.`,
});

/** Words for what is asked about a table. */
export const importQuestionWords = () => ({
  unit: 'Unit of the duration',
  unitHint: 'How to read durations like 90 or 12:30.',
  units: { minutes: 'Minutes (90, or minutes:seconds)', hours: 'Hours (1.5, or hours:minutes)' },
  encoding: 'Encoding',
  encodingHint: 'Select the one that reads correctly.',
  encodingMissing: 'The encoding isn’t clear. Select how the text reads correctly.',
  sheet: 'Sheet',
  sheetHint: 'One sheet is imported at a time.',
  length: 'Duration of rows without one',
  lengthHint: 'For rows with neither a duration nor credits, for example 1h or 45 min.',
  nameMeans: (name: string) => `“${name}” means`,
  nameHint: 'For all rows with this name.',
  noneOfMine: 'None of my certifications',
  distinct: 'Rows that look alike',
  distinctHint: (lines: string, count: number) => `${count === 1 ? 'Line' : 'Lines'} ${lines}.`,
  distinctAnswers: { no: 'The same activity: import it once', yes: 'Different activities: import all' },
  existingRecords: 'Rows like your records',
  existingRecordsAnswers: {
    same: 'The same activities: leave them out',
    distinct: 'Different activities: import them',
  },
});
