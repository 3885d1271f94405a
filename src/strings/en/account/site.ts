/** Texts of the pages about this recert: its front page, privacy and terms. */
export const siteWords = () => ({
  nav: 'Pages',
  home: {
    title: 'About recert',
    paragraphs: [
      'recert keeps a team’s professional certifications alive in the chat it already uses: Slack or Microsoft Teams. People log credits, see the pace they need, and find opportunities that fit.',
      'This is the address of one installation, run by the organisation that uses it. There is nothing to sign in to here. Write “help” to recert in your chat.',
    ],
  },
  privacy: {
    title: 'Privacy',
    paragraphs: [
      'The organisation that runs this installation is responsible for the data in it. Ask its administrators about anything that isn’t answered here.',
      'recert stores your name and account id in the chat, your language and time zone, your certifications, the activities you log, the proofs you attach, your plans and your preferences. It reads only what is written to it, not other messages.',
      'The data is in the database of this installation. You see your own. What managers and administrators see depends on their role and on the settings of your team; “access” shows who viewed your records.',
      'recert sends messages through Slack or Microsoft Teams. It fetches public lists of events. It sends no usage data to its authors, and sets no cookies.',
      '“export mine” gives you everything about you. “erase” deletes it at once. When recert is removed from a whole organisation, its data is deleted after 30 days.',
    ],
  },
  terms: {
    title: 'Terms of use',
    paragraphs: [
      'This installation is provided by the organisation that runs it, under its own rules for its people.',
      'recert is free software under the MIT license. It comes without warranty.',
      'Its figures follow published rules of the certification bodies, which can change. What counts is decided by the body that issued your certification.',
      'You are responsible for what you log: enter only what you did, and attach only files you may share with your organisation.',
    ],
  },
});

/** The texts of the pages about this recert in one language. */
export type SiteWords = ReturnType<typeof siteWords>;
