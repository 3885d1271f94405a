export const editWords = () => ({
  title: (short: string) => `Edit ${short}`,
  submit: 'Save',
  which: 'Which certification? Write for example “edit cissp”.',
  periodEnds: (name: string) => `${name}: the period ends on`,
  doneOn: (name: string) => `${name}: done on`,
  saved: (short: string) => `${short} changed`,
});
