import { readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/** Follows the name of a secret where a file has its value. */
export const FILE_SUFFIX = '_FILE';

/**
 * Returns an environment in which secrets have the text of the files that `NAME_FILE` names, without white space around it. Adds a sentence to
 * `problems` for each that is also set itself, and for each file that is empty or can't be read.
 */
export function withSecretFiles(env: Environment, secrets: readonly string[], problems: string[]): Environment {
  const read = secrets.flatMap((name) => {
    const path = env[`${name}${FILE_SUFFIX}`]?.trim() ?? '';
    if (path === '') return [];
    const text = secretIn(path, { name, isSetItself: (env[name]?.trim() ?? '') !== '' }, problems);
    return text === undefined ? [] : [[name, text] as const];
  });
  return { ...env, ...Object.fromEntries(read) };
}

interface SecretSetting {
  readonly name: string;
  readonly isSetItself: boolean;
}

function secretIn(path: string, { name, isSetItself }: SecretSetting, problems: string[]): string | undefined {
  const setting = `${name}${FILE_SUFFIX}`;
  if (isSetItself) {
    problems.push(`${name} and ${setting} are both set. Leave one of them out.`);
    return undefined;
  }
  try {
    const text = readFileSync(path, 'utf8').trim();
    if (text !== '') return text;
    problems.push(`${setting} names ${path}, which is empty. Write the value of ${name} into it.`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    problems.push(`${setting} names ${path}, which can't be read (${code}). Check the path and who may read it.`);
  }
  return undefined;
}
