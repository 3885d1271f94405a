import type { Card } from './card.ts';
import type { Answers, Form, Option } from './form.ts';
import type { Language } from './language.ts';
import type { PlatformPhrases } from './platform-phrases.ts';

export type Platform = 'slack' | 'teams' | 'playground' | 'terminal';

/** Who acts, from the platform's verified envelope only: never from a form, a button or a text. */
export interface Identity {
  readonly platform: Platform;
  /** The platform's own id of the workspace. */
  readonly tenant: string;
  /** The platform's own id of the person, unique within the tenant. */
  readonly user: string;
}

/** What the platform knows about a person; absent when it could not be asked in time. */
export interface Profile {
  readonly name: string;
  /** An IANA time zone, `Pacific/Auckland`. */
  readonly zone: string;
  /** A BCP 47 locale, `en-GB`. */
  readonly locale: string;
  /** The platform says that they administer the workspace there. */
  readonly isAdmin?: boolean;
}

/** Where something was said. `address` is opaque: only the adapter that made it reads it. */
export interface Place {
  readonly platform: Platform;
  readonly tenant: string;
  readonly address: string;
}

/** Why a file that came could not be read. */
export class FileReadError extends Error {
  override name = 'FileTrouble';
  readonly kind: 'too-large' | 'unreachable';

  constructor(kind: 'too-large' | 'unreachable', options?: ErrorOptions) {
    super(`A file that came is ${kind}.`, options);
    this.kind = kind;
  }
}

/** A file that came with what was said; nothing of it has been read yet. */
export interface IncomingFile {
  /** The form's field it was put in; absent when it came with a message. */
  readonly field?: string;
  /** What its sender calls it; nothing is read from it. */
  readonly name: string;
  /** In bytes, where the platform says so. */
  readonly size?: number;
  /** Reads it from the platform, never more than `most` bytes. Throws `FileReadError`. */
  read(max: number): Promise<Uint8Array>;
}

/** What the bot hears: a typed line, a pressed button and a sent form look alike. */
export interface Interaction {
  /** The first word of a line, as typed; the command a button or form names. */
  readonly command: string;
  /** `text` is the rest of a typed line; `--on 2026-12-31` becomes `on`. */
  readonly args: Readonly<Record<string, string>>;
  /** Present when a form was sent. */
  readonly answers?: Answers;
  readonly state?: string;
  /** Files that came with a sent form, or with a message. */
  readonly files?: readonly IncomingFile[];
  readonly from: Identity;
  readonly profile?: Profile;
  readonly place: Place;
  /** Where the sender alone can be told something later, as far as the platform says so now. */
  readonly direct?: Place;
  /** Names this one act: sent twice, pressed twice or delivered twice, it carries the same key and has one effect. */
  readonly key?: string;
}

/**
 * What the bot says: a card, to the sender alone or to everybody in the place; a form to fill in; or, to a sent form that could
 * not be dealt with, that it stays open just as it is, with the reason.
 */
export type Reply =
  /** `again`: the same act was answered before, with this very card; it need not be sent a second time. */
  | { readonly kind: 'card'; readonly card: Card; readonly to: 'sender' | 'place'; readonly again?: true }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'stay'; readonly problem: string; readonly language?: Language };

/**
 * What became of something the bot said first. `sent`: it is there, and `message` names it for `update`; `refused`: certainly not,
 * and trying again is no use; `busy`: certainly not, for now; `unknown`: perhaps, so it is never blindly repeated.
 */
export type SendResult =
  | { readonly kind: 'sent'; readonly message: string }
  | { readonly kind: 'refused' | 'unknown'; readonly reason: string }
  /** `afterMs`: how long the platform wants to be left alone, where it says so. */
  | { readonly kind: 'busy'; readonly reason: string; readonly afterMs?: number };

/** A file for one person, on its way. */
export interface OutgoingFile {
  /** Names it to the core, for a platform whose people are asked first. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Where whoever has the address can fetch it for a day, if recert has a public one. */
  readonly link?: string;
  /** What to say when it could not be delivered, with a button for another try. */
  readonly failureCard: Card;
}

/** What became of a file. `waiting`: its reader must say yes, or follow a link; until then it stays with the core. */
export type DeliveryResult =
  | SendResult
  | { readonly kind: 'waiting'; readonly message: string; readonly for: 'consent' | 'link' };

/** A file somebody said yes to: here it is; somebody else is delivering it just now; or it is not there any more. */
export type ClaimedFile =
  | { readonly kind: 'file'; readonly file: OutgoingFile }
  | { readonly kind: 'busy' }
  | { readonly kind: 'gone'; readonly card: Card };

/** What somebody looks for among their own records, while they write elsewhere. */
export interface SearchRequest {
  /** Their own records, or what is offered to everybody in their workspace. */
  readonly scope: 'records' | 'offers';
  readonly from: Identity;
  readonly profile?: Profile;
  /** Empty for the newest. */
  readonly text: string;
  readonly skip: number;
  readonly limit: number;
}

