import { z } from 'zod';
import { type Advisory, isSevere } from './audit-report.ts';

/** The longest time for which an advisory may be waived, in days. */
export const MAX_WAIVER_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;

const WaiverSchema = z.strictObject({
  /** The advisory’s id, such as `GHSA-9c47-m6qq-7p4h`. */
  advisory: z.string().min(1),
  /** The package that it is waived for. */
  package: z.string().min(1),
  /** Why recert isn’t affected, or what protects it until there is a fix. */
  reason: z.string().min(20, 'must say in a sentence why recert isn’t affected'),
  /** The last day on which it holds, as `2027-01-31`. */
  expires: z.iso.date(),
});
export type Waiver = z.infer<typeof WaiverSchema>;

/** Reads the file of waivers. Throws with the place and the problem if it has an error. */
export function readWaivers(text: string): readonly Waiver[] {
  const read = z.array(WaiverSchema).safeParse(JSON.parse(text));
  if (read.success) return read.data;
  throw new Error(`supply-chain/audit-waivers.json has an error.\n${z.prettifyError(read.error)}`);
}

/** What the policy says about advisories. */
export interface Verdict {
  /** Problems that must be solved, a sentence each. */
  readonly failures: readonly string[];
  /** What is known and accepted, a sentence each. */
  readonly notes: readonly string[];
}

/** Returns the verdict of the policy on `today`, such as `2026-11-30`: an advisory that is high or critical needs a fix or a waiver that holds. */
export function judge(advisories: readonly Advisory[], waivers: readonly Waiver[], today: string): Verdict {
  const failures: string[] = waivers.flatMap((waiver) => (isTooLong(waiver, today) ? [tooLong(waiver)] : []));
  const notes: string[] = [];
  for (const advisory of advisories) {
    const waiver = waivers.find((one) => one.advisory === advisory.id && one.package === advisory.package);
    const line = `${advisory.package}: ${advisory.title} (${advisory.severity}, ${advisory.url}).`;
    if (!isSevere(advisory.severity)) notes.push(`${line} Below the limit.`);
    else if (waiver === undefined) failures.push(`${line} Update the package, or waive ${advisory.id}.`);
    else if (waiver.expires < today) failures.push(`${line} Its waiver expired on ${waiver.expires}. Check it again.`);
    else notes.push(`${line} Waived until ${waiver.expires}: ${waiver.reason}`);
  }
  for (const { advisory, package: name } of waivers)
    if (!advisories.some((one) => one.id === advisory && one.package === name))
      notes.push(`The waiver of ${advisory} for ${name} isn’t needed any more. Remove it.`);
  return { failures, notes };
}

function isTooLong({ expires }: Waiver, today: string): boolean {
  return Date.parse(expires) - Date.parse(today) > MAX_WAIVER_DAYS * DAY_MS;
}

function tooLong({ advisory, expires }: Waiver): string {
  return `The waiver of ${advisory} until ${expires} is too long: ${MAX_WAIVER_DAYS} days at most.`;
}
