/** The roles of a member in a workspace. */
export const ROLES = ['member', 'manager', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** The roles that include each role. */
const INCLUDED: Readonly<Record<Role, readonly Role[]>> = {
  member: ['member', 'manager', 'auditor', 'admin'],
  manager: ['manager', 'admin'],
  auditor: ['auditor', 'admin'],
  admin: ['admin'],
};

/** Whether the role `actual` includes `needed`. */
export function may(actual: Role, needed: Role): boolean {
  return INCLUDED[needed].includes(actual);
}
