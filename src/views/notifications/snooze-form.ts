import type { Form, Option } from '../../chat/form.ts';
import type { Words } from '../../strings/index.ts';

/** The form that snoozes a certification until a date. */
export function snoozeForm(holdings: readonly Option[], { nudge: phrases }: Words): Form {
  return {
    command: 'snooze',
    title: phrases.snoozeTitle,
    submit: phrases.snoozeSubmit,
    parts: [
      { kind: 'choice', name: 'certification', label: phrases.snoozeWhich, options: holdings },
      { kind: 'date', name: 'until', label: phrases.snoozeUntil, hint: phrases.snoozeHint },
    ],
  };
}
