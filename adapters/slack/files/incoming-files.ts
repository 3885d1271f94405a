import type { WebClient } from '@slack/web-api';
import { fetchFile, normalizeFileName } from '../../../src/chat/fetch-file.ts';
import { FileReadError, type IncomingFile } from '../../../src/chat/incoming-file.ts';
import type { Log } from '../../../src/ports.ts';
import { SlackFile } from '../inbound/payloads.ts';
import { reasonOf } from '../outbound/clients.ts';

/** A file as it came, in a form's field or with a message. */
export interface SentFile {
  readonly field?: string;
  readonly file: SlackFile;
}

/** Turns what Slack says of files into files that can be read. Never throws. */
export type IncomingFiles = (sent: readonly SentFile[]) => Promise<readonly IncomingFile[]>;

interface IncomingFilesDeps {
  readonly botToken: string;
  /** The Web API, when it is a stand-in: its files are beside it. */
  readonly apiUrl: string | undefined;
  readonly client: WebClient;
  readonly log: Log;
}

/** The files of one workspace, read with the bot's token. */
export function incomingFiles({ botToken, apiUrl, client, log }: IncomingFilesDeps): IncomingFiles {
  const headers = { authorization: `Bearer ${botToken}` };
  const mayFetch = (address: string) => mayFetchFile(address, apiUrl);

  // Of a file from another organisation the payload says no more than its id.
  async function told(file: SlackFile): Promise<SlackFile> {
    if (file.file_access !== 'check_file_info') return file;
    try {
      return SlackFile.parse((await client.files.info({ file: file.id })).file);
    } catch (error) {
      log.warn('Slack did not say what a file is.', { reason: reasonOf(error) });
      return { id: file.id };
    }
  }

  async function incoming({ field, file }: SentFile): Promise<IncomingFile> {
    const { name, size, url_private_download, url_private } = await told(file);
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

/** Whether the bot's token may go to an address: Slack's own, or that of a stand-in for it. */
export function mayFetchFile(address: string, apiUrl: string | undefined): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (apiUrl !== undefined && url.origin === URL.parse(apiUrl)?.origin) return true;
  return url.protocol === 'https:' && url.port === '' && /^(?:[a-z\d-]+\.)*slack\.com$/u.test(url.hostname);
}
