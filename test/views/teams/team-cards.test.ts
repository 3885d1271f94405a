import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { groupSyncCard, type ShownTeam, teamForm, teamsCard } from '../../../src/views/teams/team-cards.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');
const security: ShownTeam = { teamId: 't1', name: 'Security', members: 3, managers: ['Ana'], problem: '' };
const many = (count: number) => Array.from({ length: count }, (_, n) => ({ ...security, teamId: `t${n}` }));

describe.each([
  ['English', english],
  ['German', german],
])('the teams in %s', (_language, words) => {
  const { team: phrases, digest, record } = words;

  it.each([
    [true, phrases.noneYet],
    [false, phrases.none],
  ])('are none, for an admin %s', (mayAdd, text) => {
    expect(teamsCard([], { from: 0, mayAdd }, words)).toEqual({
      title: text,
      blocks: [],
    });
  });

  const led = phrases.ledBy(['Ana']);

  it.each<[string, Partial<ShownTeam>, readonly string[]]>([
    ['no digest', {}, [phrases.members(3), led, phrases.digestOff]],
    ['one member', { members: 1 }, [phrases.members(1), led, phrases.digestOff]],
    ['no manager', { managers: [] }, [phrases.members(3), phrases.ledBy([]), phrases.digestOff]],
    [
      'a digest on Sunday',
      { digest: { weekday: 7, hour: 9, zone: 'UTC' } },
      [phrases.members(3), led, phrases.digestOn(digest.weekdays[6] ?? '', digest.hourOf(9), 'UTC')],
    ],
    ['a group', { follows: '@sec' }, [phrases.members(3), phrases.follows('@sec'), led, phrases.digestOff]],
    ['a channel it follows', { follows: '' }, [phrases.members(3), phrases.follows(''), led, phrases.digestOff]],
    [
      'a channel that is closed',
      { problem: 'archived' },
      [phrases.members(3), led, phrases.digestOff, phrases.problem('archived')],
    ],
  ])('with %s say so', (_what, over, detail) => {
    expect(teamsCard([{ ...security, ...over }], { from: 0, mayAdd: false }, words).blocks).toEqual([
      {
        kind: 'item',
        title: [{ bold: 'Security' }],
        detail: detail.join(' · '),
        action: { label: phrases.settings, command: 'team', args: { text: 't1' }, opensForm: true },
        also: { label: phrases.risk, command: 'risk', args: { text: 't1' } },
      },
    ]);
  });

  it.each([
    [1, [{ label: digest.hereTitle, command: 'digest', args: { text: '' } }]],
    [2, []],
  ])('preview the digest of the only one of %i', (count, actions) => {
    expect(teamsCard(many(count), { from: 0, mayAdd: true }, words).actions).toEqual(actions);
  });

  it.each([
    [0, 8, [[record.nextPage, '8']], record.page(1, 8, 9)],
    [8, 1, [[record.previousPage, '0']], record.page(9, 9, 9)],
  ])('come in pages of eight, from %i on', (from, items, turns, text) => {
    const card = teamsCard(many(9), { from, mayAdd: true }, words);

    expect(card.blocks).toHaveLength(items + 1);
    expect(card.blocks.at(-1)).toEqual({ kind: 'note', text });
    expect(card.actions?.map(({ label, args }) => [label, args.skip])).toEqual(turns);
  });

  it.each([
    [
      'followed',
      { kind: 'followed', team: 'Security', group: '@sec', members: 5, isNew: 2 } as const,
      phrases.followed('@sec', 5, 2),
    ],
    [
      'failed for a known reason',
      { kind: 'failed', team: 'Security', reason: 'missing_scope' } as const,
      phrases.followFailed(phrases.followRemedy.missing_scope),
    ],
    [
      'failed for another reason',
      { kind: 'failed', team: 'Security', reason: 'boom' } as const,
      phrases.followFailed(phrases.followUnsure('boom')),
    ],
  ])('whose group was %s', (_what, result, text) => {
    expect(groupSyncCard(result, words)).toEqual({
      title: phrases.saved('Security'),
      blocks: [{ kind: 'text', text }],
    });
  });
});

describe('the form of a team', () => {
  const { team: phrases } = english;
  const ana = { value: 'u1', label: 'Ana' };
  const about = { people: [ana], onOtherPlatform: [], members: 1, isNew: false, mayAdd: true, follows: undefined };
  const names = ({ parts }: Form) => parts.map((part) => ('name' in part ? part.name : part.kind));

  it.each([
    [true, phrases.newTitle],
    [false, phrases.editTitle],
  ])('is titled, new %s', (isNew, title) => {
    expect(teamForm({ ...about, isNew }, english)).toMatchObject({ command: 'team', title });
  });

  it.each([
    ['an admin', {}, ['name', 'members', 'managers', 'day', 'hour', 'zone']],
    ['a manager', { mayAdd: false }, ['name', 'members', 'day', 'hour', 'zone']],
    ['a team that follows a group', { follows: '@sec' }, ['name', 'text', 'managers', 'day', 'hour', 'zone']],
    ['a hundred members', { members: 100 }, ['name', 'members', 'managers', 'day', 'hour', 'zone']],
    ['more members', { members: 101 }, ['name', 'text', 'day', 'hour', 'zone']],
    ['members elsewhere', { onOtherPlatform: ['Bo'] }, ['name', 'members', 'managers', 'text', 'day', 'hour', 'zone']],
  ])('has for %s its fields', (_what, over, fields) => {
    expect(names(teamForm({ ...about, ...over }, english))).toEqual(fields);
  });

  it.each([
    [true, phrases.whoHint],
    [false, phrases.adminAdds],
  ])('says who adds members, may add %s', (mayAdd, hint) => {
    expect(teamForm({ ...about, mayAdd }, english).parts[1]).toMatchObject({ hint, options: [ana], optional: true });
  });

  it.each([
    ['the group', { follows: '@sec' }, phrases.followsGroup('@sec')],
    ['that there are too many', { members: 101 }, phrases.tooMany(101)],
  ])('names instead of members %s', (_what, over, text) => {
    expect(teamForm({ ...about, ...over }, english).parts[1]).toEqual({ kind: 'text', text });
  });

  it('offers weekdays from Monday and every hour', () => {
    const { parts } = teamForm(about, german);
    const [days, hours] = parts.slice(3, 5).map((part) => ('options' in part ? part.options : []));

    expect(days?.map(({ value }) => value).join('')).toBe('1234567');
    expect(days?.[0]?.label).toBe(german.digest.weekdays[0]);
    expect(hours).toHaveLength(24);
    expect(hours?.[9]).toEqual({ value: '9', label: german.digest.hourOf(9) });
  });
});
