/** What a check found; `remedy` says what to do. */
export interface HealthCheck {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'failed' | 'skipped';
  readonly finding: string;
  readonly remedy?: string;
}

type Finding = Omit<HealthCheck, 'name'>;

export function ok(finding: string): Finding {
  return { state: 'ok', finding };
}

export function skipped(finding: string): Finding {
  return { state: 'skipped', finding };
}

export function warning(finding: string, remedy: string): Finding {
  return { state: 'warning', finding, remedy };
}

export function failed(finding: string, remedy?: string): Finding {
  return { state: 'failed', finding, ...(remedy === undefined ? {} : { remedy }) };
}

/** Runs a check; an error that it throws is its finding. */
export async function checked(name: string, check: () => Promise<Finding>): Promise<HealthCheck> {
  try {
    return { name, ...(await check()) };
  } catch (error) {
    return { name, ...failed(error instanceof Error ? error.message : String(error)) };
  }
}

const MARKS = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ', skipped: 'skipped' } as const;

/** Returns the results as lines, each problem with what to do below it. */
export function resultLines(results: readonly HealthCheck[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  return results
    .flatMap(({ name, state, finding, remedy }) => {
      const lines = finding.split('\n');
      const indent = ' '.repeat(MARKS.ok.length + width + 4);
      return [
        `${MARKS[state]}  ${name.padEnd(width)}  ${lines.join(`\n${indent}`)}`,
        ...(remedy === undefined ? [] : [`${indent}${remedy}`]),
      ];
    })
    .join('\n');
}
