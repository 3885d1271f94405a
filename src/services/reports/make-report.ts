import { createHash } from 'node:crypto';
import type { Catalogue } from '../../catalogue/index.ts';
import type { FileStore } from '../../file-store/file-store.ts';
import type { PrintPdf } from '../../ports.ts';
import { auditReportPages } from '../../reports/audit-report.ts';
import { reportCsv } from '../../reports/report-csv.ts';
import { newSigningKey, signDocument } from '../../signing/sign-document.ts';
import type { StoredPlace } from '../../store/account/directory-entities.ts';
import type { Report, ReportAbout } from '../../store/reports/report-entities.ts';
import { MAX_TRIES, type NewReportDocument } from '../../store/reports/reports.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Words } from '../../strings/index.ts';
import { readyCard, reportFailedCard, reportFileCard } from '../../views/reports/report-card.ts';
import { type DeliveryDeps, planFile, sendNow } from '../notifications/delivery.ts';
import { wordsForPerson } from '../words-for-person.ts';
import { loadReportData } from './report-data.ts';
import { printDocuments, summariseReport, toPrintedReport } from './report-document.ts';
import { loadReportNames } from './report-names.ts';
import { ReportProgress } from './report-progress.ts';
import { parseReportRequest, type ReportRequest } from './report-scope.ts';

/** What making reports needs. */
export interface ReportDeps extends DeliveryDeps {
  readonly catalogue: Catalogue;
  readonly fileStore?: FileStore;
  /** Prints PDFs; without it, reports are CSV files only. */
  readonly print?: PrintPdf;
}

/** A requested report, its owner and where its progress is shown. */
interface ReportOrder {
  readonly personId: string;
  readonly to: StoredPlace;
  readonly request: ReportRequest;
}

/** Stores the job for a report, so that any replica makes it after a crash. */
export async function planReport(
  { personId, to, request }: ReportOrder,
  data: WorkspaceData,
  now: Date,
): Promise<void> {
  await data.reports.plan({ personId, request, place: to }, now);
  const due = await data.reports.nextDue();
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, due ?? now);
}

/** Makes the waiting reports of a workspace one after the other. Never throws. */
export async function makeReports(workspaceId: string, deps: ReportDeps): Promise<void> {
  const { store, clock, log } = deps;
  try {
    for (;;) {
      const report = await store.inWorkspace(workspaceId, ({ reports }) => reports.claimNext(clock.now()));
      if (report === undefined) return;
      await makeReport(report, deps);
    }
  } catch (error) {
    log.error('Creating reports failed; retrying.', { workspaceId, error });
  }
}

/** Makes one report and delivers it. A report whose files are stored already is only delivered. */
async function makeReport(report: Report, deps: ReportDeps): Promise<void> {
  const { store, clock, log } = deps;
  const { workspaceId, reportId, personId } = report;
  const words = await store.inWorkspace(workspaceId, (data) => wordsForPerson(personId, data));
  const progress = new ReportProgress(report, deps, words);
  try {
    if (report.tries > MAX_TRIES) throw new Error('Too many attempts.');
    const stored = report.state === 'made' ? report.about : undefined;
    const about = stored ?? (await makeFiles(report, { words, progress }, deps));
    await progress.showStep(2);
    const isDelivered = await deliverReport(report, { about, words }, deps);
    await store.inWorkspace(workspaceId, ({ reports }) => reports.finish(reportId, 'done', clock.now()));
    await progress.finish(readyCard({ reportId, ...about, isDelivered }, words));
  } catch (error) {
    log.error('Creating a report failed.', { workspaceId, reportId, error });
    await store.inWorkspace(workspaceId, ({ reports }) => reports.finish(reportId, 'failed', clock.now()));
    await progress.finish(reportFailedCard(words.failure.text(reportId.slice(0, 8)), words));
  }
}

