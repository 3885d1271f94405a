export const customiseWords = () => ({
  title: 'Custom rules',
  submit: 'Save',
  which: 'The certification is missing. Type its name or the name of a new one, for example “customise cissp”.',
  intro:
    'These values replace the catalogue’s for everyone in this workspace. Leave a field empty to keep the catalogue’s value.',
  introNew: (code: string) =>
    `This certification isn’t in the catalogue. It’s added to this workspace with the code ${code}.`,
  short: 'Short name',
  name: 'Name',
  body: 'Certification body',
  unit: 'Credit name',
  months: 'Months per cycle',
  total: 'Credits per cycle',
  yearly: 'Credits per year',
  fee: 'Fee in dollars',
  badMonths: (typed: string) => `“${typed}” isn’t a valid number of months. Enter a whole number from 1 to 120.`,
  notOwn: 'This certification already uses the catalogue’s rules.',
  reset: (code: string) => `${code}: catalogue rules restored`,
  resetText: 'The workspace’s custom rules are removed.',
});
