import { beforeEach, describe, expect, it } from 'vitest';
import { cardOf, formOf, talk, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';
import { foundTeam, type TeamWorld } from '../../support/team.ts';

const world = openStore();
let team: TeamWorld;

beforeEach(async () => {
  team = await foundTeam(world.store, ['Ana', 'Bo', 'Chidi']);
});

describe('preferences', () => {
  it('are kept, shown again, and hold from the next word on', async () => {
    const ana = team.member('Ana');
    const saved = await ana.send(formOf(await ana.say('preferences')), {
      language: 'de',
      dates: 'iso',
      zone: 'Europe/Berlin',
      days: ['1', '3'],
      from: '10',
      until: '12',
    });

    expect(textOf(saved)).toContain(
      'Benachrichtigungen: Montag und Mittwoch, 10:00 Uhr bis 12:00 Uhr (Europe/Berlin).',
    );
    expect(formOf(await ana.say('preferences')).answers).toMatchObject({
      language: 'de',
      days: ['1', '3'],
      from: '10',
    });
    const pace = textOf(await ana.say('pace'));
    expect([pace.includes('im Rückstand'), pace.includes('2029-05-31')]).toEqual([true, true]);
  });

  it.each([
    [{ zone: 'Berlin' }, 'zone', '“Berlin” isn’t a valid time zone.'],
    [{ from: '18', until: '9' }, 'until', 'The end is before the start. Select a later time.'],
    [{ days: [] }, 'days', 'Required'],
    [{ away: '2026-02-30' }, 'away', '2026-02-30'],
    [{ away: '2026-11-22' }, 'away', 'The date is in the past. Choose today or a later date.'],
    [{ language: 'fr' }, 'language', 'This isn’t one of the options. Select one from the list.'],
  ])('that cannot be kept are answered beside the field: %j', async (answers, field, problem) => {
    const ana = team.member('Ana');
    const { errors, answers: stored } = formOf(await ana.send(formOf(await ana.say('preferences')), answers));

    expect(errors?.[field]).toContain(problem);
    expect(stored).toMatchObject(answers);
  });

  it('offer to be named only where the workspace lets anybody be named', async () => {
    await team.hugo.send(formOf(await team.hugo.say('settings')), { names: 'no' });

    const { parts } = formOf(await team.member('Ana').say('preferences'));

    expect(parts.some((part) => 'name' in part && part.name === 'named')).toBe(false);
  });

  it('ask for no help that no manager would read, and say who can be asked', async () => {
    const ana = team.member('Ana');
    const action = { label: 'Ask for help', command: 'preferences', args: { help: 'cissp' } };
    const help = () => ana.press({ title: '', blocks: [], actions: [action] }, action.label);
    expect(cardOf(await help())).toEqual({
      title: 'You have no team with a manager, so your request wouldn’t be read and wasn’t sent. Ask an admin: Hugo.',
      blocks: [],
      language: 'en',
    });

    await world.store.inWorkspace(team.workspaceId, async (data) => {
      data.audit.actAs('operator', new Date());
      const people = await data.people.all();
      const bo = people.find(({ name }) => name === 'Bo')?.personId ?? '';
      const [{ teamId } = { teamId: '' }] = await data.teams.all();
      const members = await data.teams.membersOf(teamId);
      await data.people.setRole(bo, 'manager');
      await data.teams.setMembers(
        teamId,
        members.map((one) => ({ ...one, isManager: one.personId === bo })),
        new Date(),
      );
    });
    expect(cardOf(await help()).title).toBe('Ask for help with CISSP?');
    const bo = team.member('Bo');
    await bo.send(formOf(await bo.say('preferences')), { away: '2026-12-24' });
    expect(cardOf(await help()).title).toBe(
      'Your request wouldn’t be read at the moment and wasn’t sent. Ask Bo directly.',
    );
  });

  it('of everybody fill a form in the language of their platform', async () => {
    const berta = talk({ ...team.hugo.options, user: 'Berta', profile: { locale: 'de-DE' } });

    expect(formOf(await berta.say('preferences'))).toMatchObject({ title: 'Einstellungen', submit: 'Speichern' });
    expect(textOf(await berta.say('nonsense'))).toContain('gibt es nicht');
  });
});

describe('settings', () => {
  it('are for everybody: language, slack, limits', async () => {
    const saved = await team.hugo.send(formOf(await team.hugo.say('settings')), {
      language: 'de',
      zone: 'Europe/Berlin',
      tolerance: '60',
      budget: '2',
    });
    await team.digestHere();
    await team.at('2026-11-30T08:00:00Z');

    expect(textOf(saved)).toContain('Deutsch, Europe/Berlin, tolerance 60 days, at most 2 messages in 30 days.');
    expect(team.mailbox.titlesAt('C1')).toEqual(['Wochenübersicht', expect.stringMatching(/^Security: KW 49/u)]);
  });

  it.each([
    [{ tolerance: '61' }, 'tolerance', 'The tolerance isn’t valid. Enter a whole number from 0 to 60.'],
    [{ tolerance: '-1' }, 'tolerance', 'The tolerance isn’t valid. Enter a whole number from 0 to 60.'],
    [{ budget: '32' }, 'budget', 'The number of messages isn’t valid. Enter a whole number from 0 to 31.'],
    [{ budget: '1.5' }, 'budget', 'The number of messages isn’t valid. Enter a whole number from 0 to 31.'],
    [{ zone: 'Mars/Olympus' }, 'zone', '“Mars/Olympus” isn’t a valid time zone.'],
    [{ zone: '' }, 'zone', 'Required'],
  ])('that cannot be kept are answered beside the field: %j', async (answers, field, problem) => {
    const { errors } = formOf(await team.hugo.send(formOf(await team.hugo.say('settings')), answers));

    expect(errors?.[field]).toContain(problem);
    expect(formOf(await team.hugo.say('settings')).answers).toMatchObject({ zone: 'UTC', tolerance: '7', budget: '4' });
  });
});

describe('the place of a digest', () => {
  it.each([
    ['not_in_channel', 'Invite @recert to the channel'],
    ['is_archived', 'The channel is archived.'],
    ['restricted_action', 'The workspace doesn’t allow apps to post here.'],
    ['something_new', 'Try another channel'],
  ])('that refuses with %s is not kept, and the person is told what to do', async (reason, remedy) => {
    team.mailbox.outcome = ({ address }) => (address === 'C1' ? { kind: 'refused', reason } : undefined);

    await team.digestHere();

    expect(JSON.stringify(team.mailbox.posted.map(({ address, card }) => [address, card.blocks]))).toContain(remedy);
    expect(textOf(await team.hugo.say('team'))).toContain('no digest; type “digest here”');
  });

  it('stays as it was where another one refuses', async () => {
    await team.digestHere();
    team.mailbox.outcome = ({ address }) => (address === 'C2' ? { kind: 'refused', reason: 'is_archived' } : undefined);

    await team.digestHere('C2');
    await team.at('2026-11-30T09:00:00Z');

    expect(team.mailbox.titlesAt('C1')).toContainEqual(expect.stringMatching(/^Security: week 49/u));
  });

  it('that does not answer is tried again until it does', async () => {
    team.mailbox.outcome = () => ({ kind: 'unknown', reason: 'reset' });
    await team.digestHere();
    const before = textOf(await team.hugo.say('team'));
    team.mailbox.outcome = () => undefined;
    await team.at('2026-11-23T12:01:00Z');

    expect(before).toContain('no digest; type “digest here”');
    expect(team.mailbox.titlesAt('C1')).toEqual(['Weekly digest']);
    expect(textOf(await team.hugo.say('team'))).not.toContain('no digest');
  });
});

describe('a snooze', () => {
  it.each([
    ['2026-11-22', 'The date is in the past. Choose today or a later date.'],
    ['2027-11-24', 'The date is too far away. Choose a date within a year.'],
    ['soon', 'soon'],
  ])('until %s is refused beside the field', async (until, problem) => {
    const ana = team.member('Ana');

    const { errors } = formOf(await ana.send(formOf(await ana.say('snooze cissp')), { until }));

    expect(errors?.until).toContain(problem);
  });

  it('ends by its button, and letting go by its own', async () => {
    const ana = team.member('Ana');
    const snoozed = cardOf(await ana.send(formOf(await ana.say('snooze cissp')), { until: '2026-12-24' }));
    const awake = await ana.press(snoozed, 'End snooze');
    const lapsing = cardOf(await ana.say('lapse cissp'));
    const stored = await ana.press(lapsing, 'Keep certification');

    expect([textOf(awake), textOf(stored)]).toEqual([
      expect.stringContaining('is no longer snoozed'),
      expect.stringContaining('CISSP is active again.'),
    ]);
  });

  it.each([
    ['snooze ccsp', 'kind'],
    ['lapse ccsp', 'You don’t have a certification called “ccsp”.'],
    ['lapse', 'The certification is missing.'],
  ])('answers %s in words or with its form', async (line, words) => {
    expect(textOf(await team.member('Ana').say(line))).toContain(words);
  });
});
