import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Json } from './json.ts';

const SCHEMA = new URL('../../fixtures/adaptive-cards/adaptive-card.schema.json', import.meta.url);
/** What Teams knows beyond the schema: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format. */
const OF_TEAMS = ['msteams', 'targetWidth'];
/** The properties with parts that are checked one by one, so that an error names the part. */
const PARTS =
  'body items actions columns rows cells card fallback selectAction refresh action inlines inlineAction'.split(' ');

let validators: ((type: string) => ValidateFunction | undefined) | undefined;

/** What is wrong with a card by Microsoft's schema, each with the kind of its part. */
export function schemaErrors(card: unknown): readonly string[] {
  validators ??= compile();
  const errors: string[] = [];
  check(card, errors, validators);
  return errors;
}

function compile(): (type: string) => ValidateFunction | undefined {
  const require = createRequire(import.meta.url);
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  delete schema.id;
  // The schema says so of two properties of media, which its own schema does not allow.
  for (const { properties } of Object.values<Json>(schema.definitions))
    for (const property of Object.values<Json>(properties ?? {}))
      if (typeof property.required === 'boolean') delete property.required;
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  require('ajv-formats').default(ajv);
  ajv.addSchema(schema, 'cards');
  return (type) => (type in schema.definitions ? ajv.getSchema(`cards#/definitions/${type}`) : undefined);
}

function check(part: unknown, errors: string[], of: NonNullable<typeof validators>): void {
  if (Array.isArray(part)) for (const one of part) check(one, errors, of);
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
  const { type } = part as Json;
  if (typeof type === 'string') errors.push(...errorsOf(part as Json, of(type)));
  for (const [name, value] of Object.entries(part))
    if (name !== 'data' && !OF_TEAMS.includes(name)) check(value, errors, of);
}

function errorsOf(part: Json, validate: ValidateFunction | undefined): readonly string[] {
  if (validate === undefined) return [`The schema has no ${part.type}.`];
  const own = Object.entries(part).flatMap(([name, value]): [string, unknown][] => {
    if (OF_TEAMS.includes(name)) return [];
    if (!PARTS.includes(name) || typeof value !== 'object') return [[name, value]];
    return Array.isArray(value) ? [[name, []]] : [];
  });
  if (validate(Object.fromEntries(own))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${part.type}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
