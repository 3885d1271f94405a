import { z } from 'zod';

/** Severities as npm names them, the lowest first. */
const SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A known vulnerability of an installed package. */
export interface Advisory {
  /** Its id in GitHub’s database, such as `GHSA-9c47-m6qq-7p4h`, or npm’s number if it has none there. */
  readonly id: string;
  readonly package: string;
  readonly severity: Severity;
  readonly title: string;
  readonly url: string;
}

const AdvisorySchema = z.object({
  source: z.number(),
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.enum(SEVERITIES),
});

const AuditReportSchema = z.object({
  auditReportVersion: z.literal(2),
  // A text is the name of another package in the report, which has the advisory itself.
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), AdvisorySchema])) })),
});

/** npm’s answer when the registry did not give one. */
const NoAnswerSchema = z.object({ message: z.string() });

/** What `npm audit --json` found, or why it found out nothing. */
export type AuditOutcome =
  | { readonly kind: 'checked'; readonly advisories: readonly Advisory[] }
  | { readonly kind: 'not-checked'; readonly reason: string };

/** Reads the output of `npm audit --json`. Throws if it is neither a report of version 2 nor npm’s words for a failed request. */
export function readAudit(output: string): AuditOutcome {
  const json: unknown = JSON.parse(output);
  const report = AuditReportSchema.safeParse(json);
  if (report.success) return { kind: 'checked', advisories: advisoriesOf(report.data.vulnerabilities) };
  const failed = NoAnswerSchema.safeParse(json);
  if (failed.success) return { kind: 'not-checked', reason: failed.data.message };
  throw new Error('npm audit printed a report that is not of version 2. Adapt supply-chain/audit-report.ts.', {
    cause: report.error,
  });
}

function advisoriesOf(vulnerabilities: z.infer<typeof AuditReportSchema>['vulnerabilities']): readonly Advisory[] {
  const found = new Map<string, Advisory>();
  for (const { via } of Object.values(vulnerabilities)) {
    for (const one of via) {
      if (typeof one === 'string') continue;
      const { name, severity, title, url, source } = one;
      const id = /GHSA-[\w-]+$/u.exec(url)?.[0] ?? String(source);
      found.set(`${id} ${name}`, { id, package: name, severity, title, url });
    }
  }
  return [...found.values()];
}

/** Whether a severity must be fixed or waived. */
export function isSevere(severity: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf('high');
}
