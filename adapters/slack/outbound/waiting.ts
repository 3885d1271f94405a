/** How long Slack is kept waiting, in milliseconds; it gives up after three seconds. */
export interface Waits {
  /** Before a command is acknowledged without its answer. */
  readonly answer: number;
  /** Before a sent form is answered with "one moment". */
  readonly submission: number;
  /** Before a view is changed again that Slack is just drawing. */
  readonly settle: number;
  /** Before a request is answered empty, because nothing else did. */
  readonly request: number;
}

export const WAITS: Waits = { answer: 400, submission: 2400, settle: 300, request: 2900 };
