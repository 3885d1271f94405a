import type { Card } from './card.ts';
import type { Core } from './core.ts';
import type { GroupQuery, MemberGroup } from './group.ts';
import type { Platform } from './identity.ts';
import type { DeliveryResult, OutgoingFile } from './outgoing-file.ts';
import type { Place } from './place.ts';
import type { SendResult } from './send-result.ts';

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
