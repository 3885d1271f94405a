import type { Catalogue } from '../catalogue/index.ts';
import type { FileStore } from '../file-store/file-store.ts';
import type { OpportunityIndex } from '../opportunities/opportunity-index.ts';
import type { WorkspaceData } from '../store/store.ts';
import type { Request } from './request.ts';

/** The data of one workspace inside one transaction, with the catalogue as this workspace sees it. */
export interface Data extends WorkspaceData {
  readonly catalogue: Catalogue;
  /** Where the bytes of files are, when that is not the database. */
  readonly fileStore?: FileStore | undefined;
}

/** Data that opportunities can be searched in. */
export interface SearchableData extends Data {
  /** The workspace's opportunities as they are in this transaction. */
  opportunityIndex(): Promise<OpportunityIndex>;
}

/** A request and the data it is answered from. */
export interface Scope {
  readonly request: Request;
  readonly data: SearchableData;
}
