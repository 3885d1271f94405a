import { fetchFile, incomingName } from '../../src/chat/incoming.ts';
import type { IncomingFile } from '../../src/chat/interaction.ts';
import { isFileStore } from './hosts.ts';
import type { Activity } from './payloads.ts';
import { referenceOf } from './reference.ts';

const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';

/** The files that came with a message. Teams gives bots none but in the personal chat. */
export function filesIn(activity: Activity, fetch: typeof globalThis.fetch): readonly IncomingFile[] {
  if (!referenceOf(activity).isPersonal) return [];
  return (activity.attachments ?? []).flatMap(({ contentType, name, content }): IncomingFile[] => {
    if (contentType !== DOWNLOAD) return [];
    // The address itself lets in whoever has it: the bot's token stays here.
    const url = content?.downloadUrl ?? '';
    return [{ name: incomingName(name), read: (most) => fetchFile({ url, mayFetch: isFileStore, fetch }, most) }];
  });
}

/** Whether a picture was put into the message itself, where it is no file. */
export function hasPicture(activity: Activity): boolean {
  if (!referenceOf(activity).isPersonal) return false;
  return activity.attachments?.some(({ contentType }) => contentType?.startsWith('image/')) === true;
}
