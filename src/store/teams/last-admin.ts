/** The error code of the trigger `keep_an_admin`. */
const LAST_ADMIN = 'RC001';

/** Whether the database refused a change because it would leave the workspace without an admin. */
export function isLastAdminError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === LAST_ADMIN;
}
