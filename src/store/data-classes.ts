/**
 * What a column stores. `personal`: who a person is, where and when to reach them, or the id that leads to them. `content`: what people
 * wrote, did or sent, and what recert made of it. `secret`: what opens something, or its hash. `technical`: ids, states, times, settings.
 */
export const DATA_CLASSES = ['personal', 'content', 'secret', 'technical'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** The columns of a table by their class, and what becomes of personal ones when a person is erased. */
export interface TableData {
  readonly columns: Readonly<Partial<Record<DataClass, readonly string[]>>>;
  /** Personal columns that aren't erased with the person, each with the reason. */
  readonly remaining: Readonly<Record<string, string>>;
}

/** Column names by class, with spaces between them; `remaining` as in `TableData`. */
type ColumnLists = Readonly<Partial<Record<DataClass, string>>> & { readonly remaining?: TableData['remaining'] };

/** Returns the data of a table from lists of its columns. */
export function tableData({ remaining = {}, ...lists }: ColumnLists): TableData {
  const columns: Partial<Record<DataClass, readonly string[]>> = {};
  for (const name of DATA_CLASSES) {
    const list = lists[name];
    if (list !== undefined) columns[name] = list.split(' ');
  }
  return { columns, remaining };
}

/** The reason for an id that stays where another person's data refers to an erased person. */
export const ID_ONLY = 'an id without a name, in data of another person';
