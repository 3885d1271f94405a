/** One certification as the facts' master table prints it; figures as printed, "–" columns left out. */
export interface FactRow {
  readonly code: string;
  readonly total?: string;
  readonly months?: number;
  /** `*` for everything, else a category's or mark's code. */
  readonly yearly?: Readonly<Record<string, string>>;
  readonly suggested?: Readonly<Record<string, string>>;
  readonly minimums?: Readonly<Record<string, string>>;
  /** By category code, or by `kind` (one of our activity kinds), with the window: `cycle 10`, `year 20`, `entry 40`, `day 8`, `cycle 50%`. */
  readonly maximums?: Readonly<Record<string, string>>;
  readonly minutes?: number;
  readonly step?: string;
  readonly kind?: 'exam' | 'assessment' | 'never-expires';
}
