import type { Catalogue } from '../catalogue/index.ts';
import type { FileStore } from '../file-store/file-store.ts';
import type { OpportunityIndex } from '../opportunities/opportunity-index.ts';
import type { WorkspaceData } from '../store/store.ts';
import type { Request } from './request.ts';

/** The repositories of one workspace in one transaction, with its catalogue (custom rules included). */
export interface Data extends WorkspaceData {
  readonly catalogue: Catalogue;
  /** Where the bytes of files are stored, if not in the database. */
  readonly fileStore?: FileStore | undefined;
}

/** The data of a workspace with its opportunity index. */
export interface SearchableData extends Data {
  /** Returns the index of the workspace's opportunities, current as of this transaction. */
  /** The index of the workspace; a partial one with these words while it is built. */
  opportunityIndex(words?: string): Promise<OpportunityIndex>;
}

/** A request and the data it is answered from. */
export interface Scope {
  readonly request: Request;
  readonly data: SearchableData;
}
