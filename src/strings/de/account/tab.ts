import type { TabPhrases } from '../../../chat/platform-phrases.ts';

/** Texts of the personal tab in Teams. */
export const tabWords = (): TabPhrases => ({
  title: 'Übersicht',
  loading: 'Deine Zertifizierungen werden geladen …',
  noScript: 'Diese Seite braucht JavaScript.',
  back: 'Zurück zur Übersicht',
  confirm: 'Fortfahren',
  cancel: 'Abbrechen',
  retry: 'Noch einmal versuchen',
  pickPeople: 'Personen auswählen',
  problems: {
    outside:
      'Diese Seite funktioniert nur in Microsoft Teams. Öffne dort die App recert und wähle den Tab „Übersicht“.',
    signIn:
      'Teams konnte dich nicht bei recert anmelden. Versuch es noch einmal. Klappt es weiterhin nicht, bitte deine Teams-Administration, die Einrichtung des Tabs zu prüfen.',
    refused:
      'recert hat die Anmeldung aus Teams nicht angenommen. Bitte deine Teams-Administration, die Einrichtung des Tabs zu prüfen.',
    guest: 'recert antwortet nur Personen mit einem Konto in seiner Organisation.',
    notInstalled: 'recert ist in dieser Organisation nicht installiert. Füge zuerst die App recert in Teams hinzu.',
    busy: 'Zu viele Anfragen. Warte ein paar Sekunden und versuch es dann noch einmal.',
    starting: 'recert startet gerade. Versuch es gleich noch einmal.',
    unreachable: 'recert ist nicht erreichbar. Prüf deine Verbindung und versuch es noch einmal.',
    unreadable: 'recert konnte die Anfrage nicht lesen. Lade den Tab neu und versuch es noch einmal.',
    fileUnreadable: 'Diese Datei ist nicht lesbar. Wähle sie noch einmal aus.',
    tooLarge:
      'Eine Datei darf bis zu 10 MB haben, ein Formular bis zu fünf Dateien. Wähle kleinere oder weniger Dateien.',
    failed: 'Etwas ist schiefgegangen. Bitte versuch es noch einmal. Referenz: {reference}',
  },
});
