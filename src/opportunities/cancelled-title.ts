const WORD =
  'cancell?ed|called off|postponed|abgesagt|fällt aus|entfällt|verschoben|annulée?|reportée?|cancelad[oa]|aplazad[oa]|suspendid[oa]';
/** Such a word in brackets, or apart from the title by a mark or in capitals at its beginning or end. */
const CANCELLED = new RegExp(
  `[[(](?:${WORD})[\\])]|^\\s*(?:${WORD})\\s*[:!|–—-]|[|–—:-]\\s*(?:${WORD})\\s*!?\\s*$`,
  'iu',
);
const SHOUTED = /^(?:CANCELL?ED|POSTPONED|ABGESAGT|ENTFÄLLT|ANNULÉE?|CANCELAD[OA])(?!\p{L})/u;

/** Whether a title says that its event doesn't take place, as feeds do: `CANCELLED: Zero trust`, `Zero trust (abgesagt)`. */
export function saysCancelled(title: string): boolean {
  return CANCELLED.test(title) || SHOUTED.test(title.trim());
}
