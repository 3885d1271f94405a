import type { Store } from '../../src/store/store.ts';
import type { Talk } from './conversation.ts';
import { workspaceOf } from './records.ts';
import { asOperator } from './store.ts';

/** Makes whoever talks an admin, as recert’s operator does. */
export async function asAdmin(person: Talk, store: Store): Promise<void> {
  const { tenant, user = '' } = person.options;
  await asOperator(store, await workspaceOf(person, store), async ({ people }) => {
    const found = await people.findByIdentity({ platform: 'slack', tenant, user });
    await people.setRole(found?.personId ?? '', 'admin');
  });
}

/** Makes everyone in a workspace an admin, as recert’s operator does. */
export async function everyoneAsAdmin(store: Store, workspaceId: string): Promise<void> {
  await asOperator(store, workspaceId, async ({ people }) => {
    for (const { personId } of await people.all()) await people.setRole(personId, 'admin');
  });
}
