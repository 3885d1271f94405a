import { readFileSync } from 'node:fs';
import { BadRule, checkRule } from '../catalogue/custom-rule.ts';
import { loadCatalogue, type RuleFile } from '../catalogue/index.ts';
import { lineOf } from '../catalogue/json-line-number.ts';
import type { CustomRuleFile } from '../catalogue/overlay.ts';
import { readCertification } from '../catalogue/schema.ts';
import type { Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import { may } from '../domain/roles.ts';
import { changesBetween, type FigureChange } from '../domain/rule-change.ts';
import { withEntries } from '../services/certifications/holdings.ts';
import { withCatalogue } from '../services/certifications/workspace-catalogue.ts';
import type { WorkspaceData } from '../store/store.ts';

/** Reads a rule file for a workspace with these custom rules. Throws `BadRule` with the file, line and field of each problem. */
export function readRuleFile(path: string, customRules: readonly CustomRuleFile[]): RuleFile {
  const content = readFileSync(path, 'utf8');
  const file = parseJson(path, content);
  try {
    checkRule(file, customRules);
  } catch (error) {
    if (!(error instanceof BadRule)) throw error;
    const lines = error.message
      .split('\n')
      .map((message) => `${path}:${lineOf(content, fieldOf(message))}: ${message}`);
    throw new BadRule(lines.join('\n'), { cause: error });
  }
  return file;
}

interface RuleImport {
  readonly admin: { readonly personId: string; readonly name: string };
  readonly now: Date;
}

/** Saves a rule file as a custom rule of the workspace and returns its code. Throws `BadRule` if it is invalid, or if `admin` isn't an admin. */
export async function importRuleFile(data: WorkspaceData, path: string, { admin, now }: RuleImport): Promise<string> {
  const { personId, name } = admin;
  const person = await data.people.get(personId);
  const { leftOn } = await data.preferences.of(personId);
  if (person === null || leftOn || !may(person.role, 'admin'))
    throw new BadRule(`${name} isn't an admin of this workspace. Name an admin with --as.`);
  const content = readRuleFile(path, await data.customRules.all());
  const code = String(content.code);
  await data.customRules.save({ code, content }, personId, now);
  return code;
}

function parseJson(path: string, content: string): RuleFile {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new BadRule(`${path} isn't valid JSON: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
}

/** Returns the field of a message: `renewal.requirements.0.amount` of `code: renewal.requirements.0.amount must …`. */
function fieldOf(message: string): readonly string[] {
  return (/^[^:]+: (\S+)/.exec(message)?.[1] ?? '').split('.');
}

/** A holding that a change of rules affects, with the figures that change. */
export interface Affected {
  readonly person: string;
  readonly certification: string;
  readonly changes: readonly FigureChange[];
}

/** Returns the holdings that a change between two rule files affects on a date. Throws `BadRule` if they are for different certifications. */
export async function affectedBy(
  data: WorkspaceData,
  files: { readonly before: Certification; readonly after: Certification },
  on: Day,
): Promise<readonly Affected[]> {
  if (files.before.code !== files.after.code)
    throw new BadRule(
      `The files are for two certifications, '${files.before.code}' and '${files.after.code}'. Use two files of the same one.`,
    );
  const people = new Map((await data.people.all()).map((person) => [person.personId, person.name]));
  const stored = (await data.holdings.all()).filter(({ holding }) => holding.certification === files.before.code);
  const holdings = await withEntries(stored, await withCatalogue(data, loadCatalogue()));
  return holdings.flatMap((holding) => {
    const owner = stored.find(({ holding: one }) => one.holdingId === holding.holdingId)?.holding.personId;
    const changes = changesBetween(holding, files, { on, tolerance: data.workspace.tolerance });
    if (changes.length === 0) return [];
    return [{ person: people.get(owner ?? '') ?? '', certification: holding.certification.code, changes }];
  });
}

/** Returns the certification of a rule file. Throws `BadRule` if it is invalid. */
export function certificationIn(path: string): Certification {
  try {
    return readCertification(path, parseJson(path, readFileSync(path, 'utf8')), 'workspace');
  } catch (cause) {
    throw cause instanceof BadRule
      ? cause
      : new BadRule(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
