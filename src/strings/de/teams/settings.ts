import type { Basics } from '../../en/basics.ts';
import type { settingsWords as SettingsWords } from '../../en/teams/settings.ts';

/** Words for the settings of a workspace. */
export const settingsWords = ({ days }: Basics): ReturnType<typeof SettingsWords> => ({
  title: 'Workspace-Einstellungen',
  submit: 'Speichern',
  saved: 'Workspace-Einstellungen gespeichert',
  language: 'Sprache in Kanälen',
  zone: 'Zeitzone des Workspace',
  zoneHint: 'Z. B. Europe/Berlin. Gilt für alle ohne eigene Zeitzone.',
  tolerance: 'Toleranz in Tagen',
  toleranceHint:
    'Abweichungen bis zu diesem Wert gelten als im Plan; bis zum letzten Viertel eines Zeitraums mindestens so viele Tage, wie auf einen Punkt entfallen. Standard: 7.',
  badTolerance: 'Gib eine ganze Zahl von 0 bis 60 ein.',
  budget: 'Erinnerungen pro Mitglied in 30 Tagen',
  budgetHint: 'Höchstzahl automatischer Erinnerungen; 0 schaltet sie aus. Standard: 4.',
  badBudget: 'Gib eine ganze Zahl von 0 bis 31 ein.',
  names: 'Namen in Wochenübersichten',
  namesChosen: 'Nur mit Einwilligung',
  namesNever: 'Nie',
  escalates: 'Teamleitung bei längerem Rückstand',
  escalatesYes: 'Nach zwei Erinnerungen',
  escalatesNo: 'Nicht informieren',
  summary: (language, zone, tolerance, budget) =>
    `${language}, ${zone}, Toleranz ${days(tolerance)}, ${budget === 1 ? '1 Erinnerung' : `${budget} Erinnerungen`} in 30 Tagen.`,
});
