import type { accessWords as AccessWords } from '../../en/account/access.ts';
import { lookup } from '../../en/basics.ts';

/** Words for who viewed a member’s record. */
export const accessWords = (): ReturnType<typeof AccessWords> => ({
  title: 'Zugriffe auf deine Einträge',
  none: 'Deine Einträge hat bisher keine andere Person angesehen.',
  last: (when, who) => `Zuletzt angesehen: ${when}, ${who}`,
  view: (when, who, what) => `${when}: ${who}, ${what}`,
  subjects: lookup({
    risk: 'Liste „Handlungsbedarf“ des Teams',
    export: 'alle deine Einträge (Team-Export)',
    report: 'alle deine Einträge (Prüfbericht des Teams)',
    summary: 'wöchentlicher Überblick der Teamleitung',
    ladder: 'angekündigte Nachricht an die Teamleitung',
    '': 'deine Einträge',
  }),
  byAgent: (count) => `deine Einträge, über einen Assistenten (${count === 1 ? '1 Anfrage' : `${count} Anfragen`})`,
  operator: 'Betreiber von recert',
  itself: 'recert',
});
