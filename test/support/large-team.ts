import { PAGE } from '../../src/services/teams/member-pages.ts';
import type { Store } from '../../src/store/store.ts';
import { asOperator } from './store.ts';
import { newTenant } from './tenant.ts';

/** Adds a team with more people than are read at once. */
export async function addLargeTeam(store: Store, workspaceId: string, name: string): Promise<void> {
  const now = new Date();
  const tenant = newTenant();
  await asOperator(store, workspaceId, async ({ people, teams }) => {
    const members = [];
    for (let n = 0; n <= PAGE; n += 1) {
      const details = { name: `Person ${n}`, zone: null, locale: null, role: 'member' } as const;
      const { personId } = await people.join({ platform: 'slack', tenant, user: `U${n}` }, details, now);
      members.push({ personId, isManager: false });
    }
    await teams.setMembers((await teams.add(name, now)) ?? '', members, now);
  });
}
