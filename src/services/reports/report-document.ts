import type { PrintPdf } from '../../ports.ts';
import type { PrintedReport } from '../../reports/audit-report.ts';
import type { SigningKey } from '../../signing/sign-document.ts';
import type { ReportAbout, ReportFile } from '../../store/reports/report-entities.ts';
import type { Words } from '../../strings/index.ts';
import type { DeliveryDeps } from '../notifications/delivery.ts';
import { type ReportData, ruleVersion } from './report-data.ts';

/** What a printed report states beside its data: names, words, and by whom and when it was made. */
export interface ReportFacts {
  readonly words: Words;
  readonly names: ReadonlyMap<string, string>;
  readonly requestedBy: string;
  readonly madeAt: Date;
  readonly keyId: SigningKey['keyId'];
}

/** Returns the data of a report in the form that is printed. */
export function toPrintedReport(data: ReportData, facts: ReportFacts): Omit<PrintedReport, 'csvHash'> {
  const { request, catalogue, customRules, ...content } = data;
  const { words, names, requestedBy, ...made } = facts;
  const nameOf = (id: string) => names.get(id) || words.report.print.notFound;
  const people = [...data.people].sort((a, b) => nameOf(a.personId).localeCompare(nameOf(b.personId), words.language));
  return {
    ...{ ...content, ...made, people, words, nameOf },
    requestedBy: nameOf(requestedBy),
    period: request.period,
    paper: request.paper,
    content: request.content,
    certification: request.certification === undefined ? undefined : catalogue.get(request.certification),
    shortOf: (code) => catalogue.get(code)?.short ?? code,
    rulesOf: (code) => ({ version: ruleVersion(code, catalogue), isOwn: customRules.has(code) }),
  };
}

/** Printed documents, or why there are none. */
export type PrintResult = { readonly pdfs: readonly Uint8Array[] } | { readonly noPdf: 'no-browser' | 'too-long' };

/** Prints documents one after the other. A missing browser or a document that is too long is reported, not thrown. */
export async function printDocuments(
  documents: readonly string[],
  { print, log, reportId }: { print: PrintPdf | undefined; log: DeliveryDeps['log']; reportId: string },
): Promise<PrintResult> {
  if (print === undefined) return { noPdf: 'no-browser' };
  try {
    const pdfs: Uint8Array[] = [];
    for (const html of documents) pdfs.push(await print(html));
    return { pdfs };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name !== 'NoBrowser' && name !== 'TooLong') throw error;
    log.warn('PrintContext a report failed.', { reportId, error });
    return { noPdf: name === 'TooLong' ? 'too-long' : 'no-browser' };
  }
}

/** Returns the summary that is stored with a report: title, counts, hash and the proof files it mentions. */
export function summariseReport(
  { contentHash, people, on, team }: ReportData,
  { words, names }: Pick<ReportFacts, 'words' | 'names'>,
  noPdf: ReportAbout['noPdf'],
): ReportAbout {
  const sections = people.flatMap((person) => person.sections);
  const records = new Map(sections.flatMap(({ claims }) => claims.map(({ record }) => [record.id, record] as const)));
  const exceptions = people.flatMap((person) => person.exceptions).length;
  const files = [...records.values()].flatMap(({ id, past }) =>
    past.proofs.flatMap(({ file }): readonly ReportFile[] => {
      if (file === undefined) return [];
      const { fileId, name, sha256, size } = file;
      return [{ record: id, fileId, name, sha256, size }];
    }),
  );
  const phrases = words.report;
  return {
    contentHash,
    people: people.map(({ personId }) => personId).filter((id) => names.has(id)),
    title: team === undefined ? phrases.ofMine : phrases.of(phrases.print.teamScope(team)),
    fileName: `${phrases.fileName(asciiName(team ?? ''))}-${on}`,
    counts: phrases.counts(people.length, sections.length, records.size, exceptions),
    files,
    ...(noPdf === undefined ? {} : { noPdf }),
  };
}

/** Returns a name in lower-case ASCII for a file name: `Team Köln` is `team-koln`. */
function asciiName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{ASCII}]/gu, '')
    .replace(/[^A-Za-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .toLowerCase()
    .slice(0, 40);
}
