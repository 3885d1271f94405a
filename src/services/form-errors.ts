import type { ShapeProblem } from '../chat/read-form.ts';
import type { Words } from '../strings/index.ts';

/** The errors found while a form is read: one text per field. */
export class FormErrors {
  readonly #errors = new Map<string, string>();

  constructor(problems: ReadonlyMap<string, ShapeProblem>, words: Words) {
    for (const [name, problem] of problems) this.add(name, shapeProblemText(problem, words));
  }

  /** Adds an error; the first error of a field is kept. */
  add(field: string, error: string): void {
    if (!this.#errors.has(field)) this.#errors.set(field, error);
  }

  /** Replaces the error of a field. */
  replace(field: string, error: string): void {
    this.#errors.set(field, error);
  }

  has(field: string): boolean {
    return this.#errors.has(field);
  }

  get any(): boolean {
    return this.#errors.size > 0;
  }

  toObject(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#errors);
  }
}

function shapeProblemText(problem: ShapeProblem, words: Words): string {
  switch (problem.kind) {
    case 'missing':
      return words.shape.missing;
    case 'too-long':
      return words.shape.tooLong(problem.length, problem.max);
    case 'not-offered':
      return words.shape.notAnOption;
  }
}
