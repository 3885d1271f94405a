import { isIP } from 'node:net';
import { type ConnectionOptions, checkServerIdentity } from 'node:tls';
import { AddressProblem } from './address-problem.ts';

/** The TLS options of a connection. */
export type DatabaseTls = Pick<
  ConnectionOptions,
  | 'ca'
  | 'cert'
  | 'key'
  | 'passphrase'
  | 'rejectUnauthorized'
  | 'checkServerIdentity'
  | 'servername'
  | 'minVersion'
  | 'maxVersion'
>;

/** Returns the text of a file that an address names. */
export type ReadCertificate = (path: string) => string;

/** The parameters of an address that are about TLS and that recert obeys. */
export const TLS_PARAMETERS = [
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'sslpassword',
  'sslnegotiation',
  'ssl_min_protocol_version',
  'ssl_max_protocol_version',
] as const;

type Get = (name: (typeof TLS_PARAMETERS)[number]) => string | undefined;

interface TlsServer {
  /** The name or IP address that the certificate must be for. */
  readonly name: string;
  readonly isSocket: boolean;
  readonly readFile: ReadCertificate;
}

const MODES = ['disable', 'require', 'verify-ca', 'verify-full'];
const VERSIONS = ['TLSv1.2', 'TLSv1.3'] as const;

/** Returns how to encrypt the connection, by PostgreSQL's own meaning of each parameter; a socket on this machine is never encrypted. */
export function readTls(get: Get, server: TlsServer): { ssl: DatabaseTls | false; sslnegotiation?: 'direct' } {
  const mode = get('sslmode') ?? 'disable';
  if (mode === 'prefer' || mode === 'allow')
    throw new AddressProblem(
      `has sslmode=${mode}, which may connect in the clear. Use sslmode=require, verify-ca or verify-full; disable for no encryption.`,
    );
  if (!MODES.includes(mode)) throw new AddressProblem(`has sslmode=${mode}. Use one of: ${MODES.join(', ')}.`);
  if (server.isSocket) return { ssl: false };
  const unused =
    mode === 'disable' ? TLS_PARAMETERS.find((name) => name !== 'sslmode' && get(name) !== undefined) : undefined;
  if (unused !== undefined)
    throw new AddressProblem(`has ${unused}, but doesn't encrypt. Add sslmode=verify-full, or leave ${unused} out.`);
  if (mode === 'disable') return { ssl: false };
  const negotiation = get('sslnegotiation') ?? 'postgres';
  if (negotiation !== 'postgres' && negotiation !== 'direct')
    throw new AddressProblem(`has sslnegotiation=${negotiation}. Use postgres or direct.`);
  const ssl = {
    ...trustOf(mode, get, server),
    ...certificateOf(get, server),
    ...versionsOf(get),
    ...(isIP(server.name) === 0 ? { servername: server.name } : {}),
  };
  return { ssl, ...(negotiation === 'direct' ? { sslnegotiation: negotiation } : {}) };
}

/** Returns which servers are trusted: any for `require`, any with a certificate of the authority for `verify-ca`, the named one for `verify-full`. */
function trustOf(mode: string, get: Get, server: TlsServer): DatabaseTls {
  const root = get('sslrootcert');
  const authority = root === undefined || root === 'system' ? undefined : read('sslrootcert', root, server);
  if (mode === 'verify-full')
    return {
      rejectUnauthorized: true,
      checkServerIdentity: (_name, certificate) => checkServerIdentity(server.name, certificate),
      ...(authority === undefined ? {} : { ca: authority }),
    };
  if (root === 'system') throw new AddressProblem('has sslrootcert=system, which needs sslmode=verify-full.');
  if (authority !== undefined) return { rejectUnauthorized: true, checkServerIdentity: () => undefined, ca: authority };
  if (mode === 'verify-ca')
    throw new AddressProblem(
      'has sslmode=verify-ca without sslrootcert. Add sslrootcert with the file of the authority, or use verify-full.',
    );
  return { rejectUnauthorized: false };
}

function certificateOf(get: Get, server: TlsServer): DatabaseTls {
  const [cert, key, passphrase] = [get('sslcert'), get('sslkey'), get('sslpassword')];
  if (cert === undefined && key === undefined) return {};
  if (cert === undefined || key === undefined)
    throw new AddressProblem('has one of sslcert and sslkey. Both are needed to log in with a certificate.');
  return {
    cert: read('sslcert', cert, server),
    key: read('sslkey', key, server),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
}

function versionsOf(get: Get): DatabaseTls {
  const version = (name: 'ssl_min_protocol_version' | 'ssl_max_protocol_version') => {
    const text = get(name);
    const found = VERSIONS.find((one) => one === text);
    if (text !== undefined && found === undefined)
      throw new AddressProblem(`has ${name}=${text}. Use ${VERSIONS.join(' or ')}.`);
    return found;
  };
  const [minVersion, maxVersion] = [version('ssl_min_protocol_version'), version('ssl_max_protocol_version')];
  return { ...(minVersion === undefined ? {} : { minVersion }), ...(maxVersion === undefined ? {} : { maxVersion }) };
}

function read(name: string, path: string, { readFile }: TlsServer): string {
  try {
    return readFile(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new AddressProblem(`has ${name}=${path}, a file that can't be read (${code}).`, { cause });
  }
}
