import type { linkWords as Source } from '../../en/account/link.ts';
import type { Rich } from '../../en/basics.ts';

export const linkWords = (): ReturnType<typeof Source> => ({
  title: 'Konten verknüpfen',
  typeThis: 'Sende recert auf der anderen Plattform diese Nachricht:',
  tenMinutes:
    'Der Code gilt 10 Minuten und nur einmal. Bestätige die Verknüpfung anschließend hier. Danach gelten die Zertifizierungen und Einträge von hier auf beiden Plattformen.',
  confirm: 'Bestätigen',
  accept: 'Ja, das bin ich',
  acceptText: (owner) =>
    `Dieser Code gehört ${owner}. Bist du das, gelten diese Zertifizierungen und Einträge künftig auch hier. Deine bisherigen Einträge auf dieser Plattform werden ausgeblendet und mit „unlink“ wiederhergestellt.`,
  code: 'Code',
  requested: (other, platform): Rich => [
    { bold: other },
    ` (${platform}) hat deinen Code eingegeben. Bist du das, bestätige die Verknüpfung. Andernfalls ignoriere diese Nachricht.`,
  ],
  waiting: (owner) => `Noch ein Schritt: Klicke als ${owner} auf der anderen Plattform auf „Bestätigen“.`,
  badCode:
    'Der Code ist falsch, bereits verwendet oder abgelaufen. Fordere auf der anderen Plattform mit „link“ einen neuen an.',
  sameSide: 'Das ist dein eigener Code. Gib ihn auf der anderen Plattform ein.',
  notYet: 'Der Code wurde noch nicht eingegeben. Gib ihn zuerst auf der anderen Plattform ein.',
  linked: 'Konten verknüpft',
  linkedText: (other, platform): Rich => [
    'Mit ',
    { bold: other },
    ` (${platform}) verknüpft: Auf beiden Plattformen gelten dieselben Zertifizierungen und Einträge.`,
  ],
  none: 'Keine verknüpften Konten.',
  unlinked: 'Verknüpfung aufgehoben',
  unlinkedText: 'Jede Plattform hat wieder eigene Zertifizierungen und Einträge.',
  platforms: { slack: 'Slack', teams: 'Microsoft Teams', playground: 'Playground', terminal: 'Terminal' },
});
