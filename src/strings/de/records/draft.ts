import type { Basics } from '../../en/basics.ts';
import type { draftWords as DraftWords } from '../../en/records/draft.ts';

/** Words for unfinished forms, and for drafts that a program left for a person. */
export const draftWords = ({ date }: Basics): ReturnType<typeof DraftWords> => ({
  suggested: (day) => `Entwurf vom ${date(day)} wiederhergestellt. Für ein leeres Formular schreib: log new`,
  byAgent: (day) =>
    `Entwurf eines Assistenten vom ${date(day)}. Prüfe ihn vor dem Speichern. Für ein leeres Formular schreib: log new`,
  logTitle: 'Entwurf gespeichert, noch nicht eingetragen',
  logHow: 'Zum Prüfen und Speichern öffne recert im Chat und schreib: log',
  planTitle: 'Entwurf gespeichert, noch nicht eingeplant',
  planHow: 'Zum Prüfen und Einplanen öffne recert im Chat und schreib: plan',
  drafted: 'Entwurf',
  open: 'Noch zu beantworten',
  planByAgent: (day) => `Entwurf eines Assistenten vom ${date(day)}, noch nicht eingeplant`,
  add: 'Einplanen',
  discard: 'Verwerfen',
  gone: 'Dieser Entwurf ist nicht mehr vorhanden oder wurde geändert. Mit plan siehst du den aktuellen.',
  empty: 'Was soll entworfen werden? Zum Beispiel: 1.5h SANS webcast yesterday for cissp',
  unfinished:
    'Kein Entwurf: Du hast selbst ein Formular angefangen. Schließe es zuerst ab: Schreib im Chat log, oder log new, um es zu verwerfen.',
  noCertifications: 'Du hast noch keine Zertifizierung hinzugefügt. Füge zuerst im Chat eine hinzu, z. B.: add cissp',
  unknownPerson:
    'recert kennt diese Person nicht. Öffne recert einmal in Slack oder Teams und schreib: help. Versuche es danach erneut.',
  notForAgents: 'Ein Assistent kann nur lesen und Entwürfe anlegen. Erledige das selbst im Chat.',
  repeated: 'Diese Anfrage wurde bereits beantwortet. Frage noch einmal.',
});
