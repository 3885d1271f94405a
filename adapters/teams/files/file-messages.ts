import type { Card } from '../../../src/chat/card.ts';
import { cardWords } from '../../../src/chat/card-as-text.ts';
import type { OutgoingFile } from '../../../src/chat/outgoing-file.ts';
import type { FilePhrases } from '../../../src/chat/platform-phrases.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { isFileStore } from '../auth/hosts.ts';
import { LIMITS } from '../cards/limits.ts';
import { listText } from '../cards/text.ts';
import type { ConsentValue } from '../inbound/payloads.ts';
import type { Message } from '../outbound/bot.ts';

/** Asks a person whether a file may be put into their OneDrive; the answer carries only the file's id. */
export function consentMessage({ id, name, bytes }: OutgoingFile, card: Card): Message {
  const context = { recert: { file: id } };
  const description = listText(shorten(cardWords(card), LIMITS.summary), LIMITS.summary);
  return {
    summary: shorten(`${card.title} · ${name}`, LIMITS.summary),
    attachment: {
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name,
      content: { description, sizeInBytes: bytes.byteLength, acceptContext: context, declineContext: context },
    },
  };
}

/** A message that shows an uploaded file; `undefined` if Teams doesn't say where it is. */
export function fileMessage(upload: NonNullable<ConsentValue['uploadInfo']>, name: string): Message | undefined {
  const { contentUrl, uniqueId, fileType } = upload;
  if (!contentUrl || !isFileStore(contentUrl)) return undefined;
  const displayName = upload.name ?? name;
  return {
    summary: shorten(displayName, LIMITS.summary),
    attachment: {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      name: displayName,
      contentUrl,
      content: { uniqueId: uniqueId ?? '', fileType: fileType ?? '' },
    },
  };
}

interface NamedLink {
  readonly name: string;
  readonly url: string;
}

/** A card with a link to a file, for conversations where Teams accepts no file from a bot. */
export function linkCard(card: Card, { name, url }: NamedLink, { linkExpires }: FilePhrases): Card {
  const blocks = [
    { kind: 'text', text: [{ link: name, url }] },
    { kind: 'note', text: linkExpires },
  ] as const;
  const { actions: _, ...rest } = card;
  return { ...rest, blocks: [...card.blocks, ...blocks] };
}
