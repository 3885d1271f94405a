import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { ROLES } from '../../../src/domain/roles.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { memberForm } from '../../../src/views/teams/member-form.ts';
import { goodbyeCard, peopleCard } from '../../../src/views/teams/people-card.ts';
import { settingsForm } from '../../../src/views/teams/settings-form.ts';

const ana = { personId: 'u1', name: 'Ana', role: 'member' } as const;

describe.each([
  ['English', wordsFor('en-GB')],
  ['German', wordsFor('de-DE')],
])('the people in %s', (_language, words) => {
  const { people: phrases, settings, record } = words;
  const on = day('2026-07-01');

  it.each([
    ['a manager', { role: 'manager' }, [phrases.roles.manager]],
    ['who has left', { leftOn: on }, [phrases.roles.member, phrases.leftOn(on)]],
    ['who is away', { awayUntil: on }, [phrases.roles.member, phrases.awayUntil(on)]],
    ['who is there', { leftOn: null, awayUntil: null }, [phrases.roles.member]],
  ] as const)('%s', (_what, over, detail) => {
    expect(peopleCard([{ ...ana, ...over }], { from: 0 }, words)).toEqual({
      title: `${phrases.title}: 1`,
      blocks: [
        {
          kind: 'item',
          title: [{ bold: 'Ana' }],
          detail: detail.join(' · '),
          action: { label: phrases.change, command: 'people', args: { who: 'u1' }, opensForm: true },
        },
        { kind: 'note', text: words.digest.people(1) },
      ],
    });
  });

  it.each([
    [0, 10, record.nextPage, '10', record.page(1, 10, 11)],
    [10, 1, record.previousPage, '0', record.page(11, 11, 11)],
  ])('come in pages of ten, from %i on', (from, items, label, skip, text) => {
    const card = peopleCard(
      Array.from({ length: 11 }, () => ana),
      { from },
      words,
    );

    expect(card.blocks).toHaveLength(items + 1);
    expect(card.blocks.at(-1)).toEqual({ kind: 'note', text });
    expect(card.actions).toEqual([{ label, command: 'people', args: { text: '', skip } }]);
  });

  it('who leave can take their records along', () => {
    expect(goodbyeCard(words)).toEqual({
      title: phrases.goodbyeTitle,
      blocks: [{ kind: 'text', text: phrases.goodbye }],
      actions: [{ label: phrases.download, command: 'export', args: { text: '' } }],
    });
  });

  it('are changed in a form, by role and status', () => {
    const form = memberForm('Ana', words);

    expect(form).toMatchObject({ command: 'people', title: phrases.memberTitle });
    expect(form.parts).toMatchObject([
      { kind: 'text', text: [{ bold: 'Ana' }] },
      { name: 'role', options: ROLES.map((role) => ({ value: role, label: phrases.roles[role] })) },
      {
        name: 'status',
        hint: phrases.leftHint,
        options: [
          { value: 'here', label: phrases.active },
          { value: 'left', label: phrases.left },
        ],
      },
      { kind: 'date', name: 'away', optional: true },
    ]);
  });

  it('have a workspace with settings', () => {
    expect(settingsForm(words).parts).toMatchObject([
      {
        name: 'language',
        options: [
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ],
      },
      { kind: 'line', name: 'zone', hint: settings.zoneHint, maxLength: 60 },
      { kind: 'number', name: 'tolerance', hint: settings.toleranceHint },
      { kind: 'number', name: 'budget', hint: settings.budgetHint },
      {
        name: 'names',
        options: [
          { value: 'yes', label: settings.namesChosen },
          { value: 'no', label: settings.namesNever },
        ],
      },
      {
        name: 'escalates',
        options: [
          { value: 'yes', label: settings.escalatesYes },
          { value: 'no', label: settings.escalatesNo },
        ],
      },
    ]);
  });
});
