import type { Language } from '../../src/chat/language.ts';

/** A text of the page: the same in every language, or one for each. */
export type PageText = string | Readonly<Record<Language, string>>;

/** Returns a text in a language. */
export function textIn(text: PageText, language: Language): string {
  return typeof text === 'string' ? text : text[language];
}

/** A person to act as. */
export interface PlaygroundPerson {
  readonly user: string;
  readonly name: string;
  /** A short line that describes the person. */
  readonly detail: PageText;
  readonly zone: string;
  readonly locale: string;
}

/** A workspace to choose people from. */
export interface PlaygroundWorkspace {
  readonly tenant: string;
  readonly name: PageText;
  readonly note: PageText;
  readonly people: readonly PlaygroundPerson[];
  /** Lines offered as buttons in the greeting; by default, lines for a team with records. */
  readonly start?: readonly PageText[];
}

/** A command as the input line suggests it. */
export interface CommandHelp {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
}

/** A person of a workspace, if there is one. */
export function findPerson(
  workspaces: readonly PlaygroundWorkspace[],
  tenant: string,
  user: string,
): PlaygroundPerson | undefined {
  return workspaces.find((one) => one.tenant === tenant)?.people.find((one) => one.user === user);
}
