import { expect, it } from 'vitest';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { RunningCore } from '../../src/core/dispatch.ts';
import { Store } from '../../src/store/store.ts';
import { chanceOf } from '../oracle/random.ts';
import { catalogue } from '../support/catalogue.ts';
import { addCertification, logCredits, silent, talk, textOf } from '../support/conversation.ts';
import { patientCore } from '../support/core.ts';
import { workspaceOf } from '../support/records.ts';
import { asOperator, openStore, testDatabase } from '../support/store.ts';

/** Ten thousand of them take minutes: `npm run test:looks`. */
const STEPS = Number(process.env.RECERT_LOOKS ?? 120);
const PEOPLE = ['ana', 'bo', 'cy'];

const world = openStore();

it(`two replicas never give an answer that no longer holds, in ${STEPS} reads and writes at once`, async () => {
  // On a server each replica has connections of its own; the embedded database has one, with a memory for each replica.
  const database = testDatabase();
  const other = database.kind === 'server' ? await Store.open(database) : world.store;
  let today = '2026-11-23';
  const clock = { now: () => new Date(`${today}T12:00:00Z`) };
  const replicas = [world.store, other].map((store) => patientCore({ store, catalogue, clock, log: silent }));
  const ana = talk({ store: world.store });
  const { tenant } = ana.options;
  const talks = PEOPLE.map((user) => talk({ ...ana.options, user }));
  for (const person of talks) {
    await addCertification(person, 'cissp');
    await logCredits(person, '2026-02-01', { cissp: '2' });
  }
  const workspaceId = await workspaceOf(ana, world.store);
  const ids = new Map<string, string>();
  for (const user of PEOPLE) ids.set(user, await personOf(user));

  async function personOf(user: string): Promise<string> {
    const found = await world.store.inWorkspace(workspaceId, ({ people }) =>
      people.findByIdentity({ platform: 'slack', tenant, user }),
    );
    if (found === null) throw new Error(`${user} is a member.`);
    return found.personId;
  }

  const look = (core: RunningCore, user: string, command: string) => {
    const place = { platform: 'slack', tenant, address: 'C1' } as const;
    const profile = { name: user, zone: 'UTC', locale: 'en-GB' };
    const interaction: Interaction = {
      ...{ command, args: { text: 'cissp' }, from: { platform: 'slack', tenant, user }, place, profile },
      direct: { ...place, address: user },
    };
    return core.dispatch(interaction);
  };
  const chance = chanceOf(7);
  const writes = [
    async (user: string, step: number) => {
      const on = `2026-0${chance.between(3, 9)}-1${chance.between(0, 9)}`;
      await logCredits(talks[PEOPLE.indexOf(user)] ?? ana, on, { cissp: '0.5' }, { title: `Talk ${step}` });
    },
    (user: string) =>
      asOperator(world.store, workspaceId, async ({ records, activities }) => {
        const [record] = await records.all(ids.get(user) ?? '');
        if (record) await activities.setDeleted(ids.get(user) ?? '', record.activityId, new Date());
      }),
    () => asOperator(other, workspaceId, ({ settings }) => settings.save({ tolerance: chance.between(0, 30) })),
    (user: string) =>
      asOperator(other, workspaceId, ({ preferences }) =>
        preferences.save(ids.get(user) ?? '', { zone: chance.oneOf(['Pacific/Auckland', 'Pacific/Honolulu', 'UTC']) }),
      ),
    async () => {
      today = chance.oneOf(['2026-11-23', '2026-11-24', '2027-02-01']);
    },
  ] as const;

  for (let step = 0; step < STEPS; step += 1) {
    const user = chance.oneOf(PEOPLE);
    const command = chance.oneOf(['pace', 'why', 'certs']);
    if (chance.percent(30)) {
      // A write and looks at the same time: each look sees it or not, and remembers under the right revision.
      const looks = replicas.map((core) => look(core, user, command));
      await Promise.all([chance.oneOf(writes)(user, step), ...looks]);
    }
    const fresh = patientCore({ store: world.store, catalogue, clock, log: silent });
    const expected = textOf(await look(fresh, user, command));
    for (const core of replicas) expect(textOf(await look(core, user, command)), `step ${step}`).toBe(expected);
  }

  if (other !== world.store) await other.close();
}, 3_600_000);
