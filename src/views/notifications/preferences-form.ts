import type { Form, FormPart, Option } from '../../chat/form.ts';
import { LANGUAGES, type Words } from '../../strings/index.ts';
import { yesNoOptions } from '../yes-no-options.ts';

interface PreferencesFacts {
  /** The time zone without a preference. */
  readonly zone: string;
  readonly mayBeNamed: boolean;
  /** They lead a team, so they may get its weekly summary. */
  readonly leadsTeam?: boolean;
}

/** The form of a member's preferences. */
export function preferencesForm({ zone, mayBeNamed, leadsTeam = false }: PreferencesFacts, words: Words): Form {
  const phrases = words.preferences;
  return {
    command: 'preferences',
    title: phrases.title,
    submit: phrases.submit,
    parts: [...localeParts(zone, words), ...messageParts({ mayBeNamed, leadsTeam }, words)],
  };
}

function localeParts(zone: string, words: Words): readonly FormPart[] {
  const phrases = words.preferences;
  const example = '2026-12-31';
  return [
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
        { value: 'usual', label: phrases.datesDefault(words.date(example)) },
        { value: 'iso', label: phrases.datesIso(example) },
      ],
    },
    { kind: 'line', name: 'zone', label: phrases.zone, hint: phrases.zoneHint(zone), maxLength: 60, optional: true },
  ];
}

function messageParts(
  { mayBeNamed, leadsTeam }: { readonly mayBeNamed: boolean; readonly leadsTeam: boolean },
  words: Words,
): readonly FormPart[] {
  const phrases = words.preferences;
  return [
    {
      kind: 'choices',
      name: 'days',
      label: phrases.workDays,
      options: words.digest.weekdays.map((label, index) => ({ value: String(index + 1), label })),
    },
    { kind: 'choice', name: 'from', label: phrases.from, options: hoursFrom(0, 23, words) },
    { kind: 'choice', name: 'until', label: phrases.until, options: hoursFrom(1, 24, words) },
    {
      kind: 'choice',
      name: 'nudges',
      label: phrases.nudges,
      options: yesNoOptions(phrases.nudgesYes, phrases.nudgesNo),
    },
    ...(mayBeNamed
      ? [
          {
            kind: 'choice',
            name: 'named',
            label: phrases.named,
            options: yesNoOptions(phrases.namedYes, phrases.namedNo),
          } as const,
        ]
      : []),
    ...(leadsTeam
      ? [
          {
            kind: 'choice',
            name: 'summary',
            label: phrases.summaryOfTeams,
            options: yesNoOptions(phrases.nudgesYes, phrases.nudgesNo),
          } as const,
        ]
      : []),
    {
      kind: 'choice',
      name: 'managers',
      label: phrases.managers,
      options: yesNoOptions(phrases.managersYes, phrases.managersNo),
    },
    { kind: 'date', name: 'away', label: phrases.away, hint: phrases.awayHint, optional: true },
  ];
}

/** The full hours from `first` to `last`. */
function hoursFrom(first: number, last: number, words: Words): readonly Option[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    value: String(first + index),
    label: words.digest.hourOf(first + index),
  }));
}
