import type { ChatAdapter } from '../chat/chat-adapter.ts';
import type { Place } from '../chat/place.ts';

import type { StoredPlace } from '../store/account/directory-entities.ts';

/** A place on a connected platform, with the adapter that posts to it. */
export interface ConnectedPlace {
  readonly adapter: ChatAdapter;
  readonly place: Place;
}

/** Finds the adapter for a place, or undefined when its platform isn't connected. */
export function findAdapter(place: StoredPlace, adapters: readonly ChatAdapter[] = []): ConnectedPlace | undefined {
  const adapter = adapters.find(({ platform }) => platform === place.platform);
  return adapter && { adapter, place: { ...place, platform: adapter.platform } };
}
