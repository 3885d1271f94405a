import { describe, expect, it } from 'vitest';
import { ButtonValue, fitsButton, newButtons } from '../../../../adapters/slack/cards/buttons.ts';
import type { Action } from '../../../../src/chat/card.ts';

const LOG: Action = { label: 'Log credits', command: 'log', args: { id: '7' } };

/** An action whose button value is just `length` characters long. */
function sized(length: number): Action {
  const empty = JSON.stringify({ command: 'log', args: { id: '' } }).length;
  return { ...LOG, args: { id: 'x'.repeat(length - empty) } };
}

describe('a button', () => {
  it('carries its command and arguments, and nothing of the label or the style', () => {
    const button = newButtons({ cancel: 'Cancel' })({ ...LOG, style: 'danger', opensForm: true });

    expect(JSON.parse(button.value ?? '')).toEqual({ command: 'log', args: { id: '7' } });
    expect(button).toMatchObject({ type: 'button', text: { text: 'Log credits', emoji: false }, style: 'danger' });
  });

  it('has no style when its action has none', () => {
    expect(newButtons({ cancel: 'Cancel' })(LOG)).not.toHaveProperty('style');
  });

  it('has the same id whenever its message is drawn again', () => {
    expect(newButtons({ cancel: 'Cancel' })(LOG).action_id).toBe(
      newButtons({ cancel: 'Cancel' })({ ...LOG, label: 'Noch einmal' }).action_id,
    );
  });

  it('has another id for other arguments', () => {
    const draw = newButtons({ cancel: 'Cancel' });

    expect(draw(LOG).action_id).not.toBe(draw({ ...LOG, args: { id: '8' } }).action_id);
  });

  it('counts the ids of equal buttons in one message', () => {
    const draw = newButtons({ cancel: 'Cancel' });
    const ids = [draw(LOG), draw(LOG), draw(LOG)].map(({ action_id }) => action_id);

    expect(ids[0]).toMatch(/^log\.[\w-]{8}$/u);
    expect(ids).toEqual([ids[0], `${ids[0]}.2`, `${ids[0]}.3`]);
  });

  it('shortens its label to 75 characters', () => {
    expect(newButtons({ cancel: 'Cancel' })({ ...LOG, label: 'a'.repeat(76) }).text.text).toBe(`${'a'.repeat(74)}…`);
    expect(newButtons({ cancel: 'Cancel' })({ ...LOG, label: 'a'.repeat(75) }).text.text).toBe('a'.repeat(75));
  });
});

describe('a button that asks first', () => {
  it('has a confirmation with its own label', () => {
    const draw = newButtons({ cancel: 'Cancel' });

    expect(draw({ ...LOG, label: 'Mark all', confirm: 'Mark all 51?', style: 'danger' }).confirm).toEqual({
      title: { type: 'plain_text', text: 'Mark all', emoji: false },
      text: { type: 'plain_text', text: 'Mark all 51?', emoji: false },
      confirm: { type: 'plain_text', text: 'Mark all', emoji: false },
      deny: { type: 'plain_text', text: 'Cancel', emoji: false },
      style: 'danger',
    });
    expect(draw(LOG)).not.toHaveProperty('confirm');
  });
});

describe('the answer that a button is on', () => {
  it('is in its data, and not in its id', () => {
    const draw = newButtons({ cancel: 'Cancel' });
    const again = newButtons({ cancel: 'Cancel' });

    expect(JSON.parse(draw({ ...LOG, answer: 'x' }).value ?? '')).toMatchObject({ answer: 'x' });
    expect(again({ ...LOG, answer: 'y' }).action_id).toBe(newButtons({ cancel: 'Cancel' })(LOG).action_id);
  });
});

describe('the data of a button', () => {
  it.each([
    [1999, true],
    [2000, true],
    [2001, false],
  ])('of %i characters fits: %s', (length, fits) => {
    expect(fitsButton(sized(length))).toBe(fits);
  });

  it('is drawn as long as it fits', () => {
    expect(newButtons({ cancel: 'Cancel' })(sized(2000)).value).toHaveLength(2000);
    expect(() => newButtons({ cancel: 'Cancel' })(sized(2001))).toThrow(
      'A button of log carries 2001 characters, Slack takes 2000: carry ids only.',
    );
  });

  it.each([
    ['as recert writes it', { command: 'log', args: { id: '7' } }, true],
    ['without arguments', { command: 'log', args: {} }, true],
    ['with an empty command', { command: '', args: {} }, false],
    ['with a command of 101 characters', { command: 'a'.repeat(101), args: {} }, false],
    ['without a list of arguments', { command: 'log' }, false],
    ['with a number as an argument', { command: 'log', args: { id: 7 } }, false],
    ['that is null', null, false],
  ])('%s is accepted: %s', (_name, value, isAccepted) => {
    expect(ButtonValue.safeParse(value).success).toBe(isAccepted);
  });
});
