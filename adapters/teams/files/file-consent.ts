import type { Core } from '../../../src/chat/core.ts';
import type { Identity } from '../../../src/chat/identity.ts';
import type { OutgoingFile } from '../../../src/chat/outgoing-file.ts';
import type { Log } from '../../../src/ports.ts';
import type { Answer } from '../auth/guard.ts';
import { ConsentValue, type TeamsActivity } from '../inbound/payloads.ts';
import { identityOf, readerOf } from '../inbound/people.ts';
import type { Bot } from '../outbound/bot.ts';
import { lineCard, type Messenger, replyTargetOf } from '../outbound/messenger.ts';
import type { Call, CallResult } from '../outbound/transport.ts';
import { fileMessage } from './file-messages.ts';

interface FileConsentDeps {
  readonly core: Core;
  readonly bot: Pick<Bot, 'say'>;
  /** Sends to where files may be sent, and nowhere else. */
  readonly upload: (call: Call) => Promise<CallResult>;
  readonly voice: Messenger;
  readonly log: Log;
  readonly later: (work: Promise<unknown>) => void;
}

/** Hears a yes or no to a file. Teams gets its answer at once; the file goes its way behind it. */
export function consents(parts: FileConsentDeps): (activity: TeamsActivity) => Answer {
  return (activity) => {
    const read = ConsentValue.safeParse(activity.value);
    const from = identityOf(activity);
    if (!read.success || from === undefined) return { status: 400 };
    const work = read.data.action === 'accept' ? accepted : declined;
    parts.later(
      work(read.data, from, activity, parts).catch((error: unknown) => {
        parts.log.error('A file could not be dealt with.', { error });
      }),
    );
    return { status: 200 };
  };
}

async function accepted(
  value: ConsentValue,
  from: Identity,
  activity: TeamsActivity,
  parts: FileConsentDeps,
): Promise<void> {
  const { core, voice: messenger, log } = parts;
  const { uploadInfo } = value;
  const { file: id } = value.context.recert;
  const listener = replyTargetOf(activity);
  const claimed = await core.claimFile(from, id);
  switch (claimed.kind) {
    case 'busy':
      return;
    case 'gone':
      await messenger.tell(claimed.card, listener);
      return;
    case 'file':
      try {
        await put(claimed.file, uploadInfo?.uploadUrl ?? '', parts);
      } catch (error) {
        log.warn('A file could not be put where Teams said.', { error });
        await core.recordFileOutcome(from, id, 'failed');
        await messenger.tell(claimed.file.failureCard, listener);
        return;
      }
      await core.recordFileOutcome(from, id, 'delivered');
      await shown(claimed.file, uploadInfo, activity, parts);
  }
}

async function put({ bytes }: OutgoingFile, url: string, { upload }: FileConsentDeps): Promise<void> {
  const { byteLength } = bytes;
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': `bytes 0-${byteLength - 1}/${byteLength}`,
  };
  await upload({ method: 'PUT', url, headers, body: new Uint8Array(bytes) });
}

async function shown(
  { name, failureCard: { language } }: OutgoingFile,
  uploadInfo: ConsentValue['uploadInfo'],
  activity: TeamsActivity,
  { core, bot, voice: messenger, log }: FileConsentDeps,
): Promise<void> {
  const listener = replyTargetOf(activity);
  const message = uploadInfo && fileMessage(uploadInfo, name);
  try {
    if (message) await bot.say(listener.place, message);
  } catch (error) {
    log.warn('A file that is there could not be shown.', { error });
  }
  const there = lineCard(core.phrases({ ...readerOf(activity), language }).file.saved(name));
  if (activity.replyToId) await messenger.replace(activity.replyToId, there, listener);
  else if (!message) await messenger.tell(there, listener);
}

async function declined(
  value: ConsentValue,
  from: Identity,
  activity: TeamsActivity,
  parts: FileConsentDeps,
): Promise<void> {
  const { core, voice: messenger } = parts;
  await core.recordFileOutcome(from, value.context.recert.file, 'unwanted');
  const { file: phrases } = core.phrases(readerOf(activity));
  const line = lineCard(phrases.declined(value.uploadInfo?.name ?? phrases.unnamed));
  if (activity.replyToId) await messenger.replace(activity.replyToId, line, replyTargetOf(activity));
}
