import type { Option } from '../chat/form.ts';
import { ACTIVITY_KINDS } from '../domain/activity-kinds.ts';
import type { Words } from '../strings/index.ts';

/** The kinds of activity to choose from. */
export function activityKindOptions({ kinds }: Words): readonly Option[] {
  return ACTIVITY_KINDS.map((value) => ({ value, label: kinds[value] }));
}
