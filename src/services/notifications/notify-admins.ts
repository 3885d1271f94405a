import type { Card } from '../../chat/card.ts';
import { withLanguage } from '../../chat/platform-phrases.ts';
import type { WorkspaceData } from '../../store/store.ts';
import { type Words, wordsFor } from '../../strings/index.ts';

/** The number of admins notified about one topic. */
const MAX_ADMINS = 3;

/** Plans a private notice to the admins, each in their language, once per topic. */
export async function notifyAdmins(
  topic: string,
  cardIn: (words: Words) => Card,
  { data: { people, preferences, outbox }, now }: { readonly data: WorkspaceData; readonly now: Date },
): Promise<void> {
  const admins = await people.some({ role: 'admin' });
  const preferencesById = await preferences.some(admins.map(({ personId }) => personId));
  const active = admins.filter(({ personId }) => !preferencesById.get(personId)?.leftOn);
  for (const { personId, locale } of active.slice(0, MAX_ADMINS)) {
    const [place] = await people.addressesOf(personId);
    if (place === undefined) continue;
    const key = `notice ${topic} ${personId}`;
    const words = wordsFor(locale);
    const card = withLanguage(cardIn(words), words.language);
    await outbox.plan({ key, purpose: 'notice', place, card, personId }, now);
  }
}
