export const findWords = () => ({
  date: 'Date',
  provider: 'Provider',
  nothingYet: 'No records yet. Message “log” to recert to add one.',
  nothing: (text: string) => `No records match “${text}”.`,
});
