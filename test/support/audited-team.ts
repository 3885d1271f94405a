import type { Store } from '../../src/store/store.ts';
import { addCertification, type Talk, talk } from './conversation.ts';
import { Shelf } from './file-shelf.ts';
import { workspaceOf } from './records.ts';

/** A browser that prints the page as it is written: what it says can be read. */
export const printed = async (html: string) => new TextEncoder().encode(html);

/** A team whose reports are made, in a workspace of its own. */
export interface AuditedTeam {
  readonly shelf: Shelf;
  readonly workspaceId: string;
  readonly teamId: string;
  on(day: string, user: string, locale?: string): Talk;
}

/** Ana, who leads Security, and Bo in it; Eve, who is not; and Rui, an auditor; on 1 March 2026. */
export async function auditedTeam(store: Store, publicUrl?: string): Promise<AuditedTeam> {
  const shelf = new Shelf();
  const first = talk({
    store,
    today: '2026-03-01',
    user: 'ana',
    adapters: [shelf.adapter],
    print: printed,
    ...(publicUrl && { publicUrl }),
  });
  const on = (today: string, user: string, locale = 'en-GB') =>
    talk({ ...first.options, today, user, profile: { locale } });
  for (const user of ['ana', 'bo', 'eve', 'rui']) await addCertification(on('2026-03-01', user), 'cissp');
  const workspaceId = await workspaceOf(first, store);
  const noon = new Date('2026-03-01T12:00:00Z');
  const teamId = await store.inWorkspace(workspaceId, async (data) => {
    data.audit.actAs('operator', noon);
    const people = new Map((await data.people.all()).map(({ name, personId }) => [name, personId]));
    const id = (await data.teams.add('Security', noon)) ?? '';
    const member = (name: string, isManager: boolean) => ({ personId: people.get(name) ?? '', isManager });
    await data.teams.setMembers(id, [member('ana', true), member('bo', false)], noon);
    await data.people.setRole(people.get('ana') ?? '', 'manager');
    await data.people.setRole(people.get('rui') ?? '', 'auditor');
    return id;
  });
  return { shelf, workspaceId, teamId, on };
}
