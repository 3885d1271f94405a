import { z } from 'zod';
import { choice, neededText, textThat } from '../settings/fields.ts';
import { notes, readFields } from '../settings/settings.ts';

/** How an S3-compatible store is reached. */
export interface S3Settings {
  readonly bucket: string;
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The prefix of every key, with a trailing slash. */
  readonly prefix?: string;
  readonly encryption?: Encryption;
}

/** The server-side encryption of the store. */
type Encryption = (typeof ENCRYPTIONS)[number];

type SettingReader = (name: string) => string | undefined;

const ENCRYPTIONS = ['AES256', 'aws:kms'] as const;

/** The settings of a file store; they are needed together, or not at all. */
export const S3_SETTINGS = z.object({
  RECERT_S3_BUCKET: neededText('the name of the bucket')
    // The bucket becomes a part of the path, so it must not be able to be more than one.
    .pipe(textThat(isBucket, 'be the name of a bucket, 2 to 63 letters, digits, dots and dashes'))
    .register(notes, {
      default: 'files are kept in the database',
      meaning: 'Bucket of an S3-compatible store that keeps the files. Needs the next three settings as well.',
    }),
  RECERT_S3_ENDPOINT: neededText('the https address of the store')
    // An address may carry a password, so it is not repeated.
    .pipe(
      textThat(
        isEndpoint,
        'be an https address without a name, a password or a query; http only for this machine',
        'hidden',
      ),
    )
    .transform((text) => new URL(text).href)
    .register(notes, {
      meaning: 'https address of the store, such as https://s3.eu-central-1.amazonaws.com. http only for this machine.',
    }),
  RECERT_S3_ACCESS_KEY_ID: neededText('the id of the key that may read and write the bucket').register(notes, {
    meaning: 'Id of a key that may read, write, delete and list in the bucket.',
  }),
  RECERT_S3_SECRET_ACCESS_KEY: neededText('the secret of that key').register(notes, {
    meaning: 'Secret of that key.',
    isSecret: true,
  }),
  RECERT_S3_REGION: textThat((text) => /^[a-z0-9-]{1,63}$/.test(text), 'be a name such as eu-central-1')
    .prefault('us-east-1')
    .register(notes, { default: 'us-east-1', meaning: 'Region of the store.' }),
  RECERT_S3_PREFIX: textThat(isPrefix, 'be letters, digits, dots, dashes and single slashes')
    .transform(withoutSlashes)
    .exactOptional()
    .register(notes, { meaning: 'Begins the name of every file, for a bucket that serves others too.' }),
  RECERT_S3_ENCRYPTION: choice(ENCRYPTIONS).exactOptional().register(notes, {
    default: 'the setting of the bucket',
    meaning: 'AES256 or aws:kms: how the store is asked to encrypt the files.',
  }),
});

/** Reads the settings of the file store; returns undefined if there are none. Adds invalid settings to `problems`. */
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
