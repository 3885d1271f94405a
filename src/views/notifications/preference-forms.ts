import type { Form, Option } from '../../chat/form.ts';
import { ROLES } from '../../domain/roles.ts';
import { LANGUAGES, type Words } from '../../strings/index.ts';

const hoursFrom = (first: number, last: number, words: Words): readonly Option[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    value: String(first + index),
    label: words.digest.hourOf(first + index),
  }));

const yesNo = (yes: string, no: string): readonly Option[] => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
];

/** What a member wishes; `zone` is theirs without a wish. */
export function preferencesForm(
  { zone, mayBeNamed }: { readonly zone: string; readonly mayBeNamed: boolean },
  words: Words,
): Form {
  const phrases = words.preferences;
  const example = '2026-12-31';
  return {
    command: 'preferences',
    title: phrases.title,
    submit: phrases.submit,
    parts: [
      {
        kind: 'choice',
        name: 'language',
        label: phrases.language,
        options: [
          { value: 'platform', label: phrases.asPlatform },
          ...LANGUAGES.map(({ code, name }) => ({ value: code, label: name })),
        ],
      },
      {
        kind: 'choice',
        name: 'dates',
        label: phrases.dates,
        options: [
          { value: 'usual', label: phrases.datesUsual(words.date(example)) },
          { value: 'iso', label: phrases.datesIso(example) },
        ],
      },
      { kind: 'line', name: 'zone', label: phrases.zone, hint: phrases.zoneHint(zone), maxLength: 60, optional: true },
      {
        kind: 'choices',
        name: 'days',
        label: phrases.workDays,
        options: words.digest.weekdays.map((label, index) => ({ value: String(index + 1), label })),
      },
      { kind: 'choice', name: 'from', label: phrases.from, options: hoursFrom(0, 23, words) },
      { kind: 'choice', name: 'until', label: phrases.until, options: hoursFrom(1, 24, words) },
      { kind: 'choice', name: 'nudges', label: phrases.nudges, options: yesNo(phrases.nudgesYes, phrases.nudgesNo) },
      ...(mayBeNamed
        ? [
            {
              kind: 'choice',
              name: 'named',
              label: phrases.named,
              options: yesNo(phrases.namedYes, phrases.namedNo),
            } as const,
          ]
        : []),
      {
        kind: 'choice',
        name: 'managers',
        label: phrases.managers,
        options: yesNo(phrases.managersYes, phrases.managersNo),
      },
      { kind: 'date', name: 'away', label: phrases.away, hint: phrases.awayHint, optional: true },
    ],
  };
}

/** What holds for a whole workspace. */
export function settingsForm(words: Words): Form {
  const phrases = words.preferences;
  return {
    command: 'settings',
    title: phrases.settingsTitle,
    submit: phrases.submit,
    parts: [
      {
        kind: 'choice',
        name: 'language',
        label: phrases.workspaceLanguage,
        options: LANGUAGES.map(({ code, name }) => ({ value: code, label: name })),
      },
      { kind: 'line', name: 'zone', label: phrases.workspaceZone, hint: phrases.workspaceZoneHint, maxLength: 60 },
      { kind: 'number', name: 'tolerance', label: phrases.tolerance, hint: phrases.toleranceHint },
      { kind: 'number', name: 'budget', label: phrases.budget, hint: phrases.budgetHint },
      { kind: 'choice', name: 'names', label: phrases.names, options: yesNo(phrases.namesChosen, phrases.namesNever) },
      {
        kind: 'choice',
        name: 'escalates',
        label: phrases.escalates,
        options: yesNo(phrases.escalatesYes, phrases.escalatesNo),
      },
    ],
  };
}

/** What an admin may change of a member. */
export function memberForm(name: string, state: string, words: Words): Form {
  const phrases = words.preferences;
  return {
    command: 'people',
    title: phrases.peopleTitle,
    submit: phrases.submit,
    state,
    parts: [
      { kind: 'text', text: [{ bold: name }] },
      {
        kind: 'choice',
        name: 'role',
        label: phrases.role,
        options: ROLES.map((role) => ({ value: role, label: phrases.roles[role] })),
      },
      {
        kind: 'choice',
        name: 'status',
        label: phrases.status,
        hint: phrases.leftHint,
        options: [
          { value: 'here', label: phrases.here },
          { value: 'left', label: phrases.hasLeft },
        ],
      },
      { kind: 'date', name: 'away', label: phrases.away, optional: true },
    ],
  };
}

/** Until when a certification is to be quiet. */
export function snoozeForm(holdings: readonly Option[], words: Words): Form {
  const phrases = words.nudge;
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
