import { z } from 'zod';

/** What the docs say of a setting. */
interface SettingNotes {
  readonly meaning: string;
  /** What holds when it is not set. */
  readonly default?: string;
  /** Its value is never shown. */
  readonly isSecret?: true;
}

/** A row of the table of settings. */
export interface SettingRow extends SettingNotes {
  readonly name: string;
}

/** Notes beside the schema of each setting, by `schema.register(notes, …)` as its last step. */
export const notes = z.registry<SettingNotes>();

/** Returns a row for each of these settings, in their order. */
export function settingRows(settings: z.ZodObject): readonly SettingRow[] {
  return Object.entries(settings.shape).map(([name, schema]) => {
    const about = notes.get(schema);
    if (about === undefined) throw new Error(`The setting ${name} has no notes.`);
    return { name, ...about };
  });
}

/** Reads these settings; adds a sentence to `problems` for each that is wrong, and returns nothing then. */
export function readFields<Settings extends z.ZodObject>(
  settings: Settings,
  get: (name: string) => string | undefined,
  problems: string[],
): z.output<Settings> | undefined {
  const given = Object.keys(settings.shape).flatMap((name) => {
    const value = get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const read = settings.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  problems.push(...read.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}`));
  return undefined;
}
