import type { Option } from '../chat/form.ts';

/** The options of a yes-or-no question; the values are `yes` and `no`. */
export function yesNoOptions(yes: string, no: string): readonly Option[] {
  return [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ];
}
