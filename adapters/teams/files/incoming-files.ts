import { fetchFile, normalizeFileName } from '../../../src/chat/fetch-file.ts';
import type { IncomingFile } from '../../../src/chat/incoming-file.ts';
import { isFileStore } from '../auth/hosts.ts';
import type { TeamsActivity } from '../inbound/payloads.ts';
import { referenceOf } from '../outbound/reference.ts';

const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';

/** The files that came with a message. Teams gives bots none but in the personal chat. */
export function attachedFiles(activity: TeamsActivity, fetch: typeof globalThis.fetch): readonly IncomingFile[] {
  if (!referenceOf(activity).isPersonal) return [];
  return (activity.attachments ?? []).flatMap(({ contentType, name, content }): IncomingFile[] => {
    if (contentType !== DOWNLOAD) return [];
    // The address itself lets in whoever has it: the bot's token stays here.
    const url = content?.downloadUrl ?? '';
    return [{ name: normalizeFileName(name), read: (max) => fetchFile({ url, mayFetch: isFileStore, fetch }, max) }];
  });
}

/** Whether a picture was put into the message itself, where it is no file. */
export function hasPicture(activity: TeamsActivity): boolean {
  if (!referenceOf(activity).isPersonal) return false;
  return activity.attachments?.some(({ contentType }) => contentType?.startsWith('image/')) === true;
}
