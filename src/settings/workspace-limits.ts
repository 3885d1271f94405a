import { z } from 'zod';
import { MEGABYTE } from '../limits/file-size.ts';
import { wholeNumber } from './fields.ts';
import { notes, readFields } from './setting-notes.ts';

/** What one workspace may use, so that it leaves enough for the others. */
export interface WorkspaceLimits {
  /** Requests that wait, in one process. */
  readonly waiting: number;
  /** Imports of files that run or wait, in one process. */
  readonly imports: number;
  /** Reports that are requested and not made yet. */
  readonly reports: number;
  /** Files of proof, in bytes. */
  readonly fileBytes: number;
}

/** The settings of what one workspace may use. */
export const WORKSPACE_SETTINGS = z.object({
  RECERT_WORKSPACE_WAITING: wholeNumber(1, 1000).prefault('500').register(notes, {
    default: '500',
    meaning:
      'Requests of one workspace that may wait in a process, from 1 to 1000. Workspaces take turns, so a burst in one doesn’t delay the others.',
  }),
  RECERT_WORKSPACE_IMPORTS: wholeNumber(1, 1000).prefault('5').register(notes, {
    default: '5',
    meaning:
      'Files of one workspace that are imported or wait for it in a process, from 1 to 1000. One is imported at a time.',
  }),
  RECERT_WORKSPACE_REPORTS: wholeNumber(1, 10_000).prefault('50').register(notes, {
    default: '50',
    meaning: 'Reports of one workspace that are being made or wait for it, from 1 to 10000.',
  }),
  RECERT_WORKSPACE_FILES_MB: wholeNumber(1, 100_000_000).prefault('20000').register(notes, {
    default: '20000',
    meaning:
      'Storage for the files of proof of one workspace in megabytes. Files that don’t fit are refused with a message.',
  }),
});

/** Reads the limits, with a sentence for each wrong one in `problems`; the defaults in the place of wrong ones. */
export function readWorkspaceLimits(get: (name: string) => string | undefined, problems: string[]): WorkspaceLimits {
  const read = readFields(WORKSPACE_SETTINGS, get, problems) ?? WORKSPACE_SETTINGS.parse({});
  return {
    waiting: read.RECERT_WORKSPACE_WAITING,
    imports: read.RECERT_WORKSPACE_IMPORTS,
    reports: read.RECERT_WORKSPACE_REPORTS,
    fileBytes: read.RECERT_WORKSPACE_FILES_MB * MEGABYTE,
  };
}
