/** How long an act can be undone. */
export const UNDO_WINDOW_MS = 10 * 60_000;

/** Commands whose acts have a name of their own, and one for all others. */
export const ACT_NAMES = [
  'log',
  'import',
  'plan',
  'edit',
  'attach',
  'detach',
  'attest',
  'summary',
  'tick',
  'reconcile',
  'delete',
  'restore',
  'add',
  'remove',
  'renew',
  'snooze',
  'lapse',
  'team',
  'digest',
  'people',
  'settings',
  'preferences',
  'customise',
  'other',
] as const;
export type ActName = (typeof ACT_NAMES)[number];

/** What an act changed. */
export interface ActAbout {
  readonly records: number;
  /** The title of the record, if there is one only. */
  readonly title: string | undefined;
  /** The certification, team or member. */
  readonly name: string | undefined;
  /** Entries of a portal. */
  readonly entries: number;
  /** Whether it only deleted something. */
  readonly isRemoval: boolean;
}

/** Commands whose acts can't be undone, which is said when undo is typed after them. */
const FINAL: readonly string[] = ['export', 'link', 'unlink', 'offer', 'pack', 'report'];

/** The arguments with which a source of opportunities is changed. */
const SOURCE_CHANGES = ['on', 'off', 'remove'];

/** Whether what a command did can be undone (`noted`), can't be (`final`), or is nothing to undo (`none`). */
export function undoKindOf(
  command: string,
  { args, answers }: { readonly args: Readonly<Record<string, string>>; readonly answers?: unknown },
): 'noted' | 'final' | 'none' {
  const changesSource =
    command === 'sources' && (answers !== undefined || SOURCE_CHANGES.some((name) => args[name] !== undefined));
  if (command === 'report' && args.progress !== undefined) return 'none';
  if (FINAL.includes(command) || changesSource) return 'final';
  return ACT_NAMES.some((name) => name === command && name !== 'other') ? 'noted' : 'none';
}
