import type { Card } from './card.ts';
import type { Option } from './form.ts';
import type { Identity, Platform, Profile, Reader } from './identity.ts';
import type { Interaction } from './interaction.ts';
import type { ClaimedFile } from './outgoing-file.ts';
import type { BotPlacement, Place } from './place.ts';
import type { PlatformPhrases } from './platform-phrases.ts';
import type { Reply } from './reply.ts';
import type { SearchRequest, SearchResults, SuggestionRequest } from './search-request.ts';

/** An answer to a person that could not be sent, and their private conversation. */
export interface UnsentAnswer {
  readonly from: Identity;
  readonly to: Place;
  readonly card: Card;
}

/** Who installed the bot, and where they can be told. */
export interface RecordedInstallation {
  readonly by: Identity;
  readonly profile?: Profile;
  readonly direct: Place;
}

/** What an adapter calls. No method throws: a failure is a reply, an empty list or an entry in the log. */
export interface Core {
  dispatch(interaction: Interaction): Promise<Reply>;
  /** The adapter's own phrases, in the language of the text beside them, else of the last reply, else of the platform. */
  phrases(reader: Reader): PlatformPhrases;
  /** The options of a list that match what was typed into a search field. */
  suggest(request: SuggestionRequest): readonly Option[] | Promise<readonly Option[]>;
  /** The person's own records, or the workspace's opportunities, that match a text. */
  find(query: SearchRequest): Promise<SearchResults>;
  /** Hands over a file that waits for this person; its outcome is then reported with `recordFileOutcome`. */
  claimFile(from: Identity, id: string): Promise<ClaimedFile>;
  recordFileOutcome(from: Identity, id: string, outcome: 'delivered' | 'unwanted' | 'failed'): Promise<void>;
  /** Sends an answer privately that a platform didn't take at once, as soon as it does. */
  sendLater(answer: UnsentAnswer): Promise<void>;
  /**
   * A text that changes with every saved change in the workspace of a person: empty if it can't be read now, undefined if their tenant has not
   * installed recert.
   */
  revision(from: Identity): Promise<string | undefined>;
  /** Whether recert knows a person. Adds no one; false if it can't be read now. */
  isKnown(from: Identity): Promise<boolean>;
  /** Records that a person installed the bot for their whole tenant, which also undoes an uninstall. The first admin is told what to do first. */
  recordInstallation(installation: RecordedInstallation): Promise<void>;
  /** Records that the bot is in a place, for platforms that never report a whole tenant. */
  registerPlacement(place: BotPlacement): Promise<void>;
  /** Records that the bot was removed from a place; `person` is set when it was that person's own chat. */
  removePlacement(place: BotPlacement, person?: Identity): Promise<void>;
  /** Records that the platform reports a person's account as gone; they count as having left until it is active again. */
  recordDeparture(person: Identity): Promise<void>;
  /** Records that the platform reports a person's account as active. */
  recordReturn(person: Identity): Promise<void>;
  /** Schedules the deletion of a tenant's data after the bot was uninstalled; a reinstallation cancels it. */
  markUninstalled(platform: Platform, tenant: string): Promise<void>;
}
