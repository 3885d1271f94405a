import type { Form } from '../../chat/form.ts';
import { ROLES } from '../../domain/roles.ts';
import type { Words } from '../../strings/index.ts';

/** The form with which an admin changes a member. */
export function memberForm(name: string, words: Words): Form {
  const phrases = words.people;
  return {
    command: 'people',
    title: phrases.memberTitle,
    submit: phrases.submit,
    parts: [
      { kind: 'text', text: [{ bold: name }] },
      {
        kind: 'choice',
        name: 'role',
        label: phrases.role,
        options: ROLES.map((role) => ({ value: role, label: phrases.roles[role] })),
      },
      {
        kind: 'choice',
        name: 'status',
        label: phrases.status,
        hint: phrases.leftHint,
        options: [
          { value: 'here', label: phrases.active },
          { value: 'left', label: phrases.left },
        ],
      },
      { kind: 'date', name: 'away', label: phrases.away, optional: true },
    ],
  };
}
