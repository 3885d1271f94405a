import type { HttpRoute } from '../../../src/chat/chat-adapter.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { TabProblem } from '../../../src/chat/platform-phrases.ts';
import { failureReference } from '../../../src/chat/request-id.ts';
import { RefusedRequests } from '../../../src/network/refused-requests.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import type { Keys } from '../auth/keys.ts';
import { type TabAudience, tabPerson } from '../auth/tab-token.ts';
import { readRequest } from '../inbound/request.ts';
import { type SignedIn, TabAnswers } from './tab-answers.ts';
import { FILES_PATH, readTabFiles, TAB_PATH } from './tab-files.ts';
import { tabMarkup } from './tab-page.ts';
import { TabPress, TabSearch, TabSubmission } from './tab-requests.ts';
import { refusal, type TabRefusal, tabJson, tabResponse } from './tab-responses.ts';
import { hasFiles, TabUploads } from './tab-uploads.ts';

/** How many requests a person may send at once, and then in a second. An open tab sends fewer than one. */
const LIMITS = { burst: 60, perSecond: 4, maxCallers: 10_000 };

/** What the tab is served with. */
export interface TabOptions {
  readonly audience: TabAudience;
  readonly keys: Keys;
  /** The host of Teams' service, for messages to people who have only used the tab. */
  readonly serviceHost: string;
  /** Undefined until the adapter is started. */
  core(): Core | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** The tab, and what a change that recert knows of first must call. */
export interface Tab {
  readonly route: HttpRoute;
  /** Makes the open tabs of a person draw themselves again. */
  changed(person: SignedIn['from']): void;
}

/** Serves the personal tab: one page for everyone, and what it shows for the person whom a token of Teams names. */
export function createTab(options: TabOptions): Tab {
  const { core, clock, log } = options;
  const files = readTabFiles();
  const requests = new RefusedRequests(clock, LIMITS);
  const answers = new TabAnswers(options);
  const uploads = new TabUploads();

  async function signedIn(request: Request): Promise<SignedIn | TabRefusal> {
    const { audience, keys } = options;
    const person = await tabPerson(request.headers.get('authorization'), audience, { keys, clock });
    if (person.kind === 'invalid') return refusal(401, 'refused');
    if (person.kind === 'guest') return refusal(403, 'guest');
    const { from, name } = person;
    const caller = `${from.tenant} ${from.user}`;
    const seconds = requests.secondsToWait(caller);
    if (seconds > 0) return refusal(429, 'busy', { 'retry-after': String(seconds) });
    requests.count(caller);
    const running = core();
    if (running === undefined) return refusal(503, 'starting');
    const revision = await running.revision(from);
    if (revision === undefined) return refusal(403, 'notInstalled');
    return { kind: 'signed in', from, core: running, revision, ...(name === undefined ? {} : { name }) };
  }

  async function serveApi(request: Request, { pathname, searchParams }: URL): Promise<Response> {
    const person = await signedIn(request);
    if (person.kind === 'refused') return person.response;
    const path = pathname.slice(TAB_PATH.length);
    if (path === '/revision' && request.method === 'GET') return tabJson({ revision: answers.revisionOf(person) });
    if (path === '/suggest' && request.method === 'GET') {
      const search = TabSearch.safeParse(Object.fromEntries(searchParams));
      return search.success ? tabJson(await answers.suggest(search.data, person)) : refusal(400, 'unreadable').response;
    }
    if (path === '/submit') return submit(request, person);
    const read = await readRequest(request);
    if (read.kind === 'refused') return refusal(read.status, 'unreadable').response;
    const press = TabPress.safeParse(read.body);
    return press.success ? tabJson(await answers.press(press.data, person)) : refusal(400, 'unreadable').response;
  }

  async function submit(request: Request, person: SignedIn): Promise<Response> {
    const { tenant, user } = person.from;
    const read = hasFiles(request) ? await uploads.read(request, `${tenant} ${user}`) : await readRequest(request);
    if (read.kind === 'refused') return refusal(read.status, PROBLEMS[read.status] ?? 'unreadable').response;
    const sent = TabSubmission.safeParse(read.body);
    const files = 'files' in read ? read.files : [];
    return sent.success
      ? tabJson(await answers.submit({ ...sent.data, files }, person))
      : refusal(400, 'unreadable').response;
  }

  async function handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (API.has(url.pathname)) return serveApi(request, url);
    if (request.method !== 'GET' && request.method !== 'HEAD') return tabResponse(405, { allow: 'GET, HEAD' });
    if (url.pathname === TAB_PATH) return pageResponse(core());
    const file = files.get(url.pathname.slice(FILES_PATH.length + 1));
    if (file === undefined || !url.pathname.startsWith(FILES_PATH)) return tabResponse(404);
    return tabResponse(200, { 'content-type': file.type, 'cache-control': 'public, max-age=300' }, file.text);
  }

  return {
    route: {
      path: TAB_PATH,
      handle: async (request) => {
        try {
          return await handle(request);
        } catch (error) {
          const reference = failureReference();
          log.error('A request of the tab failed.', { reference, error });
          return tabJson({ problem: 'failed', reference }, 500);
        }
      },
    },
    changed: (person) => answers.changed(person),
  };
}

/** The problems of forms that are refused for more than their content. */
const PROBLEMS: Readonly<Partial<Record<number, TabProblem>>> = { 413: 'tooLarge', 429: 'busy' };

const API: ReadonlySet<string> = new Set(
  ['press', 'submit', 'suggest', 'revision'].map((name) => `${TAB_PATH}/${name}`),
);

function pageResponse(core: Core | undefined): Response {
  if (core === undefined) return tabResponse(503, { 'retry-after': '1' });
  const texts = { en: core.phrases({ language: 'en' }).tab, de: core.phrases({ language: 'de' }).tab };
  return tabResponse(200, { 'content-type': 'text/html; charset=utf-8' }, String(tabMarkup(texts)));
}
