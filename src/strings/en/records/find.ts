export const findWords = () => ({
  date: 'Date',
  provider: 'Provider',
  nothingYet: 'Nothing is logged yet. Write “log” to recert.',
  nothing: (text: string) => `None of your records matches “${text}”.`,
});
