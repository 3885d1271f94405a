import type { Answers, Form } from '../chat/form.ts';

/** A form and the answers that were sent with it. */
export interface SentForm {
  readonly form: Pick<Form, 'parts'>;
  readonly answers: Answers;
}
