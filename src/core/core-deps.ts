import type { Catalogue } from '../catalogue/index.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import type { ReadDocument } from '../domain/document-reading.ts';
import type { FileStore } from '../file-store/file-store.ts';
import type { FairSlots } from '../limits/fair-slots.ts';
import type { FetchOptions } from '../opportunities/fetch-source.ts';
import type { Clock, Log, PrintPdf } from '../ports.ts';
import type { OpportunityIndexCache } from '../services/opportunities/opportunity-index-cache.ts';
import type { WorkspaceLimits } from '../settings/workspace-limits.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { QueueLimits } from './interaction-queue.ts';

/** What the core works with. */
export interface CoreDeps {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
  /** The adapters of the connected platforms; they are started after the core is created. */
  readonly adapters?: readonly ChatAdapter[];
  /** The public https address of recert, without a path. */
  readonly publicUrl?: string;
  readonly answerWithinMs?: number;
  /** How many interactions run and wait at most, if not the defaults. */
  readonly queueLimits?: Partial<QueueLimits>;
  /** The slots of answers about many people, if not the default ones. */
  readonly longSlots?: FairSlots;
  /** What one workspace may use; without it, as much as there is. */
  readonly workspaceLimits?: WorkspaceLimits;
  /** The store for files; without it, their bytes are in the database. */
  readonly fileStore?: FileStore;
  /** The maximum size of an uploaded file in bytes. */
  readonly fileLimit?: number;
  /** Sends the notifications of a workspace that are due now; runs after the reply. */
  readonly attend?: (workspaceId: string) => Promise<void>;
  /** The opportunity indexes in memory, if they are shared with other jobs. */
  readonly indexes?: OpportunityIndexCache;
  /** Options for fetching opportunity sources, for tests. */
  readonly fetching?: FetchOptions;
  /** Reads certificates; without it, files are only stored. */
  readonly readDocument?: ReadDocument;
  /** Counts and measures what is done, for the operator. */
  readonly metrics?: Metrics;
  /** Prints PDF; without it, reports are CSV only. */
  readonly print?: PrintPdf;
}
