import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import type { RequirementFigures } from '../../src/domain/evaluate.ts';
import { evaluateFile } from '../../src/operator/evaluate-file.ts';

/** Thirteen people with one to five certifications, and what a careful expert worked out for each by hand on 29 November 2026. */
interface Person {
  readonly person: string;
  readonly holdings: readonly {
    readonly case: { readonly certification: string };
    readonly status: string;
    readonly binding?: string;
    readonly requirements: readonly ExpectedRequirement[];
  }[];
}

type ExpectedRequirement = { readonly name: string; readonly status: string } & Pick<
  RequirementFigures,
  | 'window'
  | 'lastDay'
  | 'required'
  | 'counted'
  | 'N'
  | 'E'
  | 'P'
  | 'delta'
  | 'slack'
  | 'remaining'
  | 'daysLeft'
  | 'weeklyRate'
>;

const people: readonly Person[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/people.json'), 'utf8'),
);
const catalogue = loadCatalogue();
const TODAY = day('2026-11-29');

describe.each(people.filter(({ holdings }) => holdings.length > 0))('$person', ({ holdings }) => {
  it.each(holdings.map((one) => [one.case.certification, one] as const))('%s', (_code, expected) => {
    const figures = evaluateFile(JSON.stringify(expected.case), catalogue, TODAY);

    for (const { name, status, ...wanted } of expected.requirements) {
      const found = figures.requirements.find(
        ({ window, required, counted }) =>
          window.start === wanted.window.start &&
          window.end === wanted.window.end &&
          required === wanted.required &&
          counted === wanted.counted,
      );
      expect(found, name).toMatchObject(wanted);
      if (status === 'recommendation') expect(found?.severity).toBe('suggested');
      else expect(found?.status, name).toBe(status);
    }
    expect(figures.status).toBe(expected.status);
    const binding = expected.requirements.find(({ name }) => name === expected.binding);
    expect(figures.requirements.find((one) => one.binding)).toMatchObject({
      window: binding?.window,
      required: binding?.required,
      counted: binding?.counted,
    });
  });
});
