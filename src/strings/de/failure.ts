import type { Basics } from '../en/basics.ts';
import type { failureWords as Source } from '../en/failure.ts';

export const failureWords = ({ anyOf }: Basics): ReturnType<typeof Source> => ({
  title: 'Es ist ein Fehler aufgetreten',
  text: (reference) =>
    `Bei uns ist ein Fehler aufgetreten. Bereits bestätigte Änderungen sind gespeichert. Versuch es noch einmal. Bleibt der Fehler bestehen, gib deinem Admin die Referenz ${reference}.`,
  slow: (reference) =>
    `Die Datenbank antwortet nicht rechtzeitig. Versuch es gleich noch einmal. Referenz: ${reference}`,
  slowAct: (reference) =>
    `Unklar, ob die Aktion ausgeführt wurde: Die Datenbank antwortet nicht rechtzeitig. Prüfe es mit „pace“, bevor du sie wiederholst. Referenz: ${reference}`,
  slowSave: (reference) =>
    `Unklar, ob gespeichert wurde: Die Datenbank antwortet nicht rechtzeitig. Sende das Formular noch einmal; doppelt gespeichert wird es nicht. Referenz: ${reference}`,
  busyTitle: 'recert ist ausgelastet',
  busy: 'Gerade kamen zu viele Anfragen auf einmal. Es wurde nichts geändert. Versuch es gleich noch einmal.',
  busySave: 'recert ist gerade ausgelastet. Es wurde nichts gespeichert. Sende das Formular gleich noch einmal.',
  preparing: {
    title: 'Kommt gleich',
    text: 'Das dauert einen Moment, weil es um viele Personen geht. Die Antwort kommt als private Nachricht.',
    queued:
      'Eine andere Anfrage zu vielen Personen läuft noch. Deine beginnt danach, und die Antwort kommt als private Nachricht.',
  },
  busyWorkspace:
    'Aus deinem Workspace warten gerade zu viele Anfragen. Es wurde nichts geändert. Versuch es in ein paar Minuten noch einmal.',
  busyWorkspaceSave:
    'Aus deinem Workspace warten gerade zu viele Anfragen. Es wurde nichts gespeichert. Sende das Formular in ein paar Minuten noch einmal.',
  tooManyReports: (max) =>
    `In deinem Workspace ${max === 1 ? 'wird schon ein Bericht' : `werden schon ${max} Berichte`} erstellt; mehr sind nicht gleichzeitig möglich. Fordere diesen Bericht noch einmal an, sobald einer davon fertig ist.`,
  tooManyImports: (max) =>
    `In deinem Workspace ${max === 1 ? 'läuft schon ein Import' : `laufen schon ${max} Importe`}; mehr sind nicht gleichzeitig möglich. Es wurde nichts importiert. Sende die Datei in ein paar Minuten noch einmal.`,
  notAllowed: 'Deine Rolle erlaubt das nicht.',
  askAdmin: (names) =>
    names.length === 0 ? 'Wende dich an einen Admin eures Workspace.' : `Wende dich an einen Admin: ${anyOf(names)}.`,
});
