import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/roles.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import { findReportableTeams } from '../../../src/services/reports/report-access.ts';
import { matchPersonOrRefuse } from '../../../src/services/teams/find-person.ts';
import { findTeamOrRefuse, findVisibleTeams, pickTeamOrRefuse } from '../../../src/services/teams/visibility.ts';
import type { NamedIdentity } from '../../../src/store/teams/people.ts';
import type { Team } from '../../../src/store/teams/team-entities.ts';
import { wordsFor } from '../../../src/strings/index.ts';

const words = wordsFor('en-GB');
const teams = ['Audit', 'Security', 'Security East'].map((name, n) => ({ teamId: `t${n}`, name }) as Team);
const names = teams.map(({ name }) => name);

/** A person who leads Security and is a member of Audit. */
function scope(role: Role): Scope {
  const repository = {
    all: async () => teams,
    of: async () => [
      { teamId: 't0', isManager: false },
      { teamId: 't1', isManager: true },
    ],
  };
  return { request: { person: { personId: 'p', role }, words }, data: { teams: repository } } as unknown as Scope;
}

describe('the teams a person may see', () => {
  it.each([
    ['member', [], []],
    ['auditor', [], names],
    ['manager', ['Security'], ['Security']],
    ['admin', names, names],
  ] as const)('as %s', async (role, visible, reportable) => {
    expect((await findVisibleTeams(scope(role))).map(({ name }) => name)).toEqual(visible);
    expect((await findReportableTeams(scope(role))).map(({ name }) => name)).toEqual(reportable);
  });

  it('are the only ones that are found', async () => {
    expect((await findTeamOrRefuse('audit', scope('admin'))).teamId).toBe('t0');
    await expect(findTeamOrRefuse('audit', scope('manager'))).rejects.toThrow(
      new Refusal(words.team.unknown('audit', ['Security'])),
    );
  });
});

describe('a team by its name', () => {
  it.each([
    ['audit', 'Audit'],
    [' SECURITY ', 'Security'],
    ['t2', 'Security East'],
    ['security e', 'Security East'],
    ['a', 'Audit'],
  ])('%j', (text, name) => {
    expect(pickTeamOrRefuse(teams, text, words).name).toBe(name);
  });

  it.each([
    ['', words.team.which(names)],
    ['s', words.team.unknown('s', names)],
    ['east', words.team.unknown('east', names)],
    ['x'.repeat(99), words.team.unknown('x'.repeat(60), names)],
  ])('%j is refused', (text, message) => {
    expect(() => pickTeamOrRefuse(teams, text, words)).toThrow(new Refusal(message));
  });

  it('need not be named where there is one, and is not found where there is none', () => {
    expect(pickTeamOrRefuse(teams.slice(0, 1), '', words).name).toBe('Audit');
    expect(() => pickTeamOrRefuse([], 'audit', words)).toThrow(new Refusal(words.team.none));
  });
});

describe('a person by what was typed', () => {
  const from = { platform: 'slack', tenant: 'T1', user: 'U1' } as const;
  const person = (name: string, n: number, handle: string | null = null): NamedIdentity => ({
    ...{ platform: 'slack', tenant: 'T1', user: `U${n}0`, personId: `p${n}`, name, handle },
  });
  const people = ['Ana', 'Ana Maria', 'Bo', 'Bob'].map((name, n) => person(name, n));
  const find = (typed: string, among: readonly NamedIdentity[] = people) =>
    matchPersonOrRefuse(typed, among, { words, from });

  it.each([
    ['ana', 'p0'],
    ['@Ana', 'p0'],
    ['ana m', 'p1'],
    ['p3', 'p3'],
    [' BO ', 'p2'],
    ['u20', 'p2'],
  ])('%j', (typed, personId) => {
    expect(find(typed)).toBe(personId);
  });

  it.each([
    ['', words.team.notFound('')],
    ['eve', words.team.notFound('eve')],
    ['x'.repeat(99), words.team.notFound('x'.repeat(60))],
    ['an', words.team.several('an', ['Ana (U00)', 'Ana Maria (U10)'])],
    ['b', words.team.several('b', ['Bo (U20)', 'Bob (U30)'])],
    // What only looks like a mention names nobody by the beginning of a name.
    ['@bob b', words.people.textOnly('@bob b')],
    ['@ana m', words.people.textOnly('@ana m')],
  ])('%j is refused', (typed, message) => {
    expect(() => find(typed)).toThrow(new Refusal(message));
  });

  it('is one of several with the same name by their handle', () => {
    const twins = [person('Ana', 1, '@ana'), person('Ana', 2, '@ana.g'), person('Bo', 3, 'bo@example.org')];

    expect(() => find('ana g', twins)).toThrow(words.team.notFound('ana g'));
    expect(() => find('Ana', twins)).toThrow(words.team.several('Ana', ['Ana (@ana)', 'Ana (@ana.g)']));
    expect(find('@ana.g', twins)).toBe('p2');
    expect(find('BO@example.org', twins)).toBe('p3');
    expect(find('p2', twins)).toBe('p2');
  });
});
