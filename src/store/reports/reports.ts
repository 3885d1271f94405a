import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { StoredPlace } from '../account/directory-entities.ts';
import { isId } from '../ids.ts';
import { WorkspaceRepository } from '../repository.ts';
import { PackLink, Report, type ReportAbout, ReportDocument } from './report-entities.ts';

/** A report to be made. */
export interface NewReport {
  readonly personId: string;
  readonly request: unknown;
  readonly place: StoredPlace;
}

/** A file of a finished report, and the pending file that delivers it. */
export interface NewReportDocument {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly outgoing: string;
}

/** A file of a report without its bytes. */
export type DocumentName = Pick<ReportDocument, 'place' | 'name' | 'type' | 'sha256' | 'outgoing'> & {
  /** In bytes. */
  readonly size: number;
};

/** A link to be opened. */
export type NewPackLink = Pick<PackLink, 'linkId' | 'reportId' | 'personId' | 'madeBy' | 'madeFor' | 'expiresAt'>;

/** Lease in milliseconds; a process without progress for this long has stopped. */
const LEASE_MS = 5 * 60_000;
/** Maximum attempts. */
export const MAX_TRIES = 3;
const DAY_MS = 86_400_000;
/** How long the files of a report are kept for packs. */
const KEEP_DAYS = 90;

