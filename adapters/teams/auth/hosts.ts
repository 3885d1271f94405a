/** Where Teams' bots are served from, unless the settings say otherwise. */
export const DEFAULT_HOSTS: readonly string[] = ['smba.trafficmanager.net'];

/** The stand-in for Teams on a developer's machine. */
export const PLAYGROUND_HOST = 'localhost:56150';

/** The hosts the bot may speak to, and whether one of this machine may be spoken to without encryption. */
export interface Hosts {
  readonly allowed: readonly string[];
  readonly development: boolean;
}

/** Whether an address is one the bot may send to. */
export function mayCall(address: string, { allowed, development }: Hosts): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (development && url.protocol === 'http:' && url.host === PLAYGROUND_HOST) return true;
  return url.protocol === 'https:' && allowed.includes(url.host);
}

/** Whether files may be sent to an address and fetched from it: those of people lie in their organisation's SharePoint, and nowhere else. */
export function isFileStore(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '' || url.port !== '') return false;
  return url.protocol === 'https:' && /^[a-z\d-]+\.sharepoint\.com$/u.test(url.hostname);
}

/** Whether a request came to this machine by its own name, and not by way of a tunnel, a proxy or a page. */
export function isLocal(request: Request): boolean {
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via', 'origin'].some((name) =>
    request.headers.has(name),
  );
  return !isForwarded && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(request.url).hostname);
}
