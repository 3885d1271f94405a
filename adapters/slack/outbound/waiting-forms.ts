import { randomUUID } from 'node:crypto';
import type { Action } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Clock } from '../../../src/ports.ts';
import { fitsButton } from '../cards/buttons.ts';

const WAITING_MS = 60 * 60_000;
const MAX_WAITING = 500;
/** The argument of a button that names the form it opens. */
const WAITING_FORM = 'waiting-form';

/** Forms that answer a message, which has no trigger to open them: a button does. */
export class WaitingForms {
  readonly #forms: Recent<Form>;

  constructor(clock: Clock) {
    this.#forms = new Recent(clock, WAITING_MS, MAX_WAITING);
  }

  /** Remembers a form for an hour and returns the button that opens it; after that, the button asks for the form anew. */
  buttonFor(form: Form, { command, args, from }: Interaction, label: string): Action {
    const id = randomUUID();
    this.#forms.set(`${from.user} ${id}`, form);
    const open = (typed: Interaction['args']): Action => ({
      label,
      command,
      args: { ...typed, [WAITING_FORM]: id },
      style: 'primary',
      opensForm: true,
    });
    return fitsButton(open(args)) ? open(args) : open({});
  }

  /** Returns the form that a pressed button opens, if it is remembered, and the arguments without its id. */
  take({ args: pressed, from }: Interaction): { readonly form: Form | undefined; readonly args: Interaction['args'] } {
    const { [WAITING_FORM]: id, ...args } = pressed;
    return { form: id === undefined ? undefined : this.#forms.get(`${from.user} ${id}`), args };
  }
}
