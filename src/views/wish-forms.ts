import type { Form, Option } from '../chat/form.ts';
import { ROLES } from '../domain/roles.ts';
import { LANGUAGES, type Words } from '../strings/index.ts';

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
  const say = words.wish;
  const example = '2026-12-31';
  return {
    command: 'preferences',
    title: say.title,
    submit: say.submit,
    parts: [
      {
        kind: 'choice',
        name: 'language',
        label: say.language,
        options: [
          { value: 'platform', label: say.asPlatform },
          ...LANGUAGES.map(({ code, name }) => ({ value: code, label: name })),
        ],
      },
      {
        kind: 'choice',
        name: 'dates',
        label: say.dates,
        options: [
          { value: 'usual', label: say.datesUsual(words.date(example)) },
          { value: 'iso', label: say.datesIso(example) },
        ],
      },
      { kind: 'line', name: 'zone', label: say.zone, hint: say.zoneHint(zone), maxLength: 60, optional: true },
      {
        kind: 'choices',
        name: 'days',
        label: say.workDays,
        options: words.digest.weekdays.map((label, index) => ({ value: String(index + 1), label })),
      },
      { kind: 'choice', name: 'from', label: say.from, options: hoursFrom(0, 23, words) },
      { kind: 'choice', name: 'until', label: say.until, options: hoursFrom(1, 24, words) },
      { kind: 'choice', name: 'nudges', label: say.nudges, options: yesNo(say.nudgesYes, say.nudgesNo) },
      ...(mayBeNamed
        ? [{ kind: 'choice', name: 'named', label: say.named, options: yesNo(say.namedYes, say.namedNo) } as const]
        : []),
      { kind: 'choice', name: 'managers', label: say.managers, options: yesNo(say.managersYes, say.managersNo) },
      { kind: 'date', name: 'away', label: say.away, hint: say.awayHint, optional: true },
    ],
  };
}

/** What holds for a whole workspace. */
export function settingsForm(words: Words): Form {
  const say = words.wish;
  return {
    command: 'settings',
    title: say.settingsTitle,
    submit: say.submit,
    parts: [
      {
        kind: 'choice',
        name: 'language',
        label: say.workspaceLanguage,
        options: LANGUAGES.map(({ code, name }) => ({ value: code, label: name })),
      },
      { kind: 'line', name: 'zone', label: say.workspaceZone, hint: say.workspaceZoneHint, maxLength: 60 },
      { kind: 'number', name: 'tolerance', label: say.tolerance, hint: say.toleranceHint },
      { kind: 'number', name: 'budget', label: say.budget, hint: say.budgetHint },
      { kind: 'choice', name: 'names', label: say.names, options: yesNo(say.namesChosen, say.namesNever) },
      { kind: 'choice', name: 'escalates', label: say.escalates, options: yesNo(say.escalatesYes, say.escalatesNo) },
    ],
  };
}

/** What an admin may change of a member. */
export function memberForm(name: string, state: string, words: Words): Form {
  const say = words.wish;
  return {
    command: 'people',
    title: say.peopleTitle,
    submit: say.submit,
    state,
    parts: [
      { kind: 'text', text: [{ bold: name }] },
      {
        kind: 'choice',
        name: 'role',
        label: say.role,
        options: ROLES.map((role) => ({ value: role, label: say.roles[role] })),
      },
      {
        kind: 'choice',
        name: 'status',
        label: say.status,
        hint: say.leftHint,
        options: [
          { value: 'here', label: say.here },
          { value: 'left', label: say.hasLeft },
        ],
      },
      { kind: 'date', name: 'away', label: say.away, optional: true },
    ],
  };
}

/** Until when a certification is to be quiet. */
export function snoozeForm(held: readonly Option[], words: Words): Form {
  const say = words.nudge;
  return {
    command: 'snooze',
    title: say.snoozeTitle,
    submit: say.snoozeSubmit,
    parts: [
      { kind: 'choice', name: 'certification', label: say.snoozeWhich, options: held },
      { kind: 'date', name: 'until', label: say.snoozeUntil, hint: say.snoozeHint },
    ],
  };
}
