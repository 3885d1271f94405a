import type { TabPhrases } from '../../../chat/platform-phrases.ts';

/** Texts of the personal tab in Teams. */
export const tabWords = (): TabPhrases => ({
  title: 'Overview',
  loading: 'Loading your certifications …',
  noScript: 'This page needs JavaScript.',
  back: 'Back to the overview',
  confirm: 'Continue',
  cancel: 'Cancel',
  retry: 'Try again',
  pickPeople: 'Choose people',
  problems: {
    outside: 'This page works inside Microsoft Teams only. Open the recert app there and select the Overview tab.',
    signIn:
      'Teams couldn’t sign you in to recert. Try again. If it still fails, ask your Teams administrator to check the setup of the tab.',
    refused: 'recert didn’t accept the sign-in of Teams. Ask your Teams administrator to check the setup of the tab.',
    guest: 'recert answers people with an account in its organisation only.',
    notInstalled: 'recert isn’t installed in this organisation. Add the recert app in Teams first.',
    busy: 'Too many requests. Wait a few seconds, then try again.',
    starting: 'recert is starting. Try again in a moment.',
    unreachable: 'Can’t reach recert. Check your connection and try again.',
    unreadable: 'recert couldn’t read the request. Reload the tab and try again.',
    fileUnreadable: 'This file can’t be read. Choose it again.',
    tooLarge: 'A file can have up to 10 MB, and a form up to five files. Choose smaller or fewer files.',
    failed: 'Something went wrong. Please try again. Reference: {reference}',
  },
});
