import { expect, it } from 'vitest';
import { AddressProblem } from '../../src/settings/address-problem.ts';
import { parseDatabaseAddress } from '../../src/settings/database-address.ts';

const FILES: Readonly<Record<string, string>> = { '/ca.pem': 'CA', '/me.pem': 'CERT', '/me.key': 'KEY' };

function readFile(path: string): string {
  const text = FILES[path];
  if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  return text;
}

const parse = (url: string) => parseDatabaseAddress(url, readFile);
const at = (query: string) => parse(`postgresql://u:p@db.example.org/recert?${query}`);

it.each`
  url                                                         | expected
  ${'postgresql://u:p@db.example.org:6432/recert'}            | ${{ host: 'db.example.org', port: 6432, user: 'u', password: 'p', database: 'recert' }}
  ${'postgres://u@localhost/recert'}                          | ${{ host: 'localhost', port: 5432, user: 'u', ssl: false, application_name: 'recert' }}
  ${'postgresql://u:p%40%2F%25@h/my%20db'}                    | ${{ password: 'p@/%', database: 'my db' }}
  ${'postgresql://u:p@ss@h/d'}                                | ${{ host: 'h', password: 'p@ss' }}
  ${'postgresql://u:p@[::1]:5433/d'}                          | ${{ host: '::1', port: 5433 }}
  ${'postgresql://u:p@%2Fvar%2Frun%2Fpostgresql/d'}           | ${{ host: '/var/run/postgresql', ssl: false }}
  ${'postgresql:///d?host=/var/run/postgresql&user=u'}        | ${{ host: '/var/run/postgresql', user: 'u', database: 'd' }}
  ${'postgresql://u:p@/d?host=/tmp&port=5433'}                | ${{ host: '/tmp', port: 5433 }}
  ${'postgresql://?host=h&user=u&dbname=d&password=p&port=1'} | ${{ host: 'h', user: 'u', database: 'd', password: 'p', port: 1 }}
  ${'postgresql://u:p@/d?host=/tmp&sslmode=require'}          | ${{ ssl: false }}
`('reads $url', ({ url, expected }) => {
  expect(parse(url)).toMatchObject(expected);
});

it.each`
  query                                                             | expected
  ${'application_name=bot'}                                         | ${{ application_name: 'bot' }}
  ${'fallback_application_name=bot'}                                | ${{ application_name: 'bot' }}
  ${'connect_timeout=10'}                                           | ${{ connectionTimeoutMillis: 10_000 }}
  ${'options=-c%20work_mem%3D8MB'}                                  | ${{ options: '-c work_mem=8MB' }}
  ${'schema=certs_1'}                                               | ${{ schema: 'certs_1' }}
  ${'keepalives=0'}                                                 | ${{ keepAlive: false }}
  ${'keepalives_idle=30'}                                           | ${{ keepAlive: true, keepAliveInitialDelayMillis: 30_000 }}
  ${'client_encoding=UTF8&target_session_attrs=any'}                | ${{ host: 'db.example.org' }}
  ${'gssencmode=prefer&channel_binding=prefer'}                     | ${{ ssl: false }}
  ${'sslmode=disable'}                                              | ${{ ssl: false }}
  ${'sslmode=require'}                                              | ${{ ssl: { rejectUnauthorized: false, servername: 'db.example.org' } }}
  ${'sslmode=require&sslrootcert=/ca.pem'}                          | ${{ ssl: { rejectUnauthorized: true, ca: 'CA' } }}
  ${'sslmode=verify-ca&sslrootcert=/ca.pem'}                        | ${{ ssl: { rejectUnauthorized: true, ca: 'CA' } }}
  ${'sslmode=verify-full'}                                          | ${{ ssl: { rejectUnauthorized: true } }}
  ${'sslmode=verify-full&sslrootcert=system'}                       | ${{ ssl: { rejectUnauthorized: true } }}
  ${'sslmode=require&sslcert=/me.pem&sslkey=/me.key&sslpassword=s'} | ${{ ssl: { cert: 'CERT', key: 'KEY', passphrase: 's' } }}
  ${'sslmode=require&ssl_min_protocol_version=TLSv1.3'}             | ${{ ssl: { minVersion: 'TLSv1.3' } }}
  ${'sslmode=require&sslnegotiation=direct'}                        | ${{ sslnegotiation: 'direct' }}
  ${'sslmode=verify-full&hostaddr=10.0.0.7'}                        | ${{ host: '10.0.0.7', ssl: { servername: 'db.example.org' } }}
`('obeys $query', ({ query, expected }) => {
  expect(at(query)).toMatchObject(expected);
});

