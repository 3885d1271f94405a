import type { SiteWords } from '../../en/account/site.ts';

/** Texts of the pages about this recert: its front page, privacy and terms. */
export const siteWords = (): SiteWords => ({
  nav: 'Seiten',
  home: {
    title: 'Über recert',
    paragraphs: [
      'recert erhält die beruflichen Zertifizierungen eines Teams in dem Chat, den es schon nutzt: Slack oder Microsoft Teams. Man trägt Punkte ein, sieht das nötige Tempo und findet passende Angebote.',
      'Dies ist die Adresse einer einzelnen Installation. Betrieben wird sie von der Organisation, die sie nutzt. Anmelden kann man sich hier nicht. Schreib recert in deinem Chat „hilfe“.',
    ],
  },
  privacy: {
    title: 'Datenschutz',
    paragraphs: [
      'Verantwortlich für die Daten ist die Organisation, die diese Installation betreibt. Bei Fragen, die hier offen bleiben, wende dich an ihre Administration.',
      'recert speichert deinen Namen und deine Konto-ID im Chat, deine Sprache und Zeitzone, deine Zertifizierungen, die eingetragenen Aktivitäten, die angehängten Nachweise, deine Pläne und deine Einstellungen. Es liest nur, was an recert geschrieben wird, keine anderen Nachrichten.',
      'Die Daten liegen in der Datenbank dieser Installation. Du siehst deine eigenen. Was Teamleitung und Administration sehen, hängt von ihrer Rolle und den Einstellungen deines Teams ab; „access“ zeigt, wer deine Einträge angesehen hat.',
      'recert verschickt Nachrichten über Slack oder Microsoft Teams. Es ruft öffentliche Veranstaltungslisten ab. Es sendet keine Nutzungsdaten an seine Autoren und setzt keine Cookies.',
      '„export mine“ gibt dir alles, was über dich gespeichert ist. „erase“ löscht es sofort. Wird recert aus einer ganzen Organisation entfernt, werden ihre Daten nach 30 Tagen gelöscht.',
    ],
  },
  terms: {
    title: 'Nutzungsbedingungen',
    paragraphs: [
      'Diese Installation wird von der Organisation bereitgestellt, die sie betreibt. Für ihre Leute gelten ihre eigenen Regeln.',
      'recert ist freie Software unter der MIT-Lizenz und kommt ohne Gewährleistung.',
      'Die Zahlen folgen den veröffentlichten Regeln der Zertifizierungsstellen. Diese können sich ändern. Was zählt, entscheidet die Stelle, die deine Zertifizierung ausgestellt hat.',
      'Für deine Einträge bist du selbst verantwortlich: Trag nur ein, was du getan hast, und hänge nur Dateien an, die du mit deiner Organisation teilen darfst.',
    ],
  },
});
