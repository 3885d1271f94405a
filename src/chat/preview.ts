import type { PlatformPhrases } from './platform-phrases.ts';
import type { Reply } from './reply.ts';

/** Draws a reply as a platform would, for the playground: as HTML and as the exact payload. */
export interface Preview {
  readonly name: string;
  readonly css: string;
  draw(reply: Reply, phrases: PlatformPhrases): { readonly html: string; readonly json: unknown };
}
