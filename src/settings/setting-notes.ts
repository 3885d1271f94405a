import { z } from 'zod';

/** What the documentation says about a setting. */
interface SettingNotes {
  readonly meaning: string;
  /** What is used when it is not set. */
  readonly default?: string;
  /** Its value is never shown in a message. */
  readonly isSecret?: true;
}

/** A row of `docs/settings.md`. */
export interface SettingRow extends SettingNotes {
  readonly name: string;
}

/** The notes of each setting, added by `schema.register(notes, …)` as the last step of its schema. */
export const notes = z.registry<SettingNotes>();

/** Returns a row for each setting, in the order of the schema. Throws for a setting without notes. */
export function settingRows(settings: z.ZodObject): readonly SettingRow[] {
  return Object.entries(settings.shape).map(([name, schema]) => {
    const about = notes.get(schema);
    if (about === undefined) throw new Error(`The setting ${name} has no notes.`);
    return { name, ...about };
  });
}

/** Returns the values of the settings; if any is invalid, adds a sentence for each to `problems` and returns undefined. */
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
