import { describe, expect, it } from 'vitest';
import {
  confirmLink,
  findCodeOwnerOrRefuse,
  makeLinkCode,
  removeLinks,
  requestLink,
} from '../../../src/services/account/link-identities.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { openStore } from '../../support/store.ts';
import { newTenant } from '../../support/tenant.ts';

const world = openStore();
const words = wordsFor('en-GB');
const phrases = words.link;
const now = new Date('2026-11-23T12:00:00Z');

type Service<T> = (scope: Scope) => Promise<T>;

/** A person on a platform of their own, who does things at a time. */
async function somebody(user: string) {
  const tenant = newTenant();
  const from = { platform: 'slack', tenant, user };
  const workspaceId = await world.store.directory.workspaceOf('slack', tenant, now);
  const personId = await world.store.inWorkspace(workspaceId, async ({ people, audit }) => {
    audit.actAs('operator', now);
    return (await people.join(from, { name: user, zone: null, locale: null, role: 'member' }, now)).personId;
  });
  const direct = { platform: 'slack', tenant, address: user };
  const act = <T>(service: Service<T>, at = now) =>
    world.store.inWorkspace(workspaceId, (data) => {
      data.audit.actAs(personId, at);
      return service({ request: { person: { personId, name: user }, from, direct, words, now: at }, data } as never);
    });
  const log = () => world.store.inWorkspace(workspaceId, ({ audit }) => audit.historyOf(personId));
  return { act, log, from, personId, direct };
}

describe('the code of a person', () => {
  it('leads to them, from the other side only', async () => {
    const [ana, ben] = [await somebody('ana'), await somebody('ben')];
    const code = await ana.act(makeLinkCode);
    const find: Service<unknown> = (scope) => findCodeOwnerOrRefuse(code, scope);

    expect(await ben.act(find)).toMatchObject({ name: 'ana', personId: ana.personId, replyTo: ana.direct });
    await expect(ana.act(find)).rejects.toThrow(new Refusal(phrases.sameSide));
    await expect(ben.act(find, new Date('2026-11-23T12:11:00Z'))).rejects.toThrow(new Refusal(phrases.badCode));
    await expect(ben.act((scope) => findCodeOwnerOrRefuse('nonsense', scope))).rejects.toThrow(
      new Refusal(phrases.badCode),
    );
  });

  it('is taken once, and not from its owner', async () => {
    const [ana, ben] = [await somebody('ana'), await somebody('ben')];
    const code = await ana.act(makeLinkCode);
    const request: Service<unknown> = (scope) => requestLink(code, scope);

    await expect(ana.act(request)).rejects.toThrow(new Refusal(phrases.badCode));
    expect(await ben.act(request)).toMatchObject({ name: 'ana' });
    await expect(ben.act(request)).rejects.toThrow(new Refusal(phrases.badCode));
  });
});

describe('a link', () => {
  it('is made once the code was typed, and removed from either side', async () => {
    const [ana, ben] = [await somebody('ana'), await somebody('ben')];
    const code = await ana.act(makeLinkCode);
    await expect(ana.act(confirmLink)).rejects.toThrow(new Refusal(phrases.notYet));
    await ben.act((scope) => requestLink(code, scope));

    expect(await ana.act(confirmLink)).toMatchObject({ name: 'ben', user: 'ben', platform: 'slack' });
    expect((await world.store.directory.linkOf(ben.from))?.personId).toBe(ana.personId);
    await ben.act(removeLinks);
    expect(await world.store.directory.linkOf(ben.from)).toBeNull();
    await expect(ana.act(removeLinks)).rejects.toThrow(new Refusal(phrases.none));
  });

  it('is in the log of its person', async () => {
    const [ana, ben] = [await somebody('ana'), await somebody('ben')];
    const code = await ana.act(makeLinkCode);
    await ben.act((scope) => requestLink(code, scope));
    await ana.act(confirmLink);
    await ana.act(removeLinks);

    expect((await ana.log()).map(({ what }) => what)).toEqual(expect.arrayContaining(['link', 'unlink']));
  });
});
