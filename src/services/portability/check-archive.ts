import type { Catalogue } from '../../catalogue/index.ts';
import type { Day } from '../../domain/calendar.ts';
import { WHOLE } from '../../domain/category-tree.ts';
import { marksOf } from '../../domain/split-by-mark.ts';
import type { HoldingWithCycles } from '../../store/certifications/holdings.ts';
import type { Words } from '../../strings/index.ts';
import type { ArchivedHolding, ArchivedRecord, PersonalExport } from './personal-archive-json.ts';

/** The rules, day and words an archive is checked with. */
export interface ArchiveCheck {
  readonly catalogue: Catalogue;
  readonly today: Day;
  readonly words: Words;
}

/** Returns the problems of an archive's certifications and records, one line each. */
export function findArchiveProblems(
  { certifications, records }: PersonalExport,
  check: ArchiveCheck,
): readonly string[] {
  return [
    ...certifications.flatMap((holding) => holdingProblem(holding, check) ?? []),
    ...records.flatMap((record, index) => {
      const describe = (problem: string) =>
        check.words.import.over.record(index + 1, record.title.slice(0, 40), problem);
      return recordProblems(record, check).map(describe);
    }),
  ];
}

function holdingProblem(
  { certification, cycles }: ArchivedHolding,
  { catalogue, words }: ArchiveCheck,
): string | undefined {
  const { over } = words.import;
  if (catalogue.get(certification) === undefined) return over.unknown(certification);
  const sorted = [...cycles].sort((a, b) => (a.starts < b.starts ? -1 : 1));
  const isInvalid = sorted.some(
    ({ starts, ends }, index) => ends < starts || starts <= (sorted[index - 1]?.ends ?? ''),
  );
  return isInvalid ? over.torn(certification) : undefined;
}

function recordProblems(
  { starts, ends, claims }: ArchivedRecord,
  { catalogue, today, words }: ArchiveCheck,
): readonly string[] {
  const { over } = words.import;
  if (ends < starts) return [over.ends];
  if (ends > today) return [over.future];
  const codes = claims.map(({ certification }) => certification);
  if (new Set(codes).size < codes.length) return [over.twice];
  return claims.flatMap(({ certification, parts, marks }) => {
    const renewal = catalogue.get(certification)?.renewal;
    if (renewal?.kind !== 'credits') return [over.noCredits(certification)];
    const categories = new Set(renewal.categories.map(({ code }) => code));
    const isCategory = (code: string) => (categories.size === 0 ? code === WHOLE : categories.has(code));
    const unknownPart = parts.find(({ category }) => !isCategory(category));
    const knownMarks = new Set(renewal.marks.map(({ code }) => code));
    const unknownMark = [...marks, ...marksOf(parts)].find((mark) => !knownMarks.has(mark));
    return [
      ...(unknownPart === undefined ? [] : [over.noCategory(certification, unknownPart.category)]),
      ...(unknownMark === undefined ? [] : [over.noCategory(certification, unknownMark)]),
    ];
  });
}

/** The cycles a claim can refer to: those of the person's holdings and those added by the archive. */
interface KnownCycles {
  readonly holdings: readonly HoldingWithCycles[];
  readonly added: readonly ArchivedHolding[];
}

/** Returns a problem for each cycle that claims refer to and that isn't known. */
export function findMissingCycles(
  { records }: PersonalExport,
  { holdings, added }: KnownCycles,
  words: Words,
): readonly string[] {
  const known = new Set([
    ...holdings.flatMap(({ holding, cycles }) => cycles.map(({ starts }) => `${holding.certification} ${starts}`)),
    ...added.flatMap(({ certification, cycles }) => cycles.map(({ starts }) => `${certification} ${starts}`)),
  ]);
  const claims = records.flatMap((record) => record.claims);
  const missing = claims.filter(({ certification, cycle }) => !known.has(`${certification} ${cycle}`));
  return [...new Set(missing.map(({ certification, cycle }) => words.import.over.noCycle(certification, cycle)))];
}
