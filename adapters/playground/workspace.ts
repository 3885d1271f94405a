/** Somebody the page lets you be. */
export interface PlaygroundPerson {
  readonly user: string;
  readonly name: string;
  /** One short line that says why to choose this person. */
  readonly detail: string;
  readonly zone: string;
  readonly locale: string;
}

/** A workspace to choose people from. */
export interface PlaygroundWorkspace {
  readonly tenant: string;
  readonly name: string;
  readonly note: string;
  readonly people: readonly PlaygroundPerson[];
  /** Lines offered as buttons in the greeting; a selection that suits a team with records when absent. */
  readonly start?: readonly string[];
}

/** A command as the input line offers it. */
export interface CommandHelp {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
}

/** The person of exactly this workspace, if there is one. */
export function findPerson(
  workspaces: readonly PlaygroundWorkspace[],
  tenant: string,
  user: string,
): PlaygroundPerson | undefined {
  return workspaces.find((one) => one.tenant === tenant)?.people.find((one) => one.user === user);
}
