import type { Answers } from '../../chat/form.ts';
import { foldName } from '../../sheets/column-heading.ts';
import { NO_CERTIFICATION, nameField } from '../../views/portability/import-question-parts.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { namesIn } from './import-answers.ts';
import type { ImportQuestion } from './import-questions.ts';

/** More names than all tables of a person have. Beyond it, earlier ones are forgotten in no particular order. */
const MAX_NAMES = 200;

/** Returns the answers that the person gave about names in earlier tables, of those that a table asks about. */
export async function findRememberedNames(
  questions: readonly ImportQuestion[],
  holdings: readonly CreditHolding[],
  { request: { person }, data }: Scope,
): Promise<Answers> {
  const names = questions.flatMap((question) => (question.about === 'name' ? [question.name] : []));
  if (names.length === 0) return {};
  const { tableNames } = await data.preferences.of(person.personId);
  const known = new Set(['', ...holdings.map(({ certification }) => certification.code)]);
  const answers = names.flatMap((name) => {
    const code = tableNames?.[foldName(name)];
    if (code === undefined || !known.has(code)) return [];
    return [[nameField(name), code === '' ? NO_CERTIFICATION : code] as const];
  });
  return Object.fromEntries(answers);
}

/** Stores what the person said that names mean, for their next table. */
export async function rememberNames(answers: Answers, { request: { person }, data }: Scope): Promise<void> {
  const names = Object.entries(namesIn(answers));
  if (names.length === 0) return;
  const { tableNames } = await data.preferences.of(person.personId);
  const all = Object.entries({ ...tableNames, ...Object.fromEntries(names) });
  await data.preferences.save(person.personId, { tableNames: Object.fromEntries(all.slice(-MAX_NAMES)) });
}
