import { describe, expect, it } from 'vitest';
import { buttonOf, buttonsOf, fitsButton, Pressed, recertIn } from '../../../../adapters/teams/cards/buttons.ts';
import type { Action } from '../../../../src/chat/card.ts';

const LOG: Action = { label: 'Log credits', command: 'log', args: { id: '7' } };
const FORM: Action = { ...LOG, opensForm: true };
const RECERT = { command: 'log', args: { id: '7' } };

/** An action whose data is just `length` characters long. */
function sized(length: number): Action {
  const empty = JSON.stringify({ recert: { command: 'log', args: { id: '' } } }).length;
  return { ...LOG, args: { id: 'x'.repeat(length - empty) } };
}

describe('a button', () => {
  it('carries its command and arguments, and sends no inputs of a form', () => {
    expect(buttonOf(LOG, 'chat')).toEqual({
      type: 'Action.Submit',
      title: 'Log credits',
      associatedInputs: 'none',
      data: { recert: RECERT },
    });
  });

  it.each([
    ['that opens a form, in a chat', FORM, 'chat', { msteams: { type: 'task/fetch' }, recert: RECERT }],
    ['that opens a form, in a dialog', FORM, 'dialog', { recert: RECERT }],
    ['that opens none, in a chat', LOG, 'chat', { recert: RECERT }],
    ['that says it opens none', { ...LOG, opensForm: false }, 'chat', { recert: RECERT }],
  ] as const)('%s has its data', (_name, action, where, data) => {
    expect(buttonOf(action, where).data).toEqual(data);
  });

  it.each([
    ['primary', 'positive'],
    ['danger', 'destructive'],
    [undefined, undefined],
  ] as const)('of the style %s is %s', (style, drawn) => {
    const action = style === undefined ? LOG : { ...LOG, style };

    expect(buttonOf(action, 'chat').style).toBe(drawn);
  });

  it('shortens its label to 80 characters', () => {
    expect(buttonOf({ ...LOG, label: 'a'.repeat(80) }, 'chat').title).toBe('a'.repeat(80));
    expect(buttonOf({ ...LOG, label: 'a'.repeat(81) }, 'chat').title).toBe(`${'a'.repeat(79)}…`);
  });
});

describe('a button that asks first', () => {
  it('shows the question, with a button that sends', () => {
    const action = { label: 'Remove', command: 'detach', args: { id: '7' }, confirm: 'Remove it?' };
    const drawn = buttonOf(action, 'chat');

    expect(drawn).toMatchObject({ type: 'Action.ShowCard', title: 'Remove' });
    expect(drawn).not.toHaveProperty('data');
    expect(JSON.stringify(drawn)).toContain('Remove it?');
    expect(drawn.card).toMatchObject({
      actions: [{ type: 'Action.Submit', data: { recert: { command: 'detach', args: { id: '7' } } } }],
    });
  });
});

describe('the data of a button', () => {
  it.each([
    [3000, true],
    [3001, false],
  ])('of %i characters fits: %s', (length, fits) => {
    expect(fitsButton(sized(length))).toBe(fits);
  });

  it('is drawn as long as it fits', () => {
    expect(() => buttonOf(sized(3000), 'chat')).not.toThrow();
    expect(() => buttonOf(sized(3001), 'chat')).toThrow(
      'A button of log carries 3001 characters, 3000 fit: carry ids only.',
    );
  });

  it('counts what Teams needs to open a form', () => {
    expect(fitsButton({ ...sized(3000), opensForm: true })).toBe(false);
  });

  it.each([
    ['as recert writes it', RECERT, true],
    ['without a command', { command: '', args: {} }, false],
    ['with a command of 101 characters', { command: 'a'.repeat(101), args: {} }, false],
    ['with an argument longer than a typed text', { command: 'log', args: { id: 'a'.repeat(4001) } }, false],
    ['with a name of 101 characters', { command: 'log', args: { ['a'.repeat(101)]: '' } }, false],
    ['with a number as an argument', { command: 'log', args: { id: 7 } }, false],
  ])('%s is accepted: %s', (_name, value, isAccepted) => {
    expect(Pressed.safeParse(value).success).toBe(isAccepted);
  });

  it.each([
    [{ recert: RECERT, other: 1 }, RECERT],
    [{ other: 1 }, undefined],
    [null, undefined],
    ['recert', undefined],
    [undefined, undefined],
  ])('is found in %j', (value, found) => {
    expect(recertIn(value)).toEqual(found);
  });
});

it.each([
  [6, 0],
  [7, 2],
  [9, 4],
])('of %i buttons puts %i into the menu', (count, inMenu) => {
  const drawn = buttonsOf(
    Array.from({ length: count }, () => LOG),
    'chat',
  );

  expect(drawn).toHaveLength(count);
  expect(drawn.map(({ mode }) => mode === 'secondary')).toEqual(
    Array.from({ length: count }, (_, index) => index >= count - inMenu),
  );
});
