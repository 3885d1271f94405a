import type { Option } from './form.ts';
import type { Identity, Platform, Reader } from './identity.ts';
import type { Interaction } from './interaction.ts';
import type { ClaimedFile } from './outgoing-file.ts';
import type { BotPlacement } from './place.ts';
import type { PlatformPhrases } from './platform-phrases.ts';
import type { Reply } from './reply.ts';
import type { SearchRequest, SearchResults } from './search.ts';

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
