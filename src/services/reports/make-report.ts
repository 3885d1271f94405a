import { createHash } from 'node:crypto';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Place } from '../../chat/interaction.ts';
import type { FileStore } from '../../file-store/file-store.ts';
import type { PrintPdf } from '../../ports.ts';
import { auditReportPages, type PrintedReport } from '../../reports/audit-report.ts';
import { reportCsv } from '../../reports/report-csv.ts';
import { newSigningKey, type SigningKey, signDocument } from '../../signing/sign-document.ts';
import type { StoredPlace } from '../../store/account/directory-entities.ts';
import type { Report, ReportAbout, ReportFile } from '../../store/reports/report-entities.ts';
import { MAX_TRIES, type NewReportDocument } from '../../store/reports/reports.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Words } from '../../strings/index.ts';
import { readyCard, reportFailedCard, reportFileCard } from '../../views/reports/report-card.ts';
import { type DeliveryDeps, prepareDelivery } from '../delivery.ts';
import { wordsForPerson } from '../words-for-person.ts';
import { loadReportData, type ReportData, ruleVersion } from './report-data.ts';
import { ReportProgress } from './report-progress.ts';
import type { ReportRequest } from './report-request.ts';

/** What making reports needs. */
export interface ReportDeps extends DeliveryDeps {
  readonly catalogue: Catalogue;
  readonly fileStore?: FileStore;
  /** What prints; without it reports come as tables alone. */
  readonly print?: PrintPdf;
}

/** A report that somebody asks for. */
interface ReportOrder {
  readonly personId: string;
  readonly to: Place;
  readonly request: ReportRequest;
}

/** Plans a report in the transaction that asks for it: from then on it is made, whoever is stopped. */
export async function planReport(
  { personId, to, request }: ReportOrder,
  data: WorkspaceData,
  now: Date,
): Promise<void> {
  await data.reports.plan({ personId, request, place: to as StoredPlace }, now);
  const due = await data.reports.nextDue();
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, due ?? now);
}

/** Makes every report of a workspace that waits, one after the other. Never throws. */
export async function makeReports(workspaceId: string, parts: ReportDeps): Promise<void> {
  const { store, clock, log } = parts;
  try {
    for (;;) {
      const report = await store.inWorkspace(workspaceId, ({ reports }) => reports.claimNext(clock.now()));
      if (report === undefined) return;
      await makeReport(report, parts);
    }
  } catch (error) {
    log.error('Creating reports failed; retrying.', { workspaceId, error });
  }
}

/** Makes one report and brings it; what is made already is only brought. */
async function makeReport(report: Report, parts: ReportDeps): Promise<void> {
  const { store, clock, log } = parts;
  const { workspaceId, reportId, personId } = report;
  const words = await store.inWorkspace(workspaceId, (data) => wordsForPerson(personId, data));
  const progress = new ReportProgress(report, parts, words);
  try {
    if (report.tries > MAX_TRIES) throw new Error('Too many attempts.');
    const about =
      report.state === 'made' && report.about ? report.about : await makeFiles(report, { parts, words, progress });
    await progress.step(2);
    await deliverReport(report, { about, words }, parts);
    await store.inWorkspace(workspaceId, ({ reports }) => reports.finish(reportId, 'done', clock.now()));
    await progress.say(readyCard({ reportId, ...about }, words));
  } catch (error) {
    log.error('Creating a report failed.', { workspaceId, reportId, error });
    await store.inWorkspace(workspaceId, ({ reports }) => reports.finish(reportId, 'failed', clock.now()));
    await progress.say(reportFailedCard(words.failure.text(reportId.slice(0, 8)), words));
  }
}

interface ReportContext {
  readonly parts: ReportDeps;
  readonly words: Words;
  readonly progress: ReportProgress;
}

async function makeFiles(report: Report, { parts, words, progress }: ReportContext): Promise<ReportAbout> {
  const { store, clock, catalogue: base, print, log } = parts;
  const { workspaceId, reportId, personId } = report;
  await progress.step(0);
  const request = report.request as ReportRequest;
  const now = clock.now();
  const { data, names } = await store.inWorkspace(
    workspaceId,
    async (workspace) => ({
      data: await loadReportData(request, { personId, data: workspace, base, now }),
      names: new Map((await workspace.people.all()).map((one) => [one.personId, one.name])),
    }),
    { isPatient: true },
  );
  const key = await store.signingKeys.current(newSigningKey, now);
  const printed = printedReport(data, { words, names, askedBy: personId, madeAt: now, keyId: key.keyId });
  const csv = signDocument(reportCsv(printed), 'csv', { contentHash: data.contentHash, key });
  await progress.step(1);
  const csvHash = createHash('sha256').update(csv).digest('hex');
  const pdf = await pdfsOf(auditReportPages({ ...printed, csvHash }), { print, log, reportId });
  const about = aboutOf(data, { words, names }, 'noPdf' in pdf ? pdf.noPdf : undefined);
  const pdfs = 'pages' in pdf ? pdf.pages.map((bytes) => signDocument(bytes, 'pdf', { contentHash: data.contentHash, key })) : [];
  await saveReportFiles(report, { about, pdfs, csv }, parts);
  return about;
}

interface Facts {
  readonly words: Words;
  readonly names: ReadonlyMap<string, string>;
  readonly askedBy: string;
  readonly madeAt: Date;
  readonly keyId: SigningKey['keyId'];
}

