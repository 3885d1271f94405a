import { randomUUID } from 'node:crypto';
import { day } from '../../src/domain/calendar.ts';
import { Store } from '../../src/store/store.ts';

/** Logs credits without end into the embedded data of a folder, printing each title once it is saved. */
const [folder = ''] = process.argv.slice(2);
const store = await Store.open({ kind: 'folder', path: folder });
const workspaceId = await store.directory.workspaceOf('playground', 'kill', new Date());
const identity = { platform: 'playground', tenant: 'kill', user: 'ana' };
const now = new Date();

const claim = await store.inWorkspace(workspaceId, async (data) => {
  const details = { name: 'Ana', zone: null, locale: null };
  const person =
    (await data.people.withIdentity(identity)) ?? (await data.people.join(identity, details, 'member', now));
  const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
  data.audit.actAs(person.personId, now);
  await data.holdings.add({ personId: person.personId, certification: 'cissp', number: '', cycle }, now);
  const [held] = await data.holdings.of(person.personId);
  const cycleId = held?.cycles[0]?.cycleId;
  if (held === undefined || cycleId === undefined) throw new Error('The holding has a cycle.');
  return { personId: person.personId, holdingId: held.holding.holdingId, cycleId };
});

for (;;) {
  const title = randomUUID();
  const { personId, holdingId, cycleId } = claim;
  await store.inWorkspace(workspaceId, (data) => {
    data.audit.actAs(personId, now);
    return data.activities.add(
      {
        personId,
        title,
        provider: '',
        kind: 'course',
        delivery: '',
        starts: day('2026-01-01'),
        ends: day('2026-01-01'),
        description: '',
        claims: [{ holdingId, cycleId, parts: [{ category: 'group-a', credits: 25 }] }],
      },
      now,
    );
  });
  process.stdout.write(`${title}\n`);
}
