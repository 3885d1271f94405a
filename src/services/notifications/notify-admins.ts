import type { Card } from '../../chat/card.ts';
import { withLanguage } from '../../chat/platform-phrases.ts';
import type { WorkspaceData } from '../../store/store.ts';
import { type Words, wordsFor } from '../../strings/index.ts';

/** More admins need not hear of one thing. */
const MAX_ADMINS = 3;

/** Plans to tell the admins of something in private, each in their language; of one matter once. */
export async function notifyAdmins(
  matter: string,
  cardIn: (words: Words) => Card,
  { people, preferences, outbox }: WorkspaceData,
  now: Date,
): Promise<void> {
  const admins = await people.some({ role: 'admin' });
  const wishes = await preferences.some(admins.map(({ personId }) => personId));
  const here = admins.filter(({ personId }) => !wishes.get(personId)?.leftOn);
  for (const { personId, locale } of here.slice(0, MAX_ADMINS)) {
    const [place] = await people.addressesOf(personId);
    if (place === undefined) continue;
    const key = `notice ${matter} ${personId}`;
    const words = wordsFor(locale);
    const card = withLanguage(cardIn(words), words.language);
    await outbox.plan({ key, purpose: 'notice', place, card, personId }, now);
  }
}
