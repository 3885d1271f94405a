import { foldName } from '../sheets/column-heading.ts';
import { FIELDS } from '../sheets/column-names.ts';
import { ENCODINGS } from '../sheets/detect-encoding.ts';
import type { ImportOptions } from '../sheets/import-options.ts';
import { UsageError } from './named-workspace.ts';

/** The options of `import`, as typed. */
interface TypedOptions {
  readonly set: readonly string[];
  readonly name: readonly string[];
  readonly category: readonly string[];
  readonly cert: string | undefined;
  readonly order: string | undefined;
  readonly unit: string | undefined;
  readonly encoding: string | undefined;
  readonly sheet: string | undefined;
  readonly length: string | undefined;
  readonly distinct: boolean;
  readonly 'existing-records': string | undefined;
  readonly 'balance-rows': string | undefined;
  readonly 'balance-day': string | undefined;
  readonly 'balance-amounts': string | undefined;
  readonly 'existing-balances': string | undefined;
}

/** Returns how to read a table, from the options of the command line. Throws `UsageError` for an invalid option. */
export function importOptionsFrom({ set, name, category, cert, distinct, ...typed }: TypedOptions): ImportOptions {
  const columns = pairs(set);
  const unknown = Object.keys(columns).find((one) => !FIELDS.some((field) => field === one));
  if (unknown !== undefined)
    throw new UsageError(`--set '${unknown}' isn't a field. Use one of: ${FIELDS.join(', ')}.`);
  const names = Object.entries(pairs(name)).map(([one, code]) => [foldName(one), code] as const);
  return {
    columns,
    certification: cert,
    categories: pairs(category),
    names: Object.fromEntries(names),
    areDistinct: distinct,
    sheet: typed.sheet,
    length: typed.length,
    order: oneOf('order', typed.order, ['day-first', 'month-first']),
    unit: oneOf('unit', typed.unit, ['minutes', 'hours']),
    existingRecords: oneOf('existing-records', typed['existing-records'], ['same', 'distinct']),
    balanceRows: oneOf('balance-rows', typed['balance-rows'], ['balance', 'activity']),
    balanceDay: typed['balance-day'],
    balanceAmounts: oneOf('balance-amounts', typed['balance-amounts'], ['each', 'running']),
    existingBalances: oneOf('existing-balances', typed['existing-balances'], ['replace', 'existing']),
    encoding: oneOf('encoding', typed.encoding, ENCODINGS),
  };
}

function pairs(typed: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(typed.map((pair) => pair.split(/=(.*)/su).slice(0, 2)));
}

function oneOf<T extends string>(option: string, typed: string | undefined, values: readonly T[]): T | undefined {
  const found = values.find((value) => value === typed);
  if (typed !== undefined && found === undefined)
    throw new UsageError(`--${option} '${typed}' isn't valid. Use ${values.join(' or ')}.`);
  return found;
}