it.each`
  query                                               | message
  ${'sslmode=prefer'}                                 | ${'has sslmode=prefer, which may connect in the clear. Use sslmode=require, verify-ca or verify-full; disable for no encryption.'}
  ${'sslmode=allow'}                                  | ${'may connect in the clear'}
  ${'sslmode=verify_full'}                            | ${'has sslmode=verify_full. Use one of: disable, require, verify-ca, verify-full.'}
  ${'sslmode=verify-ca'}                              | ${'without sslrootcert'}
  ${'sslmode=require&sslrootcert=system'}             | ${'needs sslmode=verify-full'}
  ${'sslrootcert=/ca.pem'}                            | ${"has sslrootcert, but doesn't encrypt. Add sslmode=verify-full"}
  ${'sslmode=verify-full&sslrootcert=/no.pem'}        | ${"has sslrootcert=/no.pem, a file that can't be read (ENOENT)."}
  ${'sslmode=require&sslcert=/me.pem'}                | ${'Both are needed'}
  ${'sslmode=require&sslnegotiation=tls'}             | ${'Use postgres or direct.'}
  ${'sslmode=require&ssl_min_protocol_version=SSLv3'} | ${'Use TLSv1.2 or TLSv1.3.'}
  ${'ssl=true'}                                       | ${'use sslmode=require, verify-ca or verify-full'}
  ${'client_encoding=LATIN1'}                         | ${"has client_encoding=LATIN1, which recert can't do. Leave it out, or use utf8"}
  ${'target_session_attrs=read-write'}                | ${'Leave it out, or use any.'}
  ${'channel_binding=require'}                        | ${'Leave it out, or use disable or prefer.'}
  ${'gssencmode=require'}                             | ${'Leave it out'}
  ${'schema=App;drop'}                                | ${'Use small letters, digits and underscores'}
  ${'schema=pg_app'}                                  | ${'Use small letters, digits and underscores'}
  ${'search_path=app'}                                | ${'use schema=NAME'}
  ${'options=-csearch_path%3Dapp'}                    | ${'has options with search_path; use schema=NAME'}
  ${'connect_timeout=soon'}                           | ${'has a wrong connect_timeout. Use a number from 0 to 3600.'}
  ${'port=x'}                                         | ${'has a wrong port'}
  ${'host=a,b'}                                       | ${'names several hosts'}
  ${'sslcrl=/x'}                                      | ${"has the parameter sslcrl, which recert doesn't support; leave it out."}
  ${'requirepeer=postgres'}                           | ${'requirepeer'}
  ${'sslmod=verify-full'}                             | ${'has the parameter sslmod, which'}
  ${'pgbouncer=true'}                                 | ${'recert works behind PgBouncer as it is'}
  ${'connection_limit=5'}                             | ${'RECERT_DATABASE_CONNECTIONS'}
  ${'constructor=1'}                                  | ${'has the parameter constructor'}
`('refuses $query', ({ query, message }) => {
  expect(() => at(query)).toThrow(AddressProblem);
  expect(() => at(query)).toThrow(message);
});

it.each`
  url                             | message
  ${'mysql://u:p@h/d'}            | ${"isn't a PostgreSQL address"}
  ${'postgresql://u:p@/d'}        | ${'has no host'}
  ${'postgresql://h/d'}           | ${'has no user'}
  ${'postgresql://u:p@h'}         | ${'has no database name'}
  ${'postgresql://u:p@h:99999/d'} | ${'has a wrong port'}
  ${'postgresql://u:p@a:1,b:2/d'} | ${'names several hosts'}
  ${'postgresql://u:50%@h/d'}     | ${'Write % itself as %25.'}
`('refuses $url', ({ url, message }) => {
  expect(() => parse(url)).toThrow(message);
});

it('checks the name in the certificate with verify-full only', () => {
  const certificate = { subject: { CN: 'other.example.org' }, subjectaltname: 'DNS:other.example.org' };
  const check = (query: string) => {
    const { ssl } = at(query);
    return ssl === false ? undefined : ssl.checkServerIdentity?.('localhost', certificate as never);
  };

  expect(check('sslmode=verify-full')).toBeInstanceOf(Error);
  expect(check('sslmode=verify-full&hostaddr=127.0.0.1')).toBeInstanceOf(Error);
  expect(check('sslmode=verify-ca&sslrootcert=/ca.pem')).toBeUndefined();
});

it('never repeats the password', () => {
  for (const rest of ['@h/d?sslmode=no', '@h:x/d', '/more@h/d', '@/d', '@h/d?sslcrl=/x']) {
    const refused = () => parse(`postgresql://u:hunter2${rest}`);
    expect(refused).toThrow(AddressProblem);
    expect(refused).not.toThrow(/hunter2/u);
  }
});
