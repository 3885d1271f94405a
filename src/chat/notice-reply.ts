import { type Notice, renderNotice } from './platform-phrases.ts';
import type { Reply } from './reply.ts';

/** A notice as a reply that only the sender sees. */
export function noticeReply(notice: Notice): Reply {
  return { kind: 'card', card: renderNotice(notice), to: 'sender' };
}
