/** Waiting times in milliseconds; Slack gives up after three seconds. */
export interface Waits {
  /** Before a command is acknowledged without its answer. */
  readonly answer: number;
  /** Before a sent form is answered with a waiting view. */
  readonly submission: number;
  /** Before a view that was just opened is changed. */
  readonly settledOutcome: number;
  /** Before an answer that failed is repeated. */
  readonly repeat: number;
  /** Before a request without an answer gets an empty one. */
  readonly request: number;
}

/** The waiting times in production. */
export const WAITS: Waits = { answer: 400, submission: 2400, settledOutcome: 300, repeat: 500, request: 2900 };
