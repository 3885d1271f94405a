import { expect, it } from 'vitest';
import { addCertification, formOf, type Talk, talk } from '../support/conversation.ts';
import { statementsOf } from '../support/statements.ts';
import { openStore } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';

const world = openStore();
const cycle = { start: '2025-01-01', end: '2027-12-31' };

/** A member with two certifications and a record, who was here before. */
async function member(): Promise<Talk> {
  const ana = talk({ store: world.store, tenant: newTenant(), profile: { handle: 'ana@example.com' } });
  await addCertification(ana, 'cissp', cycle);
  await addCertification(ana, 'cism', cycle);
  await ana.send(formOf(await ana.say('log 1h webinar Threats on 2026-11-02 for cissp')), {}, 'first');
  return ana;
}

it.each([
  ['help', 3],
  ['pace', 4],
  ['certs', 4],
  ['pace cissp', 4],
  ['log 1h webinar Clouds on 2026-11-03 for cissp', 5],
])('%s takes %i statements, begin and commit included', async (line, count) => {
  const ana = await member();

  const sent = await statementsOf(world.store, () => ana.say(line));

  expect(sent).toHaveLength(count);
});
