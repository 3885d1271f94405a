/** What the database says about the work of all replicas: numbers only, over all workspaces. */
export interface OperatingFigures {
  readonly workspaces: number;
  readonly workspacesDue: number;
  readonly oldestWorkspaceDueSeconds: number;
  /** Messages that are not sent yet. */
  readonly outbox: readonly { readonly purpose: string; readonly state: OutboxFigure; readonly count: number }[];
  readonly oldestMessageDueSeconds: number;
  readonly feeds: Readonly<Record<FeedHealth, number>>;
}

/** A message that could be sent now, one for later, or one that is being sent. */
export type OutboxFigure = 'due' | 'later' | 'sending';

export type FeedHealth = 'ok' | 'failing' | 'new' | 'off';

/** The connections to a server. */
export interface PoolFigures {
  readonly busy: number;
  readonly idle: number;
  /** Work that waits for a connection. */
  readonly waiting: number;
}

/** What runs now and what waits. */
export interface QueueFigures {
  readonly running: number;
  readonly waiting: number;
}

export interface IndexFigures {
  readonly indexes: number;
  readonly opportunities: number;
  readonly bytes: number;
}

/** Where the figures of the running parts come from. */
export interface FigureSources {
  /** Reads the database; rejects if it doesn't answer. */
  readonly database: () => Promise<OperatingFigures>;
  /** Undefined for the embedded database. */
  readonly pool: () => PoolFigures | undefined;
  readonly indexes: () => IndexFigures;
  readonly printer: () => QueueFigures;
  readonly queues: () => Readonly<Record<string, QueueFigures>>;
  /** Whether each platform is connected. */
  readonly platforms: () => Readonly<Record<string, boolean>>;
}

/** Everything at one moment; `database` is undefined if it didn't answer. */
export interface CurrentFigures {
  readonly database: OperatingFigures | undefined;
  readonly pool: PoolFigures | undefined;
  readonly indexes: IndexFigures;
  readonly printer: QueueFigures;
  readonly queues: Readonly<Record<string, QueueFigures>>;
  readonly platforms: Readonly<Record<string, boolean>>;
}
