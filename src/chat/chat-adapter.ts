import type { Card } from './card.ts';
import type { Core } from './core-interface.ts';
import type { GroupQuery, MemberGroup } from './group.ts';
import type { Identity, Platform } from './identity.ts';
import type { DeliveryResult, OutgoingFile } from './outgoing-file.ts';
import type { Place } from './place.ts';
import type { ReportStatus } from './platform-status.ts';
import type { SendResult, Unreachable } from './send-result.ts';
import type { UserQuery, UserResult } from './user.ts';

/** All that the core knows about a platform. */
export interface ChatAdapter {
  readonly platform: Platform;
  /** The handler of the platform's HTTP requests, if it sends any. Served before `start` ends. */
  readonly route?: HttpRoute;
  /** What it serves to its people's browsers, beside `route`. */
  readonly pages?: HttpRoute;
  /** The address of this process for its people, if it differs from recert's public address. */
  readonly baseUrl?: string;
  /** The size limit of a file it delivers, if it differs from the default. */
  readonly maxFileBytes?: number;
  /**
   * Connects with one call that the platform must accept, and reports what came of it, now and later. Resolves after the first attempt.
   * Throws `PlatformRefusal` if the platform refuses the settings.
   */
  start(core: Core, report?: ReportStatus): Promise<void>;
  /**
   * Makes the one call that the platform must accept, without receiving anything: returns why it failed. Platforms that are only called over HTTP
   * don't need it, because `start` does no more. Never throws.
   */
  check?(): Promise<string | undefined>;
  stop(): Promise<void>;
  /** Whether a platform takes messages for a place now: `undefined` if it does, else why nothing can be sent. Never throws. */
  ping?(to: Place): Promise<Unreachable | undefined>;
  /** Posts a card to a stored place, perhaps in a thread. Never throws. */
  post(to: Place, card: Card, options?: PostOptions): Promise<SendResult>;
  /** Replaces one of the bot's messages. Never throws. */
  update(where: Place, message: string, card: Card): Promise<SendResult>;
  /** Delivers a file with a card that describes it. Never throws. */
  deliver(to: Place, file: OutgoingFile, card: Card): Promise<DeliveryResult>;
  /** Draws again what a person sees at a glance all the time, on platforms that show it. Never throws. */
  refreshHome?(person: Identity): Promise<void>;
  /** Reads the members of a group, on platforms that have groups. Never throws. */
  readGroup?(query: GroupQuery): Promise<MemberGroup>;
  /** Reads a user, on platforms where people can be mentioned before they use recert. Never throws. */
  readUser?(query: UserQuery): Promise<UserResult>;
}

/** How a card is posted. */
export interface PostOptions {
  /** The id of one of the bot's messages, in whose thread it is posted. */
  readonly thread?: string | undefined;
  /** The same UUID for every attempt at one message, by which some platforms recognise a repeat. */
  readonly key?: string;
}

/** A web-standard handler for all requests at `path` and below. */
export interface HttpRoute {
  readonly path: string;
  handle(request: Request): Promise<Response>;
}
