import { fetchFile, normalizeFileName } from '../../../src/chat/fetch-file.ts';
import type { IncomingFile } from '../../../src/chat/incoming-file.ts';
import { isFileStore } from '../auth/hosts.ts';
import type { TeamsActivity } from '../inbound/payloads.ts';
import { referenceOf } from '../outbound/reference.ts';

const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';

/** The files sent with a message. Teams passes files to bots in the personal chat only. */
export function attachedFiles(activity: TeamsActivity, fetch: typeof globalThis.fetch): readonly IncomingFile[] {
  if (!referenceOf(activity).isPersonal) return [];
  return (activity.attachments ?? []).flatMap(({ contentType, name, content }): IncomingFile[] => {
    if (contentType !== DOWNLOAD) return [];
    // The address needs no token, so the bot's token is not sent to it.
    const url = content?.downloadUrl ?? '';
    return [{ name: normalizeFileName(name), read: (max) => fetchFile({ url, mayFetch: isFileStore, fetch }, max) }];
  });
}

/** Whether a picture was pasted into the message, where it can't be read as a file. */
export function hasPicture(activity: TeamsActivity): boolean {
  if (!referenceOf(activity).isPersonal) return false;
  return activity.attachments?.some(({ contentType }) => contentType?.startsWith('image/')) === true;
}
