/** The hosts of Teams' bot service, unless the settings name others. */
export const DEFAULT_HOSTS: readonly string[] = ['smba.trafficmanager.net'];

/** Microsoft's Agents Playground on a developer's machine. */
const PLAYGROUND_HOST = 'localhost:56150';

/** The hosts the bot may call, and whether the Agents Playground may be called without TLS. */
export interface Hosts {
  readonly allowed: readonly string[];
  readonly development: boolean;
}

/** Whether the bot may call an address. */
export function mayCall(address: string, { allowed, development }: Hosts): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (development && url.protocol === 'http:' && url.host === PLAYGROUND_HOST) return true;
  return url.protocol === 'https:' && allowed.includes(url.host);
}

/** Whether files may be uploaded to and fetched from an address: only an organisation's SharePoint. */
export function isFileStore(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '' || url.port !== '') return false;
  return url.protocol === 'https:' && /^[a-z\d-]+\.sharepoint\.com$/u.test(url.hostname);
}

/** Whether a request came directly from this machine, not through a tunnel, a proxy or a web page. */
export function isLocal(request: Request): boolean {
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via', 'origin'].some((name) =>
    request.headers.has(name),
  );
  return !isForwarded && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(request.url).hostname);
}
