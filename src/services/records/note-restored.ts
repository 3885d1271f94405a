import type { RowChange } from '../../store/act-entities.ts';
import type { AuditAction, AuditKind } from '../../store/audit-entities.ts';
import type { AuditLog } from '../../store/audit-log.ts';

interface Restored {
  readonly kind: AuditKind;
  readonly subject: string;
  readonly action: AuditAction;
}

/** Notes in the audit log what undoing changes did to each record, certification, team, role, rule and import. */
export function noteRestored(changes: readonly RowChange[], audit: AuditLog): void {
  const actions = new Map<string, Restored>();
  for (const change of changes) {
    const restored = restoredBy(change);
    for (const one of [restored, importUndoneBy(change)]) {
      if (one === undefined) continue;
      const key = `${one.kind} ${one.subject}`;
      const before = actions.get(key);
      if (before === undefined || before.action === 'edit') actions.set(key, one);
    }
  }
  for (const { kind, subject, action } of actions.values()) audit.record(action, { kind, subject, reason: 'undo' });
}

function restoredBy({ table, before, after }: RowChange): Restored | undefined {
  const row = after ?? before ?? {};
  const id = (column: string) => String(row[column]);
  const action = before === null ? 'delete' : after === null ? 'restore' : 'edit';
  switch (table) {
    case 'activity':
      return { kind: 'record', subject: id('activity_id'), action: trashAction({ table, before, after }) ?? action };
    case 'allocation':
    case 'allocation_part':
    case 'confirmed_distinct':
    case 'proof':
    case 'portal_entry':
      return { kind: 'record', subject: id('activity_id'), action: table === 'portal_entry' ? 'portal' : 'edit' };
    case 'holding':
      return { kind: 'holding', subject: id('holding_id'), action };
    case 'cycle':
    case 'opening_balance':
      return { kind: 'holding', subject: id('holding_id'), action: 'edit' };
    case 'team':
      return { kind: 'team', subject: id('team_id'), action };
    case 'team_member':
      return { kind: 'team', subject: id('team_id'), action: 'edit' };
    case 'custom_rule':
      return { kind: 'rule', subject: id('code'), action: 'edit' };
    case 'person':
      return before?.role === after?.role ? undefined : { kind: 'person', subject: id('person_id'), action: 'role' };
    // Noted with the proof.
    case 'removed_proof':
    case 'workspace':
    case 'preference':
    case 'reminder_state':
      return undefined;
  }
}

/** The import that brought a record, if the record was added. */
function importUndoneBy({ table, before, after }: RowChange): Restored | undefined {
  const id = table === 'activity' && before === null ? after?.import_id : undefined;
  return typeof id === 'string' ? { kind: 'import', subject: id, action: 'delete' } : undefined;
}

/** A record that was moved to the trash comes back, and one that was restored goes there again. */
function trashAction({ before, after }: RowChange): AuditAction | undefined {
  if (before === null || after === null || before.deleted_at === after.deleted_at) return undefined;
  return after.deleted_at === null ? 'delete' : 'restore';
}