async function makeFiles(
  report: Report,
  { words, progress }: { readonly words: Words; readonly progress: ReportProgress },
  deps: ReportDeps,
): Promise<ReportAbout> {
  const { store, clock, catalogue: base, print, log } = deps;
  const { workspaceId, reportId, personId } = report;
  await progress.showStep(0);
  const request = parseReportRequest(report.request);
  const now = clock.now();
  const { data, names } = await store.inWorkspace(
    workspaceId,
    async (workspaceData) => ({
      data: await loadReportData(request, { personId, data: workspaceData, base, now }),
      names: await loadReportNames(workspaceData, words),
    }),
    { isPatient: true },
  );
  const key = await store.signingKeys.current(newSigningKey, now);
  const printed = toPrintedReport(data, { words, names, requestedBy: personId, madeAt: now, keyId: key.keyId });
  const csv = signDocument(reportCsv(printed), 'csv', { contentHash: data.contentHash, key });
  await progress.showStep(1);
  const csvHash = createHash('sha256').update(csv).digest('hex');
  const result = await printDocuments(auditReportPages({ ...printed, csvHash }), { print, log, reportId });
  const about = summariseReport(data, { words, names }, 'noPdf' in result ? result.noPdf : undefined);
  const pdfs =
    'pdfs' in result ? result.pdfs.map((pdf) => signDocument(pdf, 'pdf', { contentHash: data.contentHash, key })) : [];
  await saveReportFiles(report, { about, pdfs, csv }, deps);
  return about;
}

interface ReportFiles {
  readonly about: ReportAbout;
  readonly pdfs: readonly Uint8Array[];
  readonly csv: Uint8Array;
}

const PDF = 'application/pdf';

async function saveReportFiles(
  { workspaceId, reportId, personId }: Report,
  { about, pdfs, csv }: ReportFiles,
  { store, clock }: ReportDeps,
): Promise<void> {
  const { fileName } = about;
  const suffix = (index: number) => (pdfs.length === 1 ? '' : `-${index + 1}`);
  const documents = [
    ...pdfs.map((bytes, index) => ({ name: `${fileName}${suffix(index)}.pdf`, type: PDF, bytes })),
    { name: `${fileName}.csv`, type: 'text/csv; charset=utf-8', bytes: csv },
  ];
  await store.inWorkspace(
    workspaceId,
    async ({ files, people, reports }) => {
      const existing = await people.some({ personIds: about.people });
      // Saving the files would bring back the data of a person erased in the meantime.
      if (existing.length < about.people.length) throw new Error('A person was erased while the report was created.');
      const saved: NewReportDocument[] = [];
      for (const document of documents) {
        const outgoing = await files.add({ ...document, personId, command: 'report' }, clock.now());
        saved.push({ ...document, outgoing });
      }
      await reports.saveDocuments(reportId, about, saved);
    },
    { isPatient: true },
  );
}

/** Delivers the files; returns `false` if the platform doesn't take all of them now, so that some follow later. */
async function deliverReport(
  { workspaceId, reportId, personId, place: to }: Report,
  { about, words }: { readonly about: ReportAbout; readonly words: Words },
  deps: ReportDeps,
): Promise<boolean> {
  const { store, clock } = deps;
  const messageIds = await store.inWorkspace(workspaceId, async (data) => {
    const planned: string[] = [];
    for (const { outgoing, type } of await data.reports.documents(reportId)) {
      // A delivered file was deleted.
      if (!outgoing || (await data.files.get(personId, outgoing, clock.now())) === undefined) continue;
      const card = reportFileCard(type === PDF ? 'pdf' : 'csv', about, words);
      const delivery = { fileId: outgoing, card, recipient: { personId, to, words } };
      const messageId = await planFile(delivery, data, clock.now());
      if (messageId !== undefined) planned.push(messageId);
    }
    return planned;
  });
  let isDelivered = true;
  for (const messageId of messageIds) {
    const state = await sendNow(workspaceId, messageId, deps);
    isDelivered = isDelivered && state === 'sent';
  }
  return isDelivered;
}
