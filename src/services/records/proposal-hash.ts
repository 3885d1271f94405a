import { createHash } from 'node:crypto';
import { type Answers, answerOf } from '../../chat/form.ts';

/** The values that a form proposed: for each field, the value with a hash of the answers that it follows from. */
export type ProposedValues = Readonly<Record<string, string>>;

/** The answers of a form with the values proposed in it. */
export interface FormProposals {
  readonly answers: Answers;
  readonly proposed: ProposedValues;
}

/** Returns a value with a short hash of the answers that it follows from. */
export function proposalOf(value: string, answers: Answers, names: readonly string[]): string {
  const basis = JSON.stringify(names.map((name) => answerOf(answers, name)));
  return `${value} ${createHash('sha256').update(basis).digest('hex').slice(0, 8)}`;
}

/** Whether a value is the proposed one, whatever it followed from. */
export function isProposed(value: string, proposal: string | undefined): boolean {
  return proposal?.startsWith(`${value} `) === true;
}
