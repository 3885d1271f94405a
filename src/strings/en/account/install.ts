import type { InstallPhrases } from '../../../chat/install-phrases.ts';

/** Words for the pages on which a workspace installs the app. */
export const installWords = (): InstallPhrases => ({
  title: 'Add recert to Slack',
  intro:
    'recert keeps your team’s certifications active. People log what they learn and see how far ahead or behind they are.',
  permissions: 'What recert may do, and why',
  reasons: {
    commands: 'answer /recert and add shortcuts to Slack’s menus',
    'chat:write': 'send receipts and reminders, and post the digest in channels it is invited to',
    'files:read': 'read the certificates people add to a form or log from a message',
    'files:write': 'send exports and reports to the person who asked for them',
    'im:write': 'open a direct message with a person',
    'usergroups:read': 'read the members of a user group that a team follows',
    'mcp:connect': 'let Slackbot ask recert for the person who asks it',
    'users:read': 'read name, time zone and language of people who use recert',
  },
  never:
    'recert can’t read messages in channels or between people. When you remove it, its access ends at once, and its data is deleted after 30 days.',
  button: 'Add to Slack',
  again: 'Start again',
  installed: (workspace) => `recert is installed in ${workspace}`,
  next: 'Type this in Slack first:',
  firstSteps: [
    ['/recert add cissp', 'adds a certification you hold'],
    ['/recert pace', 'shows how many days ahead or behind you are'],
    ['/recert help', 'lists the commands'],
  ],
  openSlack: 'Open Slack',
  problems: {
    cancelled: { title: 'recert wasn’t installed', text: 'You cancelled the installation. Nothing was changed.' },
    expired: {
      title: 'This installation can’t be continued',
      text: 'It was started more than 15 minutes ago, in another browser, or was used already. Please start again.',
    },
    codeExpired: {
      title: 'This installation has expired',
      text: 'Slack’s confirmation is valid once, for 10 minutes. Please start again.',
    },
    settings: {
      title: 'recert isn’t set up correctly',
      text: 'Slack refuses the settings of this recert. Please tell the person who runs it.',
    },
    refused: {
      title: 'Slack refused the installation',
      text: 'Ask an admin of your Slack workspace whether apps need their approval, then start again.',
    },
    unreachable: {
      title: 'Slack can’t be reached',
      text: 'Slack didn’t answer in time. Please start again in a few minutes.',
    },
    failed: {
      title: 'The installation couldn’t be saved',
      text: 'Something went wrong on our side. Please start again in a few minutes.',
    },
  },
  code: (code) => `Slack’s answer: ${code}`,
});
