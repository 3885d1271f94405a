import type { Card } from './card.ts';
import type { Form } from './form.ts';
import type { InstallPhrases } from './install-phrases.ts';
import type { Language } from './language.ts';

/** A message of a title and one paragraph. */
export interface Notice {
  readonly title: string;
  readonly text: string;
}

/** All phrases of the adapters in one language. Adapters have no texts of their own. */
export interface PlatformPhrases {
  readonly language: Language;
  readonly form: FormPhrases;
  readonly notice: NoticePhrases;
  readonly file: FilePhrases;
  readonly chat: ChatPhrases;
  readonly app: AppPhrases;
  readonly install: InstallPhrases;
  readonly preview: PreviewPhrases;
  readonly page: PagePhrases;
  readonly tab: TabPhrases;
}

/** Labels and messages around the content of a form or a card. */
export interface FormPhrases {
  readonly cancel: string;
  readonly close: string;
  readonly open: string;
  readonly optional: string;
  readonly choose: string;
  readonly search: string;
  readonly suggestions: string;
  readonly chooseFiles: string;
  readonly addFiles: string;
  readonly nothingToChoose: string;
  readonly required: (label: string) => string;
  readonly uploaded: (label: string) => string;
  /** Shows the fields that most people don't need. */
  readonly moreFields: string;
  /** A note on the number of blocks left out. */
  readonly more: (count: number) => string;
  /** Shown above a refused form, with the number of its errors. */
  readonly refused: (count: number) => string;
  /** How to send a file in Teams, where forms accept none. */
  readonly filesByChat: string;
  readonly expired: string;
}

/** Messages for when there is no reply from the core. */
interface NoticePhrases {
  readonly failed: Notice;
  readonly waiting: Notice;
  /** The form could not be opened in time; a button opens it. */
  readonly late: Notice;
  /** The form opens with a button. */
  readonly ready: Notice;
  /** The platform sends interactions, but recert has no access there. */
  readonly notInstalled: Notice;
  readonly membersOnly: Readonly<Record<'slack' | 'teams', Notice>>;
}

/** Messages about files. */
export interface FilePhrases {
  readonly saved: (name: string) => string;
  readonly declined: (name: string) => string;
  readonly unnamed: string;
  readonly linkExpires: string;
  readonly pictureIgnored: string;
}

/** Notes in a channel about a private answer; `name` may be empty. */
interface ChatPhrases {
  readonly answeredPrivately: (name: string) => string;
  readonly notInstalled: (name: string) => string;
}

/** How the app introduces itself in a platform's directory and menus, for its manifest. */
export interface AppPhrases {
  /** The full name, at most 100 characters. */
  readonly fullName: string;
  /** At most 80 characters. */
  readonly tagline: string;
  readonly description: string;
  /** The name of the page that shows everything at a glance. */
  readonly overview: string;
  /** What the slash command does, and an example of what to type after it. */
  readonly command: string;
  readonly commandHint: string;
  readonly log: ShortcutPhrases;
  readonly logMessage: ShortcutPhrases;
  readonly records: SearchPhrases;
  readonly opportunities: SearchPhrases;
}

/** An entry in a platform's menu: a name of at most 24 characters, and one sentence. */
export interface ShortcutPhrases {
  readonly name: string;
  readonly description: string;
}

/** A search in a platform's menu, with its one input. */
export interface SearchPhrases extends ShortcutPhrases {
  readonly input: string;
  readonly inputHint: string;
}

/** Labels of a platform's own client, for previews of it. */
interface PreviewPhrases {
  readonly title: string;
  readonly pickDate: string;
  readonly pickOption: string;
  readonly pickOptions: string;
}

/** Texts of a page inside the platform's own client. */
export interface TabPhrases {
  readonly title: string;
  readonly loading: string;
  readonly noScript: string;
  /** Closes an answer or a form and shows everything at a glance again. */
  readonly back: string;
  /** Does what a question asks about, or not. */
  readonly confirm: string;
  readonly cancel: string;
  readonly retry: string;
  /** Opens the platform’s list of people. */
  readonly pickPeople: string;
  readonly problems: Readonly<Record<TabProblem, string>>;
}

/** Why a page inside the platform's client can't show or do something. */
export type TabProblem =
  | 'outside'
  | 'signIn'
  | 'refused'
  | 'guest'
  | 'notInstalled'
  | 'busy'
  | 'starting'
  | 'unreachable'
  | 'unreadable'
  | 'tooLarge'
  | 'fileUnreadable'
  | 'failed';

/** Texts of the playground's page; the page replaces placeholders such as `{name}`. */
export interface PagePhrases {
  readonly title: string;
  readonly tag: string;
  readonly skip: string;
  readonly people: string;
  readonly youAre: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  readonly noScript: string;
  readonly commands: string;
  readonly attached: string;
  readonly lineLabel: string;
  readonly placeholder: string;
  readonly send: string;
  readonly hint: string;
  readonly hintOr: string;
  readonly hintCommands: string;
  readonly hintRecall: string;
  readonly hello: string;
  readonly greeting: string;
  readonly suggestions: string;
  readonly conversation: string;
  readonly seenByAll: string;
  readonly seenByYou: string;
  readonly shownAs: string;
  readonly pictureTitle: string;
  readonly pictureNote: string;
  readonly typed: string;
  readonly pressed: string;
  readonly filledIn: string;
  readonly retry: string;
  readonly closed: string;
  readonly sending: string;
  readonly leaveOut: string;
  readonly addFiles: string;
  readonly problems: Readonly<Record<PageProblem, string>>;
}

/** What can fail between the page and recert. */
export type PageProblem =
  | 'unreachable'
  | 'unreadable'
  | 'starting'
  | 'unknown-person'
  | 'file-expired'
  | 'file-too-large'
  | 'file-empty'
  | 'file-incomplete'
  | 'too-large'
  | 'failed';

/** Marks a card or a form with its language. */
export function withLanguage<T extends Card | Form>(content: T, language: Language): T {
  return { ...content, language };
}

/** A notice as a card. */
export function renderNotice({ title, text }: Notice): Card {
  return { title, blocks: [{ kind: 'text', text }] };
}
