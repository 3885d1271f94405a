import type { WebClient } from '@slack/web-api';
import { fetchFile, normalizeFileName } from '../../../src/chat/fetch-file.ts';
import { FileReadError, type IncomingFile } from '../../../src/chat/incoming-file.ts';
import type { Log } from '../../../src/ports.ts';
import { SlackFile } from '../inbound/payloads.ts';
import { reasonOf } from '../outbound/clients.ts';

/** A file sent in a form's field or with a message. */
export interface SentFile {
  readonly field?: string;
  readonly file: SlackFile;
}

/** Turns Slack's descriptions of files into files that can be read. Never throws. */
export type IncomingFiles = (sent: readonly SentFile[]) => Promise<readonly IncomingFile[]>;

interface IncomingFilesDeps {
  /** Without one, no file can be read. */
  readonly botToken: string | undefined;
  /** Another address of the Web API, which then also serves the files. */
  readonly apiUrl: string | undefined;
  readonly client: WebClient;
  readonly log: Log;
}

/** Reads the files of one workspace with the bot's token. */
export function incomingFiles({ botToken, apiUrl, client, log }: IncomingFilesDeps): IncomingFiles {
  const headers: Readonly<Record<string, string>> =
    botToken === undefined ? {} : { authorization: `Bearer ${botToken}` };
  const mayFetch = (address: string) => mayFetchFile(address, apiUrl);

  // For a file from another organisation, the payload contains only its id.
  async function describe(file: SlackFile): Promise<SlackFile> {
    if (file.file_access !== 'check_file_info') return file;
    try {
      return SlackFile.parse((await client.files.info({ file: file.id })).file);
    } catch (error) {
      log.warn('The details of a file could not be read.', { reason: reasonOf(error) });
      return { id: file.id };
    }
  }

  async function incoming({ field, file }: SentFile): Promise<IncomingFile> {
    const { name, size, url_private_download, url_private } = await describe(file);
    const url = url_private_download ?? url_private ?? '';
    return {
      name: normalizeFileName(name),
      ...(field === undefined ? {} : { field }),
      ...(typeof size === 'number' ? { size } : {}),
      read: async (max) => {
        if ((size ?? 0) > max) throw new FileReadError('too-large');
        return fetchFile({ url, headers, mayFetch, fetch }, max);
      },
    };
  }

  return async (sent) => Promise.all(sent.map(incoming));
}

/** Whether the bot's token may be sent to an address: one of Slack's, or of the configured Web API. */
export function mayFetchFile(address: string, apiUrl: string | undefined): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (apiUrl !== undefined && url.origin === URL.parse(apiUrl)?.origin) return true;
  return url.protocol === 'https:' && url.port === '' && /^(?:[a-z\d-]+\.)*slack\.com$/u.test(url.hostname);
}
