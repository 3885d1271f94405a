import { describe, expect, it } from 'vitest';
import type { Answers, Form } from '../../src/chat/form.ts';
import { editableForm, mergeSentForm } from '../../src/services/merge-answers.ts';
import { wordsFor } from '../../src/strings/index.ts';

const words = wordsFor('en-GB');
const options = [
  { value: '1', label: 'Monday' },
  { value: '5', label: 'Friday' },
];
const form = (answers: Answers): Form => ({
  ...{ command: 'team', title: 'Team', submit: 'Save', answers },
  parts: [
    { kind: 'line', name: 'zone', label: 'Time zone', maxLength: 60, optional: true },
    { kind: 'choice', name: 'day', label: 'Day', options },
    { kind: 'people', name: 'members', label: 'Members', max: 100, options: [] },
  ],
});

/** What is saved when the form showed `shown`, another change made it `now`, and `sent` is sent. */
function merge(shown: Answers, now: Answers, sent: Answers) {
  const { state } = editableForm(form(shown), { team: 't1' });
  return mergeSentForm(form(now), { answers: sent, words, ...(state === undefined ? {} : { state }) }, { team: 't1' });
}

const base = { zone: 'UTC', day: '1', members: ['a', 'b'] };

describe('a form that is sent', () => {
  it.each([
    ['changes what only it changed', base, { ...base, zone: 'Asia/Tokyo' }, { ...base, zone: 'Asia/Tokyo' }],
    ['keeps another change', { ...base, day: '5' }, base, { ...base, day: '5' }],
    ['keeps both changes', { ...base, day: '5' }, { ...base, zone: '' }, { ...base, day: '5', zone: '' }],
    ['agrees with the same change', { ...base, day: '5' }, { ...base, day: '5' }, { ...base, day: '5' }],
    [
      'keeps who was added meanwhile',
      { ...base, members: ['a', 'b', 'c'] },
      base,
      { ...base, members: ['a', 'b', 'c'] },
    ],
    ['leaves out who was removed meanwhile', { ...base, members: ['a'] }, base, { ...base, members: ['a'] }],
    [
      'adds and removes beside another change',
      { ...base, members: ['a', 'b', 'c'] },
      { ...base, members: ['b', 'd'] },
      { ...base, members: ['b', 'c', 'd'] },
    ],
  ])('%s', (_what, now, sent, saved) => {
    expect(merge(base, now, sent)).toMatchObject({ isConflict: false, answers: saved });
  });

  it('fills in what was empty', () => {
    const empty = { day: '1', members: [] };

    expect(merge(empty, empty, { ...empty, zone: 'UTC', members: ['a'] })).toMatchObject({
      isConflict: false,
      answers: { zone: 'UTC', members: ['a'] },
    });
  });

  it('saves what is changed back after the form was shown again with an error', () => {
    const now = { ...base, zone: 'Asia/Tokyo' };
    const { form: again, answers } = merge({ ...base, members: ['a'] }, now, { ...base, members: ['a'], day: '5' });
    const sent = { ...answers, zone: 'UTC', members: ['a'] };

    expect(answers).toMatchObject({ zone: 'Asia/Tokyo', members: ['a', 'b'] });
    expect(mergeSentForm(form(now), { answers: sent, words, state: again.state ?? '' }, { team: 't1' })).toMatchObject({
      isConflict: false,
      answers: { zone: 'UTC', members: ['a'] },
    });
  });

  it('asks when both changed one field, and saves it when it is sent once more', () => {
    const now = { ...base, day: '5', zone: 'Asia/Tokyo' };
    const sent = { ...base, zone: 'Europe/Lisbon' };
    const asked = merge(base, now, sent);

    expect(asked.isConflict).toBe(true);
    expect(asked.form.errors).toEqual({
      changed: words.shape.changedMeanwhile(['Time zone is now “Asia/Tokyo”']),
    });
    expect(asked.form.answers).toMatchObject({ zone: 'Europe/Lisbon', day: '5' });
    const { state = '', answers } = asked.form;
    expect(JSON.parse(state)).toMatchObject({ team: 't1' });
    expect(mergeSentForm(form(now), { answers: answers ?? {}, state, words })).toMatchObject({
      isConflict: false,
      answers: { zone: 'Europe/Lisbon', day: '5' },
    });
  });

  it('carries a hundred members and managers within the limit of a state', () => {
    const crowd = Array.from({ length: 200 }, (_, n) => `55555555-5555-4555-8555-${n}`);
    const { state = '' } = editableForm(form({ ...base, members: crowd }), { team: crowd[0] ?? '' });

    expect(state.length).toBeLessThan(2000);
  });
});
