import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { Interaction } from '../../src/chat/interaction.ts';

/** A started adapter between a core that hears everything and a stand-in for its platform. */
export interface AdapterStandIn {
  readonly heard: Interaction[];
  readonly logged: string[];
  handle(request: Request): Promise<Response>;
  stop(): Promise<void>;
  readonly post: ChatAdapter['post'];
  readonly update: ChatAdapter['update'];
  readonly deliver: ChatAdapter['deliver'];
  readonly readUser: NonNullable<ChatAdapter['readUser']>;
  readonly groupOf: NonNullable<ChatAdapter['readGroup']>;
}
