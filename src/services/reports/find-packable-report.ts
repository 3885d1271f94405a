import { type Day, dayIn } from '../../domain/calendar.ts';
import type { Report, ReportAbout } from '../../store/reports/report-entities.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { findReportableTeams } from './report-access.ts';
import type { ReportRequest } from './report-scope.ts';

/** A finished report. */
export type PackableReport = Report & { readonly about: ReportAbout };

/** How a report is named: by its id, by the beginning of its code, or by neither for the latest one. */
interface ReportChoice {
  readonly id: string | undefined;
  readonly code: string;
}

/** Returns a finished report of the person who asks. Throws `Refusal` if there is none, or if they may no longer see it. */
export async function findPackableReport({ id, code }: ReportChoice, context: Scope): Promise<PackableReport> {
  const { request, data } = context;
  const { words, person } = request;
  const digits = code.toLowerCase().replace(/[\s-]/gu, '');
  if (!/^[0-9a-f]*$/u.test(digits)) throw new Refusal(words.pack.badCode);
  const found = id === undefined ? await data.reports.latestOf(person.personId, digits) : await data.reports.get(id);
  if (!found?.about || found.personId !== person.personId)
    throw new Refusal(id === undefined && digits === '' ? words.pack.none : words.pack.gone);
  const { scope } = found.request as ReportRequest;
  const hasAccess =
    scope.kind === 'mine' || (await findReportableTeams(context)).some(({ teamId }) => teamId === scope.teamId);
  if (!hasAccess) throw new Refusal(words.report.notYours);
  return { ...found, about: found.about };
}

/** A pack that was made of a report. */
interface EarlierPack {
  /** The person or the outsider it was made for. */
  readonly madeFor: string;
  readonly expires: Day;
  readonly downloads: number;
}

/** Returns the packs that were made of a report. */
export async function findEarlierPacks(reportId: string, { data }: Scope): Promise<readonly EarlierPack[]> {
  const links = await data.reports.linksTo(reportId);
  const people = await data.people.some({ personIds: links.map(({ personId }) => personId) });
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  return Promise.all(
    links.map(async ({ linkId, personId, madeFor, expiresAt }) => {
      const entries = await data.audit.historyOf(personId);
      const downloads = entries.filter(({ what, why }) => what === 'pack' && why === linkId).length;
      return { madeFor: madeFor || (names.get(personId) ?? ''), expires: dayIn('UTC', expiresAt), downloads };
    }),
  );
}

/** Withdraws a link that the person made or received, and notes it in the audit log. Throws `Refusal` if there is none. */
export async function withdrawPackLink(linkId: string, { request: { person, words }, data }: Scope): Promise<void> {
  if (!(await data.reports.withdraw(linkId, person.personId))) throw new Refusal(words.pack.noLink);
  data.audit.record('export', { kind: 'person', subject: person.personId, reason: 'pack-withdrawn' });
}
