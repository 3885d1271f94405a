import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { preferencesForm } from '../../../src/views/notifications/preferences-form.ts';
import { snoozeForm } from '../../../src/views/notifications/snooze-form.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');

const names = ({ parts }: Form) => parts.map((part) => ('name' in part ? part.name : part.kind));
function optionsOf({ parts }: Form, name: string) {
  const part = parts.find((one) => 'name' in one && one.name === name);
  return part !== undefined && 'options' in part ? part.options : undefined;
}

describe.each([
  ['English', english],
  ['German', german],
])('the preferences in %s', (_language, words) => {
  const { preferences: phrases, digest } = words;
  const form = preferencesForm({ zone: 'Europe/Lisbon', mayBeNamed: true }, words);

  it('ask for language and dates, then for times, then for messages', () => {
    expect(form).toMatchObject({ command: 'preferences', title: phrases.title, submit: phrases.submit });
    expect(names(form)).toEqual([
      'language',
      'dates',
      'zone',
      'days',
      'from',
      'until',
      'nudges',
      'named',
      'managers',
      'away',
    ]);
  });

  it('do not ask about one’s name where it would never be shown', () => {
    const without = preferencesForm({ zone: 'UTC', mayBeNamed: false }, words);

    expect(names(without)).toEqual(names(form).filter((name) => name !== 'named'));
  });

  it('offer each language by its own name, and that of the platform', () => {
    expect(optionsOf(form, 'language')).toEqual([
      { value: 'platform', label: phrases.asPlatform },
      { value: 'en', label: 'English' },
      { value: 'de', label: 'Deutsch' },
    ]);
  });

  it('show how dates would look', () => {
    expect(optionsOf(form, 'dates')).toEqual([
      { value: 'usual', label: phrases.datesDefault(words.date('2026-12-31')) },
      { value: 'iso', label: phrases.datesIso('2026-12-31') },
    ]);
  });

  it('say which zone is taken if none is entered', () => {
    expect(form.parts[2]).toMatchObject({ hint: phrases.zoneHint('Europe/Lisbon'), optional: true, maxLength: 60 });
  });

  it('count weekdays from Monday, 1', () => {
    const days = optionsOf(form, 'days') ?? [];

    expect(days[0]).toEqual({ value: '1', label: digest.weekdays[0] });
    expect(days[6]).toEqual({ value: '7', label: digest.weekdays[6] });
    expect(days).toHaveLength(7);
  });

  it.each([
    ['from', '0', '23'],
    ['until', '1', '24'],
  ])('offer the hours %s %s to %s', (name, first, last) => {
    const hours = optionsOf(form, name) ?? [];

    expect(hours).toHaveLength(24);
    expect(hours[0]).toEqual({ value: first, label: digest.hourOf(Number(first)) });
    expect(hours.at(-1)).toEqual({ value: last, label: digest.hourOf(Number(last)) });
  });

  it.each([
    ['nudges', phrases.nudgesYes, phrases.nudgesNo],
    ['named', phrases.namedYes, phrases.namedNo],
    ['managers', phrases.managersYes, phrases.managersNo],
  ])('ask yes or no: %s', (name, yes, no) => {
    expect(optionsOf(form, name)).toEqual([
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ]);
  });

  it('take a leave, which is optional', () => {
    expect(form.parts.at(-1)).toEqual({
      kind: 'date',
      name: 'away',
      label: phrases.away,
      hint: phrases.awayHint,
      optional: true,
    });
  });

  it('snooze one of the certifications until a day', () => {
    const holdings = [{ value: 'abc', label: 'ABC' }];

    expect(snoozeForm(holdings, words)).toEqual({
      command: 'snooze',
      title: words.nudge.snoozeTitle,
      submit: words.nudge.snoozeSubmit,
      parts: [
        { kind: 'choice', name: 'certification', label: words.nudge.snoozeWhich, options: holdings },
        { kind: 'date', name: 'until', label: words.nudge.snoozeUntil, hint: words.nudge.snoozeHint },
      ],
    });
  });
});
