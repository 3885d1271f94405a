interface ImportedCounts {
  readonly certifications: number;
  readonly records: number;
  readonly already: number;
  readonly files: number;
  readonly missing: number;
}

const certifications = (n: number) => (n === 1 ? '1 certification' : `${n} certifications`);
const records = (n: number) => (n === 1 ? '1 record' : `${n} records`);
const files = (n: number) => (n === 1 ? '1 file of proof' : `${n} files of proof`);
const lost = (n: number) => (n === 0 ? '' : ` ${files(n)} ${n === 1 ? 'is' : 'are'} missing or can’t be imported.`);

/** Words for importing an archive of `export mine`. */
export const importArchiveWords = () => ({
  title: 'Import from another recert',
  take: 'Import',
  would: ({ certifications: added, records: fresh, already, missing }: Omit<ImportedCounts, 'files'>) =>
    `${certifications(added)} and ${records(fresh)} to import. Already there: ${records(already)}.${lost(missing)}`,
  done: ({ certifications: added, records: fresh, already, files: stored, missing }: ImportedCounts) =>
    `${certifications(added)}, ${records(fresh)} and ${files(stored)} imported. Already there: ${records(already)}.${lost(missing)}`,
  note: 'Certifications you already have here keep their cycles. Attestations from the other recert aren’t imported.',
  wrong: (n: number) => `${n === 1 ? '1 problem' : `${n} problems`}; nothing was imported:`,
  none: 'The archive has no recert.json. Use a file created by “export mine”.',
  notJson: 'The file recert.json isn’t valid JSON. Export it again.',
  shape: (path: string) => `The file recert.json isn’t valid${path === '' ? '' : ` at ${path}`}. Export it again.`,
  unknown: (code: string) =>
    `The certification “${code}” isn’t in the catalogue here. Ask an admin to add it with “customise”.`,
  torn: (code: string) => `The cycles of “${code}” overlap or end before they start.`,
  record: (n: number, title: string, problem: string) => `Record ${n}, ${title}: ${problem}`,
  ends: 'the end is before the start.',
  future: 'the date is in the future.',
  twice: 'it claims credits twice for the same certification.',
  noCredits: (code: string) => `“${code}” doesn’t require credits here.`,
  noCategory: (code: string, category: string) => `“${code}” has no category “${category}” here.`,
  noCycle: (code: string, day: string) =>
    `“${code}” has no cycle here that starts on ${day}. Correct its cycles first.`,
});
