import type { platformWords as Source } from '../en/platform.ts';
import { installWords } from './account/install.ts';
import { tabWords } from './account/tab.ts';

/** Was Slack, Teams, die Spielwiese und das Terminal selbst sagen. */
export const platformWords = (): ReturnType<typeof Source> => ({
  language: 'de',
  form: {
    cancel: 'Abbrechen',
    close: 'Schließen',
    open: 'Formular öffnen',
    optional: 'optional',
    choose: 'Auswählen …',
    search: 'Suchbegriff eingeben',
    suggestions: 'Vorschläge',
    chooseFiles: 'Dateien auswählen',
    addFiles: 'Dateien hinzufügen',
    nothingToChoose: 'Keine Auswahl vorhanden.',
    required: (label) => `${label}: Pflichtfeld.`,
    uploaded: (label) => `${label}: hochgeladen`,
    moreFields: 'Weitere Felder',
    more: (count) => `… und ${count} weitere.`,
    refused: (count) =>
      `${count === 1 ? 'Prüfe bitte 1 Angabe' : `Prüfe bitte ${count} Angaben`}. Es wurde noch nichts gespeichert.`,
    filesByChat:
      'Eine Datei schickst du mir im persönlichen Chat über die Büroklammer. Formulare in Teams nehmen keine Dateien an.',
    expired: 'Dieses Formular ist abgelaufen, es wurde nichts gespeichert. Bitte schließe es und öffne es noch einmal.',
  },
  notice: {
    failed: {
      title: 'Es ist ein Fehler aufgetreten',
      text: 'Bei uns ist etwas schiefgegangen. Bitte versuch es noch einmal.',
    },
    waiting: {
      title: 'Einen Moment',
      text: 'Das dauert länger als sonst. Die Antwort erscheint hier und als Direktnachricht.',
    },
    late: {
      title: 'Das Formular ist bereit',
      text: 'Es konnte nicht rechtzeitig geöffnet werden. Bitte öffne es noch einmal.',
    },
    ready: { title: 'Das Formular ist bereit', text: 'Das Formular ist bereit.' },
    notInstalled: {
      title: 'Nicht installiert',
      text: 'recert hat keinen Zugriff mehr auf diesen Workspace. Bitte einen Admin des Workspace, recert wieder zu Slack hinzuzufügen.',
    },
    membersOnly: {
      slack: {
        title: 'Nur für Mitglieder',
        text: 'recert antwortet nur Mitgliedern seines Workspace, nicht Gästen eines geteilten Kanals.',
      },
      teams: {
        title: 'Nur für Mitglieder',
        text: 'recert antwortet nur Personen mit einem Konto in seiner Organisation.',
      },
    },
  },
  file: {
    saved: (name) => `${name} liegt jetzt bei deinen Dateien.`,
    declined: (name) => `${name} wurde abgelehnt und gelöscht.`,
    unnamed: 'Die Datei',
    linkExpires: 'Wer diesen Link sieht, kann ihn benutzen. Er gilt 24 Stunden.',
    pictureIgnored:
      'Bilder, die in eine Nachricht eingefügt sind, kann ich nicht lesen. Bitte schick das Bild über die Büroklammer als Datei.',
  },
  chat: {
    answeredPrivately: (name) =>
      name === ''
        ? 'Ich habe in deinem persönlichen Chat geantwortet.'
        : `${name}, ich habe dir in deinem persönlichen Chat geantwortet.`,
    notInstalled: (name) =>
      `${name === '' ? 'Meine' : `${name}, meine`} Antwort ist vertraulich, und ich kann dir noch nicht schreiben. Füge recert für dich hinzu und frag dann noch einmal.`,
  },
  app: {
    fullName: 'recert: Zertifizierungen erhalten',
    tagline: 'Erhält deine beruflichen Zertifizierungen.',
    description:
      'recert erhält die Zertifizierungen eines Teams in dem Chat, den es schon nutzt. Trage Punkte ein, sieh das ' +
      'nötige Tempo, suche passende Angebote und erhalte wöchentlich eine Übersicht über Fälliges und Erledigtes.',
    overview: 'Übersicht',
    command: 'Punkte eintragen, Tempo ansehen, Angebote finden',
    commandHint: 'help | log | pace | certs',
    log: { name: 'Punkte eintragen', description: 'Trage ein, was du gelernt hast' },
    logMessage: { name: 'Als Aktivität eintragen', description: 'Trage ein, worum es in dieser Nachricht geht' },
    records: {
      name: 'Meine Aktivitäten',
      description: 'Durchsuche deine Aktivitäten und teile eine',
      input: 'Suchen',
      inputHint: 'Titel, Anbieter oder Zertifizierung',
    },
    opportunities: {
      name: 'Angebote',
      description: 'Suche Angebote und teile eines',
      input: 'Suchen',
      inputHint: 'Stichwörter, „free“, „this week“, „under 1h“',
    },
  },
  tab: tabWords(),
  install: installWords(),
  preview: {
    title: 'Vorschau',
    pickDate: 'Datum auswählen',
    pickOption: 'Option auswählen',
    pickOptions: 'Optionen auswählen',
  },
  page: {
    title: 'recert-Spielwiese',
    tag: 'Spielwiese',
    skip: 'Zum Eingabefeld springen',
    people: 'Personen',
    youAre: 'Du bist',
    theme: 'Design:',
    themes: { auto: 'automatisch', light: 'hell', dark: 'dunkel' },
    noScript: 'Die Spielwiese braucht JavaScript, um zu senden, was du schreibst.',
    commands: 'Befehle',
    attached: 'Dateien zu dieser Nachricht',
    lineLabel: 'Nachricht an recert',
    placeholder: 'Nachricht an recert als {name}',
    send: 'Senden',
    hint: 'Probier',
    hintOr: 'oder',
    hintCommands: 'für alle Befehle.',
    hintRecall: 'holt zurück, was du geschrieben hast.',
    hello: 'Hallo,',
    greeting:
      'Ich helfe dir, deine Zertifizierungen zu behalten. Trag ein, was du lernst, und ich zeige dir auf den Tag genau, wo du stehst.',
    suggestions: 'Probier eins davon aus',
    conversation: 'Unterhaltung als {name}',
    seenByAll: 'Für alle hier sichtbar',
    seenByYou: 'Nur für dich sichtbar',
    shownAs: 'Ansicht',
    pictureTitle: 'Die Antwort in {platform}',
    pictureNote: 'Ein Bild von {platform}. Die Knöpfe funktionieren im Reiter „recert“.',
    typed: 'Du:',
    pressed: 'Du hast gedrückt:',
    filledIn: 'Du hast ausgefüllt:',
    retry: 'Noch einmal versuchen',
    closed: '„{title}“ wurde geschlossen. Es wurde nichts gespeichert.',
    sending: '{name} wird gesendet …',
    leaveOut: '{name} entfernen',
    addFiles: 'Dateien hinzufügen',
    problems: {
      unreachable: 'recert ist nicht erreichbar. Läuft es noch in deinem Terminal?',
      unreadable: 'Die Antwort ({status}) ist nicht lesbar. Bitte versuch es noch einmal.',
      starting: 'recert läuft noch nicht. Versuch es gleich noch einmal.',
      'unknown-person': 'Diese Person gibt es nicht. Lade die Seite neu.',
      'file-expired': 'Diese Datei ist abgelaufen. Fordere sie noch einmal an.',
      'file-too-large': 'Diese Datei ist zu groß. Erlaubt sind 10 MB.',
      'file-empty': 'Diese Datei ist leer.',
      'file-incomplete': 'Das Hochladen wurde unterbrochen. Bitte versuch es noch einmal.',
      'too-large': 'Diese Nachricht ist zu groß. Erlaubt sind 256 KB.',
      failed: 'Bei uns ist etwas schiefgegangen. Mehr steht im Protokoll unter der Nummer {reference}.',
    },
  },
});
