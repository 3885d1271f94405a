/** How an S3-compatible store is reached. */
export interface S3Settings {
  readonly bucket: string;
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Stands before every key, with a slash at its end. */
  readonly prefix?: string;
  readonly encryption?: Encryption;
}

/** How the store is asked to encrypt what it keeps. */
export type Encryption = (typeof ENCRYPTIONS)[number];

type SettingReader = (name: string) => string | undefined;

const ENCRYPTIONS = ['AES256', 'aws:kms'] as const;

const NEEDED = {
  RECERT_S3_BUCKET: 'the name of the bucket',
  RECERT_S3_ENDPOINT: 'the https address of the store',
  RECERT_S3_ACCESS_KEY_ID: 'the id of the key that may read and write the bucket',
  RECERT_S3_SECRET_ACCESS_KEY: 'the secret of that key',
} as const;

const OPTIONAL = ['RECERT_S3_REGION', 'RECERT_S3_PREFIX', 'RECERT_S3_ENCRYPTION'];

/** Reads what the environment says about a store for files; nothing when it says nothing. Adds to `problems` what is wrong. */
export function readS3Settings(get: SettingReader, problems: string[]): S3Settings | undefined {
  const names = Object.keys(NEEDED) as (keyof typeof NEEDED)[];
  if ([...names, ...OPTIONAL].every((name) => get(name) === undefined)) return undefined;
  for (const name of names) {
    if (get(name) === undefined) problems.push(`${name} is missing: ${NEEDED[name]}.`);
  }
  const prefix = readPrefix(get('RECERT_S3_PREFIX'), problems);
  const encryption = readEncryption(get('RECERT_S3_ENCRYPTION'), problems);
  return {
    bucket: readBucket(get('RECERT_S3_BUCKET'), problems),
    endpoint: readEndpoint(get('RECERT_S3_ENDPOINT'), problems),
    region: readRegion(get('RECERT_S3_REGION') ?? 'us-east-1', problems),
    accessKeyId: get('RECERT_S3_ACCESS_KEY_ID') ?? '',
    secretAccessKey: get('RECERT_S3_SECRET_ACCESS_KEY') ?? '',
    ...(prefix === undefined ? {} : { prefix }),
    ...(encryption === undefined ? {} : { encryption }),
  };
}

function readBucket(text: string | undefined, problems: string[]): string {
  // The bucket becomes a part of the path, so it must not be able to be more than one.
  if (text !== undefined && !/^[a-zA-Z0-9][a-zA-Z0-9._-]{1,62}$/.test(text)) {
    problems.push(
      `RECERT_S3_BUCKET must be the name of a bucket, 2 to 63 letters, digits, dots and dashes, got '${text}'.`,
    );
  }
  return text ?? '';
}

function readRegion(text: string, problems: string[]): string {
  if (!/^[a-z0-9-]{1,63}$/.test(text))
    problems.push(`RECERT_S3_REGION must be a name such as eu-central-1, got '${text}'.`);
  return text;
}

function readEndpoint(text: string | undefined, problems: string[]): string {
  if (text === undefined) return '';
  const url = URL.parse(text);
  const isPlain = url !== null && !url.username && !url.password && !/[?#]/.test(text);
  if (isPlain && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))) return url.href;
  // An address may carry a password, so it is not repeated.
  problems.push(
    'RECERT_S3_ENDPOINT must be an https address without a name, a password or a query; http only for this machine.',
  );
  return '';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function readPrefix(text: string | undefined, problems: string[]): string | undefined {
  const prefix = text?.replace(/\/+$/, '');
  if (!prefix) return undefined;
  const parts = prefix.split('/');
  if (prefix.length <= 200 && parts.every((part) => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part))) return `${prefix}/`;
  problems.push(`RECERT_S3_PREFIX must be letters, digits, dots, dashes and single slashes, got '${text}'.`);
  return undefined;
}

function readEncryption(text: string | undefined, problems: string[]): Encryption | undefined {
  const found = ENCRYPTIONS.find((one) => one === text);
  if (text !== undefined && found === undefined) {
    problems.push(`RECERT_S3_ENCRYPTION must be one of ${ENCRYPTIONS.join(', ')}, got '${text}'.`);
  }
  return found;
}
