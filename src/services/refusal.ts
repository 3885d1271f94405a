/** Refuses a request: the transaction is rolled back and the message is shown to the person. */
export class Refusal extends Error {
  override name = 'Refusal';
}
