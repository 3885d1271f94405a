import type { PlatformPhrases } from './platform-phrases.ts';
import type { Reply } from './reply.ts';

/** How a platform would draw a reply, for the playground: a picture as HTML and the exact payload. */
export interface Preview {
  readonly name: string;
  readonly css: string;
  draw(reply: Reply, phrases: PlatformPhrases): { readonly html: string; readonly json: unknown };
}
