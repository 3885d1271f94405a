import type { ActAbout, ActName } from '../../../domain/act.ts';

type NameAct = (about: ActAbout) => string;

/** Words for undoing the last act. */
export const undoWords = () => {
  const records = ({ title, records }: ActAbout) =>
    title === undefined ? (records === 1 ? '1 record' : `${records} records`) : `“${title}”`;
  const subject = (about: ActAbout) => about.name ?? records(about);
  const ofName = (noun: string) => (about: ActAbout) => (about.name === undefined ? noun : `${noun} ${about.name}`);
  const names: Readonly<Record<ActName, NameAct>> = {
    log: (about) => `log entry ${records(about)}`,
    import: (about) => `import of ${records({ ...about, title: undefined })}`,
    plan: (about) => (about.isRemoval ? `removal of the plan ${records(about)}` : `plan ${records(about)}`),
    edit: (about) => `edit of ${about.title === undefined ? subject(about) : records(about)}`,
    attach: (about) => `proof added to ${records(about)}`,
    detach: (about) => `proof removed from ${records(about)}`,
    attest: (about) => `confirmation of ${records(about)}`,
    summary: (about) => `summary of ${records(about)}`,
    tick: ({ entries }) => `portal status of ${entries === 1 ? '1 entry' : `${entries} entries`}`,
    reconcile: ({ entries }) => `portal status of ${entries === 1 ? '1 entry' : `${entries} entries`}`,
    delete: (about) => `deletion of ${records(about)}`,
    restore: (about) => `restoring of ${records(about)}`,
    add: (about) => `adding of ${subject(about)}`,
    remove: (about) => `removal of ${subject(about)}`,
    renew: (about) => `renewal of ${subject(about)}`,
    snooze: (about) => `snooze of ${subject(about)}`,
    lapse: (about) => `reminder choice for ${subject(about)}`,
    team: ofName('change to the team'),
    digest: ofName('digest settings of the team'),
    people: ofName('change to the member'),
    settings: () => 'change to the workspace settings',
    preferences: () => 'change to your preferences',
    customise: ofName('change to the rules of'),
    other: () => 'last change',
  };
  return {
    names,
    ago: (minutes: number) => (minutes < 1 ? 'just now' : minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`),
    title: (name: string, ago: string) => `Undo: ${name}, ${ago}`,
    notYet: 'Nothing is changed until you select Undo.',
    final: (command: string) => `Your last command, “${command}”, can’t be undone. This is what you did before it.`,
    onlyFinal: (command: string) => `Your last command, “${command}”, can’t be undone.`,
    none: 'There’s nothing to undo. Undo works for 10 minutes after a change.',
    done: 'Undone',
    doneText: (name: string) => `Undone: ${name}.`,
    inTrash: (count: number) =>
      count === 1 ? 'The record is in the trash for 30 days.' : `The ${count} records are in the trash for 30 days.`,
    already: 'This is already undone.',
    tooLate: 'This can’t be undone anymore. Undo works for 10 minutes after a change.',
    changedSince: (name: string) => `This can’t be undone, because it was changed since: ${name}.`,
  };
};
