import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { Role } from '../../../src/domain/roles.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { changeMember, readMemberForm } from '../../../src/services/teams/change-member.ts';
import type { Person } from '../../../src/store/entities.ts';
import type { NewMessage } from '../../../src/store/notifications/outbox.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../src/store/notifications/preferences.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { memberForm } from '../../../src/views/teams/member-form.ts';

const words = wordsFor('en-GB');
const today = day('2026-11-23');
const now = new Date('2026-11-23T12:00:00Z');
const person = (personId: string, role: Role) => ({ personId, name: personId, role, locale: 'en-GB' }) as Person;
const ana = person('ana', 'admin');
const bo = person('bo', 'member');
const lea = person('lea', 'admin');

/** A workspace of some people, with their preferences and what is done in it. */
function aWorkspace(people: readonly Person[], stated: Readonly<Record<string, Partial<Preferences>>> = {}) {
  const preferences = new Map(
    Object.entries(stated).map(([personId, over]) => [personId, { ...DEFAULT_PREFERENCES, ...over }]),
  );
  const roles: unknown[] = [];
  const planned: NewMessage[] = [];
  const data = {
    workspace: { workspaceId: 'w' },
    people: {
      some: async ({ role }: { role: Role }) => people.filter((one) => one.role === role),
      setRole: async (...args: unknown[]) => void roles.push(args),
      addressesOf: async (personId: string) => (personId === 'lea' ? [] : [{ address: personId }]),
    },
    preferences: {
      of: async (personId: string) => preferences.get(personId) ?? DEFAULT_PREFERENCES,
      some: async () => preferences,
      save: async (personId: string, changes: Partial<Preferences>) =>
        void preferences.set(personId, { ...(preferences.get(personId) ?? DEFAULT_PREFERENCES), ...changes }),
    },
    outbox: { plan: async (message: NewMessage) => void planned.push(message) },
    schedule: { scheduleNoLaterThan: async () => undefined },
  };
  const request = { words, today, now };
  return { scope: { request, data } as unknown as Scope, preferences, roles, planned };
}

describe('the form of a member', () => {
  const read = (one: Person, over: Answers, { scope }: ReturnType<typeof aWorkspace>) => {
    const answers = { role: one.role, status: 'here', away: '', ...over };
    return readMemberForm({ form: memberForm(one.name, words), answers }, one, scope);
  };

  it.each([
    [{}, { role: 'member', hasLeft: false, away: undefined }],
    [
      { role: 'auditor', away: '2026-12-05' },
      { role: 'auditor', hasLeft: false, away: '2026-12-05' },
    ],
    [{ status: 'left' }, { role: 'member', hasLeft: true, away: undefined }],
  ])('with %j is a change', async (over, change) => {
    expect(await read(bo, over, aWorkspace([ana, bo]))).toEqual({ change });
  });

  it.each([
    [{ away: 'soon' }, { away: words.pace.badDay('soon') }],
    [{ role: 'boss' }, { role: words.shape.notAnOption }],
    [{ status: '' }, { status: words.shape.missing }],
  ])('is refused with %j', async (over, errors) => {
    expect(await read(bo, over, aWorkspace([ana, bo]))).toEqual({ errors });
  });

  it.each([
    [{ role: 'member' }, { role: words.people.lastAdmin }],
    [{ status: 'left' }, { status: words.people.lastAdmin }],
  ])('keeps the last admin: %j', async (over, errors) => {
    expect(await read(ana, over, aWorkspace([ana, bo]))).toEqual({ errors });
    expect(await read(ana, over, aWorkspace([ana, lea], { lea: { leftOn: today } }))).toEqual({ errors });
    expect(await read(ana, over, aWorkspace([ana, lea]))).toHaveProperty('change');
  });
});

describe('a change of a member', () => {
  it('is saved, and a role that stays is not written', async () => {
    const { scope, preferences, roles, planned } = aWorkspace([ana, bo]);
    await changeMember(bo, { role: 'member', hasLeft: false, away: today }, scope);
    await changeMember(bo, { role: 'auditor', hasLeft: false, away: undefined }, scope);

    expect(roles).toEqual([['bo', 'auditor']]);
    expect(preferences.get('bo')).toMatchObject({ leftOn: null, awayUntil: null });
    expect(planned).toEqual([]);
  });

  it('tells whoever leaves once, in their language, where they can be reached', async () => {
    const { scope, preferences, planned } = aWorkspace([ana, bo, lea], { bo: { locale: 'de' } });
    const left = { role: 'member', hasLeft: true, away: undefined } as const;
    await changeMember(bo, left, scope);
    await changeMember(bo, left, scope);
    await changeMember(lea, { ...left, role: 'admin' }, scope);

    expect(preferences.get('bo')?.leftOn).toBe(today);
    expect(planned).toEqual([
      expect.objectContaining({
        key: 'left bo 2026-11-23',
        purpose: 'notice',
        personId: 'bo',
        place: { address: 'bo' },
      }),
    ]);
    expect(planned[0]?.card).toMatchObject({ language: wordsFor('de-DE').language });
  });

  it('keeps the day on which somebody left', async () => {
    const { scope, preferences } = aWorkspace([ana, bo], { bo: { leftOn: day('2026-01-01') } });
    await changeMember(bo, { role: 'member', hasLeft: true, away: undefined }, scope);

    expect(preferences.get('bo')?.leftOn).toBe('2026-01-01');
  });
});
