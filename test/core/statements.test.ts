import { expect, it } from 'vitest';
import { callService } from '../support/call-service.ts';
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

it('a saved log takes 13 statements', async () => {
  const ana = await member();
  const form = formOf(await ana.say('log 1h webinar Clouds on 2026-11-03 for cissp'));

  const sent = await statementsOf(world.store, () => ana.send(form, {}, 'second'));

  expect(sent).toHaveLength(13);
});

it('what the beginning of a transaction read isn’t used after it was changed', async () => {
  const ana = await member();

  const certifications = await callService(ana, async ({ request, data }) => {
    const { personId } = request.person;
    const before = (await data.holdings.of(personId)).length;
    await data.holdings.add({ personId, certification: 'ccsp', number: '' }, request.now);
    await data.customRules.save({ code: 'own', content: {} }, personId, request.now);
    const rules = (await data.customRules.all()).map(({ code }) => code);
    return { before, after: (await data.holdings.of(personId)).length, rules };
  });

  expect(certifications).toEqual({ before: 2, after: 3, rules: ['own'] });
});
