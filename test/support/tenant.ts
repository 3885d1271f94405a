import { randomUUID } from 'node:crypto';

/** A tenant nobody has used yet: every test has a workspace of its own. */
export function newTenant(): string {
  return `T${randomUUID()}`;
}
