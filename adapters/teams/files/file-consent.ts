import type { Core } from '../../../src/chat/core-interface.ts';
import type { Identity } from '../../../src/chat/identity.ts';
import type { OutgoingFile } from '../../../src/chat/outgoing-file.ts';
import type { Log } from '../../../src/ports.ts';
import type { Answer } from '../auth/guard.ts';
import { ConsentValue, type TeamsActivity } from '../inbound/payloads.ts';
import { identityOf, readerOf } from '../inbound/people.ts';
import type { Bot } from '../outbound/bot.ts';
import { lineCard, type Messenger } from '../outbound/messenger.ts';
import { replyTargetOf } from '../outbound/reply-target.ts';
import type { Call, CallResult } from '../outbound/transport.ts';
import { fileMessage } from './file-messages.ts';

interface FileConsentDeps {
  readonly core: Core;
  readonly bot: Pick<Bot, 'send'>;
  /** Calls the addresses that files may be uploaded to. */
  readonly upload: (call: Call) => Promise<CallResult>;
  readonly messenger: Messenger;
  readonly log: Log;
  readonly inBackground: (work: Promise<unknown>) => void;
}

/** A person's answer to the question whether a file may be put into their OneDrive. */
interface Consent {
  readonly value: ConsentValue;
  readonly from: Identity;
  readonly activity: TeamsActivity;
}

/** Builds the handler of consents. Teams is answered at once; the file is uploaded in the background. */
export function consentHandler(deps: FileConsentDeps): (activity: TeamsActivity) => Answer {
  return (activity) => {
    const value = ConsentValue.safeParse(activity.value);
    const from = identityOf(activity);
    if (!value.success || from === undefined) return { status: 400 };
    const handle = value.data.action === 'accept' ? deliverAccepted : recordDeclined;
    const work = handle({ value: value.data, from, activity }, deps).catch((error: unknown) => {
      deps.log.error('A file could not be handled.', { error });
    });
    deps.inBackground(work);
    return { status: 200 };
  };
}

async function deliverAccepted(consent: Consent, deps: FileConsentDeps): Promise<void> {
  const { value, from, activity } = consent;
  const claimed = await deps.core.claimFile(from, value.context.recert.file);
  switch (claimed.kind) {
    case 'busy':
      return;
    case 'gone':
      await deps.messenger.sendPrivately(claimed.card, replyTargetOf(activity));
      return;
    case 'file':
      await deliver(claimed.file, consent, deps);
  }
}

async function deliver(file: OutgoingFile, consent: Consent, deps: FileConsentDeps): Promise<void> {
  const { core, messenger, log } = deps;
  const { value, from, activity } = consent;
  const { file: id } = value.context.recert;
  try {
    await uploadFile(file, value.uploadInfo?.uploadUrl ?? '', deps);
  } catch (error) {
    log.warn('A file could not be uploaded.', { error });
    await core.recordFileOutcome(from, id, 'failed');
    await messenger.sendPrivately(file.failureCard, replyTargetOf(activity));
    return;
  }
  await core.recordFileOutcome(from, id, 'delivered');
  await showDelivered(file, consent, deps);
}

async function uploadFile({ bytes }: OutgoingFile, url: string, { upload }: FileConsentDeps): Promise<void> {
  const { byteLength } = bytes;
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': `bytes 0-${byteLength - 1}/${byteLength}`,
  };
  await upload({ method: 'PUT', url, headers, body: new Uint8Array(bytes) });
}

async function showDelivered(
  { name, failureCard: { language } }: OutgoingFile,
  { value: { uploadInfo }, activity }: Consent,
  { core, bot, messenger, log }: FileConsentDeps,
): Promise<void> {
  const target = replyTargetOf(activity);
  const message = uploadInfo && fileMessage(uploadInfo, name);
  try {
    if (message) await bot.send(target.place, message);
  } catch (error) {
    log.warn('A delivered file could not be shown.', { error });
  }
  const saved = lineCard(core.phrases({ ...readerOf(activity), language }).file.saved(name));
  if (activity.replyToId) await messenger.replace(activity.replyToId, saved, target);
  else if (!message) await messenger.sendPrivately(saved, target);
}

async function recordDeclined({ value, from, activity }: Consent, { core, messenger }: FileConsentDeps): Promise<void> {
  await core.recordFileOutcome(from, value.context.recert.file, 'unwanted');
  const { file: phrases } = core.phrases(readerOf(activity));
  const line = lineCard(phrases.declined(value.uploadInfo?.name ?? phrases.unnamed));
  if (activity.replyToId) await messenger.replace(activity.replyToId, line, replyTargetOf(activity));
}