function printedReport(data: ReportData, facts: Facts): Omit<PrintedReport, 'csvHash'> {
  const { request, catalogue, customRules: ownRules, ...stated } = data;
  const { words, names, askedBy, ...made } = facts;
  const nameOf = (id: string) => names.get(id) || words.report.print.nobody;
  const people = [...data.people].sort((a, b) => nameOf(a.personId).localeCompare(nameOf(b.personId), words.language));
  return {
    ...{
      ...stated,
      ...made,
      people,
      words,
      nameOf,
      askedBy: nameOf(askedBy),
      period: request.period,
      paper: request.paper,
    },
    certification: request.certification === undefined ? undefined : catalogue.get(request.certification),
    shortOf: (code) => catalogue.get(code)?.short ?? code,
    rulesOf: (code) => ({ version: ruleVersion(code, catalogue), isOwn: ownRules.has(code) }),
  };
}

type Printed = { readonly pages: readonly Uint8Array[] } | { readonly noPdf: 'no-browser' | 'too-long' };

/** Prints documents one after the other; where that cannot be done, the table comes alone, and says why. */
async function pdfsOf(
  documents: readonly string[],
  { print, log, reportId }: { print: PrintPdf | undefined; log: ReportDeps['log']; reportId: string },
): Promise<Printed> {
  if (print === undefined) return { noPdf: 'no-browser' };
  try {
    const pages: Uint8Array[] = [];
    for (const html of documents) pages.push(await print(html));
    return { pages };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name !== 'NoBrowser' && name !== 'TooLong') throw error;
    log.warn('Printing a report failed.', { reportId, error });
    return { noPdf: name === 'TooLong' ? 'too-long' : 'no-browser' };
  }
}

function aboutOf(
  { contentHash, people, on, team }: ReportData,
  { words, names }: Pick<Facts, 'words' | 'names'>,
  noPdf: ReportAbout['noPdf'],
): ReportAbout {
  const sections = people.flatMap((person) => person.sections);
  const records = new Map(sections.flatMap(({ claims }) => claims.map(({ record }) => [record.id, record] as const)));
  const exceptions = people.flatMap((person) => person.exceptions).length;
  const files = [...records.values()].flatMap(({ id, past }) =>
    past.proofs.flatMap(({ file }): readonly ReportFile[] =>
      file === undefined
        ? []
        : [{ record: id, fileId: file.fileId, name: file.name, sha256: file.sha256, size: file.size }],
    ),
  );
  const phrases = words.report;
  const scope =
    team
      ?.normalize('NFKD')
      .replace(/[^\p{ASCII}]/gu, '')
      .replace(/[^A-Za-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, '') ?? '';
  return {
    contentHash,
    people: people.map(({ personId }) => personId).filter((id) => names.has(id)),
    title: team === undefined ? phrases.ofMine : phrases.of(phrases.print.teamScope(team)),
    fileName: `${phrases.fileName(scope.toLowerCase().slice(0, 40))}-${on}`,
    counts: phrases.counts(people.length, sections.length, records.size, exceptions),
    files,
    ...(noPdf === undefined ? {} : { noPdf }),
  };
}

interface ReportFiles {
  readonly about: ReportAbout;
  readonly pdfs: readonly Uint8Array[];
  readonly csv: Uint8Array;
}

async function saveReportFiles(
  { workspaceId, reportId, personId }: Report,
  { about, pdfs, csv }: ReportFiles,
  { store, clock }: ReportDeps,
) {
  const { fileName } = about;
  const part = (at: number) => (pdfs.length === 1 ? '' : `-${at + 1}`);
  const documents = [
    ...pdfs.map((bytes, at) => ({ name: `${fileName}${part(at)}.pdf`, type: PDF, bytes })),
    { name: `${fileName}.csv`, type: 'text/csv; charset=utf-8', bytes: csv },
  ];
  await store.inWorkspace(
    workspaceId,
    async ({ files, people, reports }) => {
      const known = await people.some({ personIds: about.people });
      // Whoever was erased meanwhile is not brought back by a report.
      if (known.length < about.people.length) throw new Error('A person was erased while the report was created.');
      const made: NewReportDocument[] = [];
      for (const document of documents) {
        const outgoing = await files.add({ ...document, personId, command: 'report' }, clock.now());
        made.push({ ...document, outgoing });
      }
      await reports.saveDocuments(reportId, about, made);
    },
    { isPatient: true },
  );
}

const PDF = 'application/pdf';

/** Brings the files that are still here; what arrived is not kept any more. */
async function deliverReport(
  { workspaceId, reportId, personId, place }: Report,
  { about, words }: { readonly about: ReportAbout; readonly words: Words },
  parts: ReportDeps,
): Promise<void> {
  const to = place as Place;
  const documents = await parts.store.inWorkspace(workspaceId, ({ reports }) => reports.documents(reportId));
  for (const { outgoing, type } of documents) {
    const task = await parts.store.inWorkspace(workspaceId, async (data) => {
      if (!outgoing || (await data.files.get(personId, outgoing, parts.clock.now())) === undefined) return undefined;
      const card = reportFileCard(type === PDF ? 'pdf' : 'csv', about, words);
      return prepareDelivery({ fileId: outgoing, card, recipient: { personId, to, words } }, data, parts);
    });
    await task?.();
  }
}
