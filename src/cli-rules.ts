import { readFileSync } from 'node:fs';
import { type Catalogue, loadCatalogue, type RuleFile } from './catalogue/index.ts';
import { lineOf } from './catalogue/line-of.ts';
import { BadRule, checkRule } from './catalogue/own-rule.ts';
import { readCertification } from './catalogue/schema.ts';
import { withEntries } from './commands/held.ts';
import type { Day } from './domain/calendar.ts';
import type { Certification } from './domain/certification.ts';
import { type Change, changesBetween } from './domain/rule-change.ts';
import type { WorkspaceData } from './store/store.ts';

/** Reads a rule file for a workspace; throws `BadRule` with the file, the line and the field of every problem. */
export function readRuleFile(path: string, base: Catalogue = loadCatalogue()): RuleFile {
  const content = readFileSync(path, 'utf8');
  const file = parsed(path, content);
  try {
    checkRule(file, base);
  } catch (error) {
    if (!(error instanceof BadRule)) throw error;
    const lines = error.message
      .split('\n')
      .map((message) => `${path}:${lineOf(content, fieldOf(message))}: ${message}`);
    throw new BadRule(lines.join('\n'), { cause: error });
  }
  return file;
}

function parsed(path: string, content: string): RuleFile {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new BadRule(`${path} is not JSON: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
}

/** `code: renewal.requirements.0.amount must …` names `renewal.requirements.0.amount`. */
function fieldOf(message: string): readonly string[] {
  return (/^[^:]+: (\S+)/.exec(message)?.[1] ?? '').split('.');
}

/** Whom a change of rules affects, figure by figure. */
export interface Affected {
  readonly person: string;
  readonly certification: string;
  readonly changes: readonly Change[];
}

/** Compares two rule files for every holding of a workspace on a day. */
export async function affectedBy(
  data: WorkspaceData,
  files: { readonly before: Certification; readonly after: Certification },
  on: Day,
): Promise<readonly Affected[]> {
  const people = new Map((await data.people.all()).map((person) => [person.personId, person.name]));
  const kept = (await data.holdings.all()).filter(({ holding }) => holding.certification === files.before.code);
  const held = await withEntries(kept, data, loadCatalogue());
  return held.flatMap((holding) => {
    const owner = kept.find(({ holding: one }) => one.holdingId === holding.holdingId)?.holding.personId;
    const changes = changesBetween(holding, files, on, data.workspace.tolerance);
    if (changes.length === 0) return [];
    return [{ person: people.get(owner ?? '') ?? '', certification: holding.certification.code, changes }];
  });
}

/** The certification a rule file holds; throws `BadRule`. */
export function certificationIn(path: string): Certification {
  try {
    return readCertification(path, parsed(path, readFileSync(path, 'utf8')));
  } catch (cause) {
    throw cause instanceof BadRule
      ? cause
      : new BadRule(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