/** What was found: to be shown as a list, each with the card that everybody may see; or a sentence that says why there is none. */
export interface SearchResults {
  readonly items: readonly SearchResultItem[];
  readonly note?: string;
}

export interface SearchResultItem {
  readonly title: string;
  readonly detail: string;
  readonly card: Card;
}

/** A place of a tenant the bot was added to: somebody's own chat, a team, a group. `place` is opaque. */
export interface BotPlacement {
  /** Who added it to a team, which its owners may. */
  readonly by?: { readonly identity: Identity; readonly name: string };
  readonly platform: Platform;
  readonly tenant: string;
  readonly place: string;
}

/** Who reads something, as far as it is known: the language of the text beside it, the person, the platform's locale. */
export interface Reader {
  readonly language?: Language | undefined;
  readonly from?: Identity | undefined;
  readonly locale?: string | undefined;
}

/** What an adapter may ask of the core. None of it ever throws: failures come back in words. */
export interface Core {
  dispatch(interaction: Interaction): Promise<Reply>;
  /** What an adapter says itself, in the reader's language: of the text beside it, else of the last answer, else of the platform. */
  phrases(reader: Reader): PlatformPhrases;
  /** At most `limit` options of the list `source` for what somebody typed so far. */
  suggest(source: string, typed: string, limit: number, from: Identity): readonly Option[] | Promise<readonly Option[]>;
  /** What of the asker's own records, or of what their workspace is offered, matches. */
  find(query: SearchRequest): Promise<SearchResults>;
  /** A file that waits for this very person, to be delivered; the core is told what became of it. */
  claimFile(from: Identity, id: string): Promise<ClaimedFile>;
  recordFileOutcome(from: Identity, id: string, outcome: 'delivered' | 'unwanted' | 'failed'): Promise<void>;
  /** For platforms that never speak of a whole tenant: the bot is in this place; or it is not any more, whose own chat it was. */
  registerPlacement(place: BotPlacement): Promise<void>;
  removePlacement(place: BotPlacement, person?: Identity): Promise<void>;
  /** The tenant took the bot away: its data is deleted after a delay, unless it comes back. */
  markUninstalled(platform: Platform, tenant: string): Promise<void>;
}

/** Somebody of a group that a platform keeps. */
export interface GroupMember {
  /** The platform's own id of the person. */
  readonly user: string;
  /** What the platform says of them; not asked for where they are known. */
  readonly profile?: { readonly name: string; readonly zone?: string; readonly locale?: string };
  /** Where they alone can be told something. */
  readonly direct?: Place;
}

/**
 * Who is in a group. `refused`: the platform says no, in its own word; `busy`: it could not be asked now. `id` finds the group again,
 * whatever it is called by then.
 */
export type MemberGroup =
  | { readonly kind: 'group'; readonly id: string; readonly name: string; readonly members: readonly GroupMember[] }
  | { readonly kind: 'refused' | 'busy'; readonly reason: string };

/** Which group: by its id or the name it has on the platform; without one, everybody in the place. */
export interface GroupQuery {
  readonly where: Place;
  readonly named: string;
  /** The users of whom nothing needs to be asked. */
  readonly known: ReadonlySet<string>;
}

/** The whole of what the core knows about a platform. */
export interface ChatAdapter {
  readonly platform: Platform;
  /** The path prefix and handler of the platform's requests, when it comes by HTTP. Served before `start` ends. */
  readonly route?: HttpRoute;
  /** Where its people reach this process, where that is not recert's public address. */
  readonly baseUrl?: string;
  /** The most bytes of a file it brings, where that is not the usual. */
  readonly maxFileBytes?: number;
  start(core: Core): Promise<void>;
  stop(): Promise<void>;
  /** Says something first, in a place that was kept; in the thread of an own message where one is named. Never throws. */
  post(to: Place, card: Card, thread?: string): Promise<SendResult>;
  /** Puts a card where an own message was. Never throws. */
  update(where: Place, message: string, card: Card): Promise<SendResult>;
  /** Brings a file, with a card that says what it is. Never throws. */
  deliver(to: Place, file: OutgoingFile, card: Card): Promise<DeliveryResult>;
  /** Who is in a group that the platform keeps, where it keeps any. Never throws. */
  readGroup?(requested: GroupQuery): Promise<MemberGroup>;
}

/** A web-standard handler for all requests at `path` and below. */
export interface HttpRoute {
  readonly path: string;
  handle(request: Request): Promise<Response>;
}

/** How a platform would draw a reply, for the playground: a picture as HTML and the exact payload. */
export interface Preview {
  readonly name: string;
  readonly css: string;
  draw(reply: Reply, phrases: PlatformPhrases): { readonly html: string; readonly json: unknown };
}
