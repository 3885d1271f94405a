import { beforeEach, describe, expect, it } from 'vitest';
import { cardOf, formOf, sayAndConfirm, textOf } from '../../support/conversation.ts';
import { asOperator, openStore } from '../../support/store.ts';
import { foundTeam, type TeamWorld } from '../../support/team.ts';

const world = openStore();
let team: TeamWorld;

beforeEach(async () => {
  team = await foundTeam(world.store, ['Ana', 'Bo', 'Chidi']);
});

const members = () =>
  asOperator(world.store, team.workspaceId, async ({ teams, people }) => {
    const names = new Map((await people.all()).map(({ personId, name }) => [personId, name]));
    const [first] = await teams.all();
    const found = first === undefined ? [] : await teams.membersOf(first.teamId);
    return found.map(({ personId }) => names.get(personId)).sort();
  });

/** The values of the field for members without some people. */
const membersWithout = async (...users: readonly string[]) => {
  const form = formOf(await team.hugo.say('team Security'));
  const options = form.parts.flatMap((part) => (part.kind === 'people' ? part.options : []));
  const removed = options.filter(({ label }) => users.includes(label)).map(({ value }) => value);
  const chosen = [form.answers?.members ?? []].flat().filter((one) => !removed.includes(one));
  return { form, chosen };
};

describe('a member is removed from a team', () => {
  it('by a typed line only after a question that names them', async () => {
    const card = cardOf(await team.hugo.say('team Security remove Bo'));

    expect(card.title).toBe('Remove Bo from Security?');
    expect(card.actions).toMatchObject([{ label: 'Remove', style: 'danger' }]);
    expect(await members()).toEqual(['Ana', 'Bo', 'Chidi']);
    expect(textOf(await team.hugo.press(card, 'Remove'))).toContain('2 members');
    expect(await members()).toEqual(['Ana', 'Chidi']);
  });

  it('in the form only once it is sent again', async () => {
    const { form, chosen } = await membersWithout('Bo', 'Chidi');
    const asked = formOf(await team.hugo.send(form, { members: chosen, hour: '16' }));

    expect(JSON.stringify(asked.parts[0])).toMatch(/Not saved yet: (?:Bo, Chidi|Chidi, Bo) will be removed/u);
    expect(asked).toMatchObject({ submit: 'Remove and save', answers: { hour: '16' } });
    expect(await members()).toEqual(['Ana', 'Bo', 'Chidi']);
    expect((await team.hugo.send(asked)).kind).toBe('card');
    expect(await members()).toEqual(['Ana']);
  });

  it('in the form after another question if others are deselected meanwhile', async () => {
    const { form, chosen } = await membersWithout('Bo');
    const asked = formOf(await team.hugo.send(form, { members: chosen }));
    const again = formOf(await team.hugo.send(asked, { members: chosen.slice(1) }));

    expect(JSON.stringify(again.parts[0])).toContain('will be removed');
    expect(await members()).toEqual(['Ana', 'Bo', 'Chidi']);
  });

  it('without a question if nobody goes', async () => {
    const { form } = await membersWithout();

    expect((await team.hugo.send(form, { hour: '16' })).kind).toBe('card');
  });
});

it('a team is deleted only after a question', async () => {
  const asked = await team.hugo.say('team Security --delete');

  expect(cardOf(asked).title).toBe('Delete the team Security?');
  expect(await members()).toEqual(['Ana', 'Bo', 'Chidi']);
  await team.hugo.press(cardOf(asked), 'Delete team');
  expect(await members()).toEqual([]);
});

it('a removed member comes back with undo', async () => {
  await sayAndConfirm(team.hugo, 'team Security remove Bo');
  await sayAndConfirm(team.hugo, 'undo', 'Undo');

  expect(await members()).toEqual(['Ana', 'Bo', 'Chidi']);
});
