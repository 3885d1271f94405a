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
const lost = (n: number) => (n === 0 ? '' : ` ${files(n)} did not come along, or cannot be taken.`);

/** Words for taking over what somebody took along from another recert. */
export const importArchiveWords = () => ({
  title: 'From another recert',
  take: 'Take it over',
  would: ({ certifications: added, records: fresh, already, missing }: Omit<ImportedCounts, 'files'>) =>
    `${certifications(added)} and ${records(fresh)} would be added. Here already: ${records(already)}.${lost(missing)}`,
  done: ({ certifications: added, records: fresh, already, files: stored, missing }: ImportedCounts) =>
    `${certifications(added)}, ${records(fresh)} and ${files(stored)} added. Here already: ${records(already)}.${lost(missing)}`,
  note: 'Certifications that are held here keep their cycles. Who attested elsewhere does not vouch here.',
  wrong: (n: number) =>
    n === 1 ? 'One thing is wrong, so nothing is taken:' : `${n} things are wrong, so nothing is taken:`,
  none: 'There is no recert.json in it: it is no file of “export mine”.',
  notJson: 'Its recert.json cannot be read.',
  shape: (path: string) => `Its recert.json is not as recert writes it${path === '' ? '' : `: ${path}`}.`,
  unknown: (code: string) => `The certification “${code}” is not known here.`,
  torn: (code: string) => `The cycles of “${code}” overlap, or end before they begin.`,
  record: (n: number, title: string, problem: string) => `Record ${n}, ${title}: ${problem}`,
  ends: 'it ends before it begins.',
  future: 'it has not happened yet.',
  twice: 'it claims twice for the same certification.',
  noCredits: (code: string) => `“${code}” takes no credits here.`,
  noCategory: (code: string, category: string) => `“${code}” has no “${category}” here.`,
  noCycle: (code: string, day: string) =>
    `“${code}” has no cycle here that begins on ${day}: correct its cycles first.`,
});