/** The requested reports and their files. */
export class Reports extends WorkspaceRepository {
  /** Plans a report; whichever replica comes first makes it. */
  async plan(report: NewReport, now: Date): Promise<string> {
    const reportId = randomUUID();
    const workspaceId = this.workspaceId;
    // Undefined fields are left out so that they are not read back as null.
    const request = JSON.parse(JSON.stringify(report.request));
    await this.em.insert(Report, {
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

  /** Whether the same report of a person is still being made. */
  async isRequested(personId: string, request: unknown): Promise<boolean> {
    const rows = await this.em.execute<unknown[]>(
      `select 1 from report where workspace_id = ? and person_id = ? and request = ?::jsonb
         and state not in ('done', 'failed') limit 1`,
      [this.workspaceId, personId, JSON.stringify(request)],
    );
    return rows.length > 0;
  }

  /** Claims the report that waits longest for one lease; undefined if none waits. */
  async claimNext(now: Date): Promise<Report | undefined> {
    const [row] = await this.em.execute<{ report_id: string }[]>(
      `update report set state = case when state = 'made' then 'made' else 'working' end, tries = tries + 1, lease_until = ?
        where workspace_id = ? and report_id = (
          select report_id from report where workspace_id = ? and (state = 'planned' or (state in ('working', 'made') and lease_until < ?))
           order by planned_at limit 1 for update skip locked)
       returning report_id`,
      [new Date(now.getTime() + LEASE_MS), this.workspaceId, this.workspaceId, now],
    );
    if (row === undefined) return undefined;
    return this.em.findOneOrFail(Report, { reportId: row.report_id });
  }

  /** How many of the workspace are requested and neither delivered nor failed. */
  async countUnfinished(): Promise<number> {
    return this.em.count(Report, { state: { $in: ['planned', 'working', 'made'] } });
  }

  /** When the next one can be taken. */
  async nextDue(): Promise<Date | undefined> {
    const [row] = await this.em.execute<{ due: string | Date | null }[]>(
      `select min(coalesce(lease_until, planned_at)) as due from report where workspace_id = ? and state in ('planned', 'working', 'made')`,
      [this.workspaceId],
    );
    return row?.due ? new Date(row.due) : undefined;
  }

  /** Records the message that shows the progress. */
  async setProgressMessage(reportId: string, message: string): Promise<void> {
    await this.em.nativeUpdate(Report, { reportId }, { message });
  }

  /** Saves the files of a report. */
  async saveDocuments(reportId: string, about: ReportAbout, documents: readonly NewReportDocument[]): Promise<void> {
    const workspaceId = this.workspaceId;
    for (const [place, { bytes, ...document }] of documents.entries()) {
      const stored = { ...document, workspaceId, reportId, place, sha256: hashOf(bytes), bytes: Buffer.from(bytes) };
      await this.em.insert(ReportDocument, stored);
    }
    await this.em.nativeUpdate(Report, { reportId }, { about, state: 'made' });
  }

  /** Records that a report is finished. */
  async finish(reportId: string, state: 'done' | 'failed', now: Date): Promise<void> {
    await this.em.nativeUpdate(Report, { reportId }, { state, leaseUntil: null, doneAt: now });
  }

  /** A finished report, or undefined if there is none or it was deleted. */
  async get(reportId: string): Promise<Report | undefined> {
    if (!isId(reportId)) return undefined;
    return (await this.em.findOne(Report, { reportId, about: { $ne: null } })) ?? undefined;
  }

  /** A report that a person requested, in any state. */
  async requestedBy(personId: string, reportId: string): Promise<Report | undefined> {
    if (!isId(reportId)) return undefined;
    return (await this.em.findOne(Report, { reportId, personId })) ?? undefined;
  }

  /** The files of a report, without their bytes. */
  async documents(reportId: string): Promise<readonly DocumentName[]> {
    return this.em.execute<DocumentName[]>(
      'select place, name, type, sha256, outgoing, octet_length(bytes) as size from report_file where workspace_id = ? and report_id = ? order by place',
      [this.workspaceId, reportId],
    );
  }

  /** The bytes of a file, or undefined if they were deleted. Throws if they don't match their hash. */
  async bytesOf(reportId: string, place: number): Promise<Uint8Array | undefined> {
    const found = await this.em.findOne(ReportDocument, { reportId, place });
    if (found !== null && hashOf(found.bytes) !== found.sha256)
      throw new Error(`The bytes of ${found.name} don't match their hash.`);
    return found?.bytes;
  }

  /** The report a person made last, or the last one of theirs whose code begins so. */
  async latestOf(personId: string, code = ''): Promise<Report | undefined> {
    const [row] = await this.em.execute<{ report_id: string }[]>(
      `select report_id from report where workspace_id = ? and person_id = ? and state in ('made', 'done')
          and starts_with(about ->> 'contentHash', ?) order by planned_at desc limit 1`,
      [this.workspaceId, personId, code],
    );
    return row === undefined ? undefined : this.get(row.report_id);
  }

  /** Opens a link to a pack; returns its secret. */
  async openLink(link: NewPackLink): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    await this.em.insert(PackLink, { ...link, workspaceId: this.workspaceId, secretHash: hashOf(secret) });
    return secret;
  }

  /** Revokes a link of its creator or recipient; returns `false` if they have no such link. */
  async withdraw(linkId: string, personId: string): Promise<boolean> {
    if (!isId(linkId)) return false;
    return (await this.em.nativeDelete(PackLink, { linkId, $or: [{ madeBy: personId }, { personId }] })) > 0;
  }

  /** The links to packs of a report, the first first. */
  async linksTo(reportId: string): Promise<readonly PackLink[]> {
    return this.em.find(PackLink, { reportId }, { orderBy: { expiresAt: 'asc', linkId: 'asc' } });
  }

  /** The target of a valid link. */
  async findByLink(linkId: string, secret: string, now: Date): Promise<PackLink | undefined> {
    const good = { linkId, secretHash: hashOf(secret), expiresAt: { $gt: now } };
    return (await this.em.findOne(PackLink, good)) ?? undefined;
  }

  /** Deletes expired reports with their links and returns their number. */
  async forget(now: Date): Promise<number> {
    await this.em.nativeDelete(PackLink, { reportId: null, expiresAt: { $lt: now } });
    return this.em.nativeDelete(Report, { plannedAt: { $lt: new Date(now.getTime() - KEEP_DAYS * DAY_MS) } });
  }
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
