import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import type { KeptPlace } from './directory-entities.ts';
import { PackLink, Report, type ReportAbout } from './report-entities.ts';

/** A report to be made. */
export interface NewReport {
  readonly personId: string;
  readonly request: unknown;
  readonly place: KeptPlace;
}

/** The files of a report that is made. */
export interface ReportFiles {
  readonly about: ReportAbout;
  readonly pdf: Uint8Array | undefined;
  readonly csv: Uint8Array;
  readonly pdfFile: string | undefined;
  readonly csvFile: string;
}

/** Whoever makes a report and was not heard of for so long has died. */
const LEASE_MS = 5 * 60_000;
/** So many times it is begun. */
export const MOST_TRIES = 3;
const DAY_MS = 86_400_000;
/** So long the files of a report are kept, for packs. */
const KEEP_DAYS = 90;

/** Reports that were asked for, from when they are planned until their files are forgotten. */
export class Reports {
  readonly #em: EntityManager;
  readonly #workspaceId: string;

  constructor(em: EntityManager, workspaceId: string) {
    this.#em = em;
    this.#workspaceId = workspaceId;
  }

  /** Plans a report; whichever replica comes first makes it. */
  async plan(report: NewReport, now: Date): Promise<string> {
    const reportId = randomUUID();
    const workspaceId = this.#workspaceId;
    // What is not said is left out, and does not come back as nothing.
    const request = JSON.parse(JSON.stringify(report.request));
    await this.#em.insert(Report, {
      ...report,
      request,
      workspaceId,
      reportId,
      state: 'planned',
      tries: 0,
      plannedAt: now,
    });
    return reportId;
  }

  /** Takes the report that waits longest, for a while; nothing where none waits. */
  async take(now: Date): Promise<Report | undefined> {
    const [row] = await this.#em.execute<{ report_id: string }[]>(
      `update report set state = case when state = 'made' then 'made' else 'working' end, tries = tries + 1, lease_until = ?
        where workspace_id = ? and report_id = (
          select report_id from report where workspace_id = ? and (state = 'planned' or (state in ('working', 'made') and lease_until < ?))
           order by planned_at limit 1 for update skip locked)
       returning report_id`,
      [new Date(now.getTime() + LEASE_MS), this.#workspaceId, this.#workspaceId, now],
    );
    if (row === undefined) return undefined;
    return this.#em.findOneOrFail(Report, { reportId: row.report_id }, { disableIdentityMap: true });
  }

  /** When the next one can be taken. */
  async nextDue(): Promise<Date | undefined> {
    const [row] = await this.#em.execute<{ due: string | Date | null }[]>(
      `select min(coalesce(lease_until, planned_at)) as due from report where workspace_id = ? and state in ('planned', 'working', 'made')`,
      [this.#workspaceId],
    );
    return row?.due ? new Date(row.due) : undefined;
  }

  /** Notes in which message it is shown how far it is. */
  async shownIn(reportId: string, message: string): Promise<void> {
    await this.#em.nativeUpdate(Report, { reportId }, { message });
  }

  /** Keeps what was made. */
  async made(reportId: string, { pdf, pdfFile, ...made }: ReportFiles): Promise<void> {
    const kept = { ...made, pdf: pdf ?? null, pdfFile: pdfFile ?? null, state: 'made' } as const;
    await this.#em.nativeUpdate(Report, { reportId }, kept);
  }

  /** Notes that nothing is left to do. */
  async end(reportId: string, state: 'done' | 'failed', now: Date): Promise<void> {
    await this.#em.nativeUpdate(Report, { reportId }, { state, leaseUntil: null, doneAt: now });
  }

  /** A report that is made, with its files; nothing where there is none, or they are forgotten. */
  async get(reportId: string): Promise<Report | undefined> {
    const found = await this.#em.findOne(Report, { reportId, about: { $ne: null } }, { populate: ['pdf', 'csv'] });
    return found ?? undefined;
  }

  /** Opens a link to the evidence of a report, for one person; returns its id and its secret. */
  async openLink(reportId: string, personId: string, expiresAt: Date): Promise<{ linkId: string; secret: string }> {
    const linkId = randomUUID();
    const secret = randomBytes(32).toString('base64url');
    const workspaceId = this.#workspaceId;
    await this.#em.insert(PackLink, { workspaceId, linkId, reportId, personId, secretHash: hashOf(secret), expiresAt });
    return { linkId, secret };
  }

  /** What a link leads to, while it is good. */
  async behindLink(linkId: string, secret: string, now: Date): Promise<PackLink | undefined> {
    const good = { linkId, secretHash: hashOf(secret), expiresAt: { $gt: now } };
    return (await this.#em.findOne(PackLink, good)) ?? undefined;
  }

  /** Deletes reports that are older than they are kept, with every link to them, and says how many. */
  async forget(now: Date): Promise<number> {
    return this.#em.nativeDelete(Report, { plannedAt: { $lt: new Date(now.getTime() - KEEP_DAYS * DAY_MS) } });
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
