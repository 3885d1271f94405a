import type { Basics } from './basics.ts';

export const failureWords = ({ anyOf }: Basics) => ({
  title: 'Something went wrong',
  text: (reference: string) =>
    `recert couldn’t complete this because of an internal error. Saved data isn’t affected. Try again, or contact your admin with this reference: ${reference}`,
  slow: (reference: string) => `The database didn’t respond in time. Try again in a moment. Reference: ${reference}`,
  slowAct: (reference: string) =>
    `The database didn’t respond in time, so this may or may not be done. Check with “pace” before you try again. Reference: ${reference}`,
  slowSave: (reference: string) =>
    `The database didn’t respond in time, so this may or may not be saved. Send it again; it’s saved only once. Reference: ${reference}`,
  busyTitle: 'recert is busy',
  busy: 'Too many requests came in at once. Nothing was changed. Try again in a moment.',
  busySave: 'recert is busy. Nothing was saved. Send the form again in a moment.',
  preparing: {
    title: 'On its way',
    text: 'This takes a moment, because it’s about many people. You’ll get the answer in a private message.',
    queued:
      'Another request about many people is still running. Yours starts after it, and you’ll get the answer in a private message.',
  },
  busyWorkspace: 'Too many requests of your workspace are waiting. Nothing was changed. Try again in a few minutes.',
  busyWorkspaceSave:
    'Too many requests of your workspace are waiting. Nothing was saved. Send the form again in a few minutes.',
  tooManyReports: (max: number) =>
    `Your workspace already has ${max} ${max === 1 ? 'report' : 'reports'} in progress, which is the maximum. Request this report again once one of them is ready.`,
  tooManyImports: (max: number) =>
    `Your workspace already has ${max} ${max === 1 ? 'import' : 'imports'} in progress, which is the maximum. Nothing was imported. Send the file again in a few minutes.`,
  notAllowed: 'Your role doesn’t allow this.',
  askAdmin: (names: readonly string[]) =>
    names.length === 0 ? 'Ask an admin of your workspace.' : `Ask an admin: ${anyOf(names)}.`,
});
