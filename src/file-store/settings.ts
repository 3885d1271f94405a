import { z } from 'zod';
import { choice, neededText, textThat } from '../settings/fields.ts';
import { notes, readFields } from '../settings/setting-notes.ts';

/** The connection to an S3-compatible store. */
export interface S3Settings {
  readonly bucket: string;
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Precedes every key, with a slash at its end. */
  readonly prefix?: string;
  readonly encryption?: Encryption;
}

/** The server-side encryption that is requested for each file. */
type Encryption = (typeof ENCRYPTIONS)[number];

type SettingReader = (name: string) => string | undefined;

const ENCRYPTIONS = ['AES256', 'aws:kms'] as const;

/** The settings of a file store: all of the required ones, or none. */
export const S3_SETTINGS = z.object({
  RECERT_S3_BUCKET: neededText('the name of the bucket')
    // The bucket becomes one segment of the request path, so it must not contain a slash.
    .pipe(textThat(isBucket, { noun: 'bucket name', use: '2 to 63 letters, digits, dots and dashes' }))
    .register(notes, {
      default: 'files are kept in the database',
      meaning: 'Bucket of an S3-compatible store that keeps the files. Needs the next three settings as well.',
    }),
  RECERT_S3_ENDPOINT: neededText('the https address of the store')
    // An address may contain a password, so the message does not repeat it.
    .pipe(
      textThat(isEndpoint, {
        use: 'an https address without a user name, password or query; http only for localhost',
        isSecret: true,
      }),
    )
    .transform((text) => new URL(text).href)
    .register(notes, {
      meaning: 'https address of the store, such as https://s3.eu-central-1.amazonaws.com. http only for localhost.',
    }),
  RECERT_S3_ACCESS_KEY_ID: neededText('the id of the key that may read and write the bucket').register(notes, {
    meaning: 'Id of a key that may read, write, delete and list in the bucket.',
  }),
  RECERT_S3_SECRET_ACCESS_KEY: neededText('the secret of that key').register(notes, {
    meaning: 'Secret of that key.',
    isSecret: true,
  }),
  RECERT_S3_REGION: textThat((text) => /^[a-z0-9-]{1,63}$/.test(text), {
    noun: 'region',
    use: 'a name like eu-central-1',
  })
    .prefault('us-east-1')
    .register(notes, { default: 'us-east-1', meaning: 'Region of the store.' }),
  RECERT_S3_PREFIX: textThat(isPrefix, { use: 'letters, digits, dots, dashes and single slashes' })
    .transform(withoutSlashes)
    .exactOptional()
    .register(notes, { meaning: 'Prefix of every file name, for a bucket that is used for other things too.' }),
  RECERT_S3_ENCRYPTION: choice(ENCRYPTIONS).exactOptional().register(notes, {
    default: 'the setting of the bucket',
    meaning: 'Server-side encryption of the files: AES256 or aws:kms.',
  }),
});

/** Returns the settings of the file store; undefined if none is set, or if any is invalid, with a sentence for each in `problems`. */
export function readS3Settings(get: SettingReader, problems: string[]): S3Settings | undefined {
  if (Object.keys(S3_SETTINGS.shape).every((name) => get(name) === undefined)) return undefined;
  const read = readFields(S3_SETTINGS, get, problems);
  if (read === undefined) return undefined;
  const { RECERT_S3_PREFIX: prefix = '', RECERT_S3_ENCRYPTION: encryption } = read;
  return {
    bucket: read.RECERT_S3_BUCKET,
    endpoint: read.RECERT_S3_ENDPOINT,
    region: read.RECERT_S3_REGION,
    accessKeyId: read.RECERT_S3_ACCESS_KEY_ID,
    secretAccessKey: read.RECERT_S3_SECRET_ACCESS_KEY,
    ...(prefix === '' ? {} : { prefix: `${prefix}/` }),
    ...(encryption === undefined ? {} : { encryption }),
  };
}

function isBucket(text: string): boolean {
  return /^[a-zA-Z0-9][a-zA-Z0-9._-]{1,62}$/.test(text);
}

function isEndpoint(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username || url.password || /[?#]/.test(text)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isPrefix(text: string): boolean {
  const prefix = withoutSlashes(text);
  if (prefix === '') return true;
  return prefix.length <= 200 && prefix.split('/').every((part) => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part));
}

function withoutSlashes(text: string): string {
  return text.replace(/\/+$/, '');
}
