import { type CutFigures, type EvaluationInput, evaluate, type Figures } from '../../src/domain/evaluate.ts';
import { randomCase } from './cases.ts';
import { oracle } from './oracle.ts';

/** What the rules and the oracle say of one case, when they do not say the same. */
export interface Difference {
  readonly seed: number;
  readonly question: EvaluationInput;
  readonly rules: unknown;
  readonly oracle: unknown;
}

/** Asks both about the case of a seed; nothing where they agree in every figure and every cut. */
export function differenceIn(seed: number): Difference | undefined {
  const question = randomCase(seed);
  const [rules, other] = [comparable(evaluate(question)), comparable(oracle(question))];
  return JSON.stringify(rules) === JSON.stringify(other) ? undefined : { seed, question, rules, oracle: other };
}

/** Figures with the cuts of one entry for one reason added up, in a fixed order. */
function comparable({ status, requirements, cuts }: Figures) {
  const sums = new Map<string, number>();
  for (const cut of cuts) sums.set(keyOf(cut), (sums.get(keyOf(cut)) ?? 0) + cut.credits);
  return {
    status,
    requirements: requirements.map(inOrder),
    cuts: [...sums].sort(([one], [other]) => (one < other ? -1 : 1)),
  };
}

function keyOf({ entry, reason }: CutFigures): string {
  return `${entry} ${JSON.stringify(reason)}`;
}

/** The same object with its fields in the order of their names, so that the order in which they were written does not matter. */
function inOrder(fields: object): unknown {
  const sorted = Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, value]) => [name, isObject(value) ? inOrder(value) : value]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
