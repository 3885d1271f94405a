import type { Form } from '../../chat/form.ts';
import { LANGUAGES, type Words } from '../../strings/index.ts';
import { yesNoOptions } from '../yes-no-options.ts';

/** The form of the workspace settings. */
export function settingsForm({ settings: phrases }: Words): Form {
  return {
    command: 'settings',
    title: phrases.title,
    submit: phrases.submit,
    parts: [
      {
        kind: 'choice',
        name: 'language',
        label: phrases.language,
        options: LANGUAGES.map(({ code, name }) => ({ value: code, label: name })),
      },
      { kind: 'line', name: 'zone', label: phrases.zone, hint: phrases.zoneHint, maxLength: 60 },
      { kind: 'number', name: 'tolerance', label: phrases.tolerance, hint: phrases.toleranceHint },
      { kind: 'number', name: 'budget', label: phrases.budget, hint: phrases.budgetHint },
      {
        kind: 'choice',
        name: 'names',
        label: phrases.names,
        options: yesNoOptions(phrases.namesChosen, phrases.namesNever),
      },
      {
        kind: 'choice',
        name: 'escalates',
        label: phrases.escalates,
        options: yesNoOptions(phrases.escalatesYes, phrases.escalatesNo),
      },
    ],
  };
}
