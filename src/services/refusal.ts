import type { Choice } from '../views/choice-card.ts';

/** Refuses a request: the transaction is rolled back and the message is shown to the person, with what they may have meant. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly choices: readonly Choice[];

  constructor(message: string, choices: readonly Choice[] = []) {
    super(message);
    this.choices = choices;
  }
}
