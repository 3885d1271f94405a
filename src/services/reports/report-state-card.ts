import type { Card } from '../../chat/card.ts';
import type { ReportState } from '../../store/reports/report-entities.ts';
import { progressCard, readyCard, reportFailedCard } from '../../views/reports/report-card.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';

/** The steps that a state is known to have reached. */
const STEPS: Readonly<Partial<Record<ReportState, number>>> = { working: 1, made: 2 };

/** Returns the card of the sender's own report as it is now: waiting, being printed, ready or failed. Refuses any other report. */
export async function findReportStateCard(reportId: string, { request, data }: Scope): Promise<Card> {
  const { person, words } = request;
  const report = await data.reports.requestedBy(person.personId, reportId);
  if (report === undefined) throw new Refusal(words.report.noReport);
  const { state, about } = report;
  if (state === 'failed') return reportFailedCard(words.failure.text(reportId.slice(0, 8)), words);
  if (state === 'done' && about) return readyCard({ reportId, ...about, isDelivered: true }, words);
  return progressCard({ reportId, at: STEPS[state] }, words);
}
