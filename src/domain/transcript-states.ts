/**
 * What the status of a line means. `unapplied`: the body has the credits, but the member has to apply them first, so they are not submitted.
 */
export type TranscriptState =
  | 'submitted'
  | 'accepted'
  | 'unapplied'
  | 'denied'
  | 'rejected'
  | 'cancelled'
  | 'draft'
  | 'expired';

const STATES: readonly (readonly [TranscriptState, RegExp])[] = [
  ['accepted', /^(?:approved|accepted|applied|audit passed)$/u],
  [
    'submitted',
    /^(?:submitted|pending(?: (?:review|approval|audit))?|(?:under|in) (?:audit|review)|selected for audit|reported)$/u,
  ],
  ['unapplied', /^(?:unapplied|not applied)$/u],
  ['denied', /^(?:denied|declined)$/u],
  ['rejected', /^(?:rejected|not (?:approved|accepted)|audit failed)$/u],
  ['cancelled', /^(?:cancell?ed|withdrawn|deleted)$/u],
  ['draft', /^(?:draft|saved|not submitted|incomplete)$/u],
  ['expired', /^(?:expired)$/u],
];

/** Returns what a portal's status word means; undefined if it isn't known. */
export function transcriptStateOf(status: string): TranscriptState | undefined {
  const text = status
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return STATES.find(([, words]) => words.test(text))?.[0];
}

/** Whether a line counts at the body, or may: one that was denied, rejected, cancelled, only begun or that expired doesn't. */
export function isOpenState(state: TranscriptState): state is 'submitted' | 'accepted' | 'unapplied' {
  return state === 'submitted' || state === 'accepted' || state === 'unapplied';
}
