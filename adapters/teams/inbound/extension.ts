import { SHORTCUTS } from '../../../src/chat/shortcuts.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { LIMITS } from '../cards/limits.ts';
import type { InteractionContent } from './ask-core.ts';
import { firstLink, htmlToText } from './message-text.ts';
import { ExtensionValue, type TeamsActivity } from './payloads.ts';

/** The command of an opened extension; from a message it takes the first line, the link or the file's address, and the date. */
export function extensionContent({ value }: TeamsActivity): InteractionContent | undefined {
  const read = ExtensionValue.safeParse(value);
  const command = SHORTCUTS.get(read.success ? read.data.commandId : '');
  if (!read.success || command === undefined) return undefined;
  const message = read.data.messagePayload;
  if (message === undefined || message === null) return { command, args: { text: '' } };
  const html = message.body?.content ?? '';
  const [line = ''] = htmlToText(html).split('\n');
  const file = message.attachments?.find(({ contentUrl }) => contentUrl?.startsWith('https://'))?.contentUrl;
  const url = firstLink(html) ?? file ?? message.linkToMessage ?? '';
  const about = new Date(message.createdDateTime ?? Number.NaN);
  return {
    command,
    args: {
      text: shorten(withoutLink(line, url), 300),
      ...(url.startsWith('https://') && url.length <= LIMITS.url ? { url } : {}),
    },
    ...(Number.isNaN(about.getTime()) ? {} : { about }),
  };
}

/** The link becomes the proof, so it is left out of the title. */
function withoutLink(line: string, url: string): string {
  const words = url === '' ? line : line.replaceAll(url, ' ');
  return words.replace(/\s+/gu, ' ').trim() || line.trim();
}
