/** What a member may be in a workspace. */
export const ROLES = ['member', 'manager', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who may do what asks for a role: the roles that include it. */
const INCLUDED: Readonly<Record<Role, readonly Role[]>> = {
  member: ['member', 'manager', 'auditor', 'admin'],
  manager: ['manager', 'admin'],
  auditor: ['auditor', 'admin'],
  admin: ['admin'],
};

/** Whether somebody with the role `held` may do what asks for `needed`. */
export function may(holdings: Role, needed: Role): boolean {
  return INCLUDED[needed].includes(holdings);
}
