/** Words for erasing one’s data. */
export const eraseWords = () => ({
  title: 'Erase your data',
  intro: (records: number, certifications: number) =>
    `This permanently deletes your ${records === 1 ? '1 record' : `${records} records`}, ${certifications === 1 ? '1 certification' : `${certifications} certifications`}, all proof and your name. It can’t be undone.`,
  warning: (day: string) =>
    `A certification body may ask for some of these records until ${day}. To keep a copy, cancel and type: export`,
  word: 'Type ERASE to confirm',
  submit: 'Erase',
  wrongWord: 'The confirmation doesn’t match, so nothing was deleted. Type ERASE in capital letters.',
  done: 'Your data is deleted',
  doneText: 'Only a log entry without your name remains. If you message recert again, you start as a new member.',
});
