import { loadCatalogue } from '../../src/catalogue/index.ts';
import { dayIn } from '../../src/domain/calendar.ts';
import { withCatalogue } from '../../src/services/certifications/workspace-catalogue.ts';
import type { Scope } from '../../src/services/data-with-catalogue.ts';
import { identifyPerson } from '../../src/services/identify-person.ts';
import { OpportunityIndexCache } from '../../src/services/opportunities/opportunity-index-cache.ts';
import type { Request } from '../../src/services/request.ts';
import { wordsFor } from '../../src/strings/index.ts';
import type { Talk } from './conversation.ts';

/** Calls a service as the person of a conversation, in a transaction of its own. `more` is what else the request says. */
export async function callService<T>(
  { options }: Talk,
  service: (scope: Scope) => Promise<T>,
  more: Partial<Request> = {},
): Promise<T> {
  const { store, tenant, user = 'ana', today = '2026-11-23', catalogue = loadCatalogue() } = options;
  const { now = new Date(`${today}T12:00:00Z`) } = more;
  const place = { platform: 'slack', tenant, address: 'C1' } as const;
  const interaction = { from: { platform: 'slack', tenant, user }, place, command: '', args: {} } as const;
  return store.asSender(interaction.from, now, async (stored, sender) => {
    const person = await identifyPerson(interaction, { data: stored, sender }, now);
    stored.audit.actAs(person.personId, now);
    const indexes = new OpportunityIndexCache();
    const data = { ...(await withCatalogue(stored, catalogue)), opportunityIndex: () => indexes.of(stored) };
    const day = dayIn(person.zone ?? data.workspace.zone, now);
    const named = { markedText: '', mentions: [], namedUsers: new Map() };
    const about = { person, today: day, now, words: wordsFor(person.locale), fileLimit: 1_000_000, ...named };
    return service({ request: { ...interaction, ...about, ...more }, data });
  });
}
