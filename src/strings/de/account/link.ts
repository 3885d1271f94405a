import type { linkWords as Source } from '../../en/account/link.ts';
import type { Rich } from '../../en/basics.ts';

export const linkWords = (): ReturnType<typeof Source> => ({
  title: 'Zwei Plattformen koppeln',
  typeThis: 'Schreib auf der anderen Plattform dies an recert:',
  tenMinutes:
    'Der Code gilt zehn Minuten und einmal. Wenn er dort eingegeben wurde, bestätige es hier. Was hier eingetragen ist, gilt dann auf beiden Seiten.',
  confirm: 'Bestätigen',
  accept: 'Ja, das bin ich',
  acceptText: (owner) =>
    `Das ist ein Code von ${owner}. Wenn du das bist, nutzt recert deren Zertifizierungen und Einträge auch hier. Was du auf dieser Seite eingetragen hast, ruht und kommt mit „unlink“ zurück.`,
  code: 'Code',
  asked: (other, platform): Rich => [
    { bold: other },
    ` hat auf ${platform} deinen Code eingegeben und möchte du sein. Wenn du es bist, bestätige es; wenn nicht, tu nichts.`,
  ],
  waiting: (owner) => `Geh jetzt dorthin zurück, wo ${owner} den Code bekam, und drücke dort „Bestätigen“.`,
  badCode:
    'Dieser Code ist falsch, verbraucht oder älter als zehn Minuten. Schreib auf der anderen Seite „link“ für einen neuen.',
  sameSide: 'Das ist dein eigener Code. Gib ihn auf der anderen Plattform ein.',
  notYet: 'Deinen Code hat noch niemand eingegeben. Gib ihn zuerst auf der anderen Plattform ein.',
  linked: 'Gekoppelt',
  linkedText: (other, platform): Rich => [
    { bold: other },
    ` auf ${platform} bist jetzt du: dieselben Zertifizierungen und Einträge auf beiden Seiten.`,
  ],
  none: 'Nichts ist gekoppelt.',
  unlinked: 'Nicht mehr gekoppelt',
  unlinkedText: 'Jede Seite hat wieder ihre eigenen Zertifizierungen und Einträge.',
  platforms: { slack: 'Slack', teams: 'Microsoft Teams', playground: 'der Spielwiese', terminal: 'dem Terminal' },
});
