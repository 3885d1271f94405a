import type { Core, Identity, OutgoingFile } from '../../src/chat/interaction.ts';
import type { Log } from '../../src/ports.ts';
import type { Bot } from './bot.ts';
import { fileMessage } from './file-messages.ts';
import type { Answer } from './guard.ts';
import { type Activity, ConsentValue } from './payloads.ts';
import { identityOf } from './people.ts';
import type { Call, Called } from './transport.ts';
import { listenerOf, type Voice } from './voice.ts';
import { lineCard, words } from './words.ts';

interface Parts {
  readonly core: Core;
  readonly bot: Pick<Bot, 'say'>;
  /** Sends to where files may be sent, and nowhere else. */
  readonly upload: (call: Call) => Promise<Called>;
  readonly voice: Voice;
  readonly log: Log;
  readonly later: (work: Promise<unknown>) => void;
}

/** Hears a yes or no to a file. Teams gets its answer at once; the file goes its way behind it. */
export function consents(parts: Parts): (activity: Activity) => Answer {
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

async function accepted(value: ConsentValue, from: Identity, activity: Activity, parts: Parts): Promise<void> {
  const { core, voice, log } = parts;
  const { uploadInfo } = value;
  const { file: id } = value.context.recert;
  const listener = listenerOf(activity);
  const taken = await core.takeFile(from, id);
  switch (taken.kind) {
    case 'busy':
      return;
    case 'gone':
      await voice.tell(taken.card, listener);
      return;
    case 'file':
      try {
        await put(taken.file, uploadInfo?.uploadUrl ?? '', parts);
      } catch (error) {
        log.warn('A file could not be put where Teams said.', { error });
        await core.fileDone(from, id, 'failed');
        await voice.tell(taken.file.trouble, listener);
        return;
      }
      await core.fileDone(from, id, 'delivered');
      await shown(taken.file, uploadInfo, activity, parts);
  }
}

async function put({ bytes }: OutgoingFile, url: string, { upload }: Parts): Promise<void> {
  const { byteLength } = bytes;
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': `bytes 0-${byteLength - 1}/${byteLength}`,
  };
  await upload({ method: 'PUT', url, headers, body: new Uint8Array(bytes) });
}

async function shown(
  { name }: OutgoingFile,
  uploadInfo: ConsentValue['uploadInfo'],
  activity: Activity,
  { bot, voice, log }: Parts,
): Promise<void> {
  const listener = listenerOf(activity);
  const message = uploadInfo && fileMessage(uploadInfo, name);
  try {
    if (message) await bot.say(listener.place, message);
  } catch (error) {
    log.warn('A file that is there could not be shown.', { error });
  }
  const there = lineCard(words.fileIsThere(name));
  if (activity.replyToId) await voice.replace(activity.replyToId, there, listener);
  else if (!message) await voice.tell(there, listener);
}

async function declined(value: ConsentValue, from: Identity, activity: Activity, parts: Parts): Promise<void> {
  const { core, voice } = parts;
  await core.fileDone(from, value.context.recert.file, 'unwanted');
  const line = lineCard(words.fileUnwanted(value.uploadInfo?.name ?? words.aFile));
  if (activity.replyToId) await voice.replace(activity.replyToId, line, listenerOf(activity));
}
