/** What a metric counts or measures. */
export interface MetricDefinition {
  readonly name: string;
  readonly kind: 'counter' | 'gauge' | 'histogram';
  /** The names of its labels; each has a small, fixed set of values. */
  readonly labels: readonly string[];
  readonly help: string;
  /** The upper bounds of a histogram, in seconds. */
  readonly buckets?: readonly number[];
}

/** Slack expects an answer within 3 seconds; with files, recert takes up to 25. */
const ANSWER_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.3, 5, 10, 25];
const STATEMENT_BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 10, 60];
/** A digest is due at a full hour, and late after ten minutes. */
const DELAY_BUCKETS = [1, 10, 60, 300, 600, 1_800, 3_600, 86_400];
const JOB_BUCKETS = [0.1, 1, 10, 60, 600, 3_600];

/** Every metric of recert. Labels never contain ids, names or texts. */
export const METRICS = {
  build: { name: 'recert_build_info', kind: 'gauge', labels: ['version'], help: 'Always 1; the version of recert.' },
  requests: {
    name: 'recert_request_duration_seconds',
    kind: 'histogram',
    labels: ['platform', 'command', 'outcome'],
    help: 'Time from a request to its answer; outcome is answered, refused, busy, slow or failed.',
    buckets: ANSWER_BUCKETS,
  },
  queue: {
    name: 'recert_queue_requests',
    kind: 'gauge',
    labels: ['queue', 'state'],
    help: 'Requests that run or wait for their turn, with and without files.',
  },
  messages: {
    name: 'recert_messages_total',
    kind: 'counter',
    labels: ['purpose', 'state'],
    help: 'Messages that this process sent or tried to send, by what became of them.',
  },
  messageDelay: {
    name: 'recert_message_delay_seconds',
    kind: 'histogram',
    labels: ['purpose'],
    help: 'Time from when a message was due until the platform took it.',
    buckets: DELAY_BUCKETS,
  },
  outbox: {
    name: 'recert_outbox_messages',
    kind: 'gauge',
    labels: ['purpose', 'state'],
    help: 'Messages of all workspaces that are due, planned for later, or being sent.',
  },
  outboxAge: {
    name: 'recert_outbox_oldest_due_seconds',
    kind: 'gauge',
    labels: [],
    help: 'How long the message that is due longest has been waiting; 0 if none is.',
  },
  workspaces: { name: 'recert_workspaces', kind: 'gauge', labels: [], help: 'Workspaces in the database.' },
  due: {
    name: 'recert_workspaces_due',
    kind: 'gauge',
    labels: [],
    help: 'Workspaces whose digests and nudges are to be planned now.',
  },
  dueAge: {
    name: 'recert_workspaces_oldest_due_seconds',
    kind: 'gauge',
    labels: [],
    help: 'How long the workspace that is due longest has been waiting; 0 if none is.',
  },
  feeds: {
    name: 'recert_feeds',
    kind: 'gauge',
    labels: ['health'],
    help: 'Feeds of all workspaces: ok, failing, new (not read yet) or off.',
  },
  indexes: { name: 'recert_search_indexes', kind: 'gauge', labels: [], help: 'Search indexes in memory.' },
  indexed: {
    name: 'recert_search_index_opportunities',
    kind: 'gauge',
    labels: [],
    help: 'Opportunities in the search indexes in memory.',
  },
  indexBytes: {
    name: 'recert_search_index_bytes',
    kind: 'gauge',
    labels: [],
    help: 'Memory of the search indexes, estimated.',
  },
  databaseUp: {
    name: 'recert_database_up',
    kind: 'gauge',
    labels: [],
    help: '1 if the database answered the last time it was read for metrics, otherwise 0.',
  },
  connections: {
    name: 'recert_database_connections',
    kind: 'gauge',
    labels: ['state'],
    help: 'Connections to PostgreSQL that are busy or idle, and work that waits for one.',
  },
  statements: {
    name: 'recert_database_statement_duration_seconds',
    kind: 'histogram',
    labels: ['kind'],
    help: 'Time of each statement by its first word.',
    buckets: STATEMENT_BUCKETS,
  },
  printer: {
    name: 'recert_printer_documents',
    kind: 'gauge',
    labels: ['state'],
    help: 'Documents that are being printed or wait for the printer.',
  },
  connected: {
    name: 'recert_platform_connected',
    kind: 'gauge',
    labels: ['platform'],
    help: '1 while the platform accepts recert and its socket, if it has one, is open; otherwise 0.',
  },
  jobs: {
    name: 'recert_job_duration_seconds',
    kind: 'histogram',
    labels: ['job', 'outcome'],
    help: 'Time of each run of a scheduled job.',
    buckets: JOB_BUCKETS,
  },
  jobEnded: {
    name: 'recert_job_last_end_timestamp_seconds',
    kind: 'gauge',
    labels: ['job'],
    help: 'When a run of a scheduled job last ended, in seconds since 1970.',
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;
