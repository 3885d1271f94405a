import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Frame, HTTPRequest, Page, Viewport } from 'puppeteer';

/** Where Teams on the web shows apps. */
const TEAMS = 'https://teams.microsoft.com';
/** Where recert can be reached from outside. */
export const PUBLIC_URL = 'https://recert.example.org';

/** A Teams client in the browser, as far as an app in a frame sees of it. */
export interface TeamsWindow {
  readonly page: Page;
  /** The tab. */
  readonly tab: Frame;
  /** What went wrong on the pages. */
  readonly complaints: readonly string[];
  /** The addresses that were requested of others than recert. */
  readonly foreign: readonly string[];
  changeTheme(theme: string): Promise<void>;
  close(): Promise<void>;
}

interface WindowOptions {
  readonly handle: (request: Request) => Promise<Response>;
  /** The token that Teams gives to the tab; undefined if Entra refuses. */
  readonly token: () => Promise<string | undefined>;
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly locale?: string;
  readonly viewport?: Viewport;
  /** Whom the person chooses in Teams’ list of people. */
  readonly people?: readonly { readonly objectId: string; readonly displayName: string }[];
  /** The page that shows the tab, if it isn't Teams. */
  readonly host?: string;
}

/** Opens the tab in a stand-in for Teams: a page of Teams' own address that answers what the client library of an app sends. */
export async function openTab(browser: Browser, options: WindowOptions): Promise<TeamsWindow> {
  const { handle, token, theme = 'default', locale = 'en-gb', host = TEAMS, people = [] } = options;
  const page = await (await browser.createBrowserContext()).newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.setViewport(options.viewport ?? { width: 1100, height: 900 });
  await page.exposeFunction('tokenOfTeams', token);
  await page.setRequestInterception(true);
  page.on(
    'request',
    (request) => void answer(request, { handle, host, foreign, shell: shellOf({ theme, locale, people }) }),
  );
  await page.goto(`${host}/`);
  const element = await page.waitForSelector('iframe');
  const tab = await element?.contentFrame();
  if (!tab) throw new Error('Teams shows no tab.');
  return {
    page,
    tab,
    complaints,
    foreign,
    changeTheme: async (next) => {
      await page.evaluate(`window.changeTheme(${JSON.stringify(next)})`);
    },
    close: () => page.browserContext().close(),
  };
}

interface AnswerOptions {
  readonly handle: WindowOptions['handle'];
  readonly host: string;
  readonly foreign: string[];
  readonly shell: string;
}

async function answer(request: HTTPRequest, { handle, host, foreign, shell }: AnswerOptions): Promise<void> {
  const url = request.url();
  if (url.startsWith('data:')) return request.continue();
  if (url === `${host}/`) return request.respond({ contentType: 'text/html', body: shell });
  if (!url.startsWith(PUBLIC_URL)) {
    if (!url.endsWith('/favicon.ico')) foreign.push(url);
    return request.respond({ status: 404 });
  }
  const body = request.postData();
  const response = await handle(
    new Request(url, { method: request.method(), headers: request.headers(), ...(body === undefined ? {} : { body }) }),
  );
  await request.respond({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** What Teams says it supports: the little that the tab needs. */
const RUNTIME = { apiVersion: 4, isLegacyTeams: false, supports: { pages: {}, people: {} } };

/** The page of the stand-in: its script speaks the protocol of `@microsoft/teams-js`. */
function shellOf({ theme, locale, people }: Required<Pick<WindowOptions, 'theme' | 'locale' | 'people'>>): string {
  const context = { theme, locale, frameContext: 'content', page: { frameContext: 'content', id: 'home' } };
  const script = `
    const frame = document.querySelector('iframe');
    const context = ${JSON.stringify(context)};
    const answers = {
      initialize: async () => ['content', 'web', ${JSON.stringify(JSON.stringify(RUNTIME))}, '2.58.0'],
      getContext: async () => [context],
      'authentication.getAuthToken': async () => {
        const token = await window.tokenOfTeams();
        return token === undefined ? [false, 'consentRequired'] : [true, token];
      },
    };
    answers['people.selectPeople'] = async () => [null, ${JSON.stringify(people)}];
    const post = (message) => frame.contentWindow.postMessage(message, ${JSON.stringify(PUBLIC_URL)});
    addEventListener('message', async ({ data, source, origin }) => {
      if (source !== frame.contentWindow || origin !== ${JSON.stringify(PUBLIC_URL)}) return;
      window.heard = [...(window.heard ?? []), data.func];
      const answer = answers[data.func];
      if (answer) post({ id: data.id, uuidAsString: data.uuidAsString, args: await answer(data.args) });
    });
    window.changeTheme = (theme) => post({ func: 'themeChange', args: [theme] });`;
  return `<!doctype html><html lang="en"><title>Teams</title><style>html, body { height: 100%; margin: 0 } iframe { border: 0; width: 100%; height: 100% }</style>
    <body><iframe title="recert" src="${PUBLIC_URL}/teams/tab"></iframe><script>${script}</script></body></html>`;
}

/** The version of the client library that the stand-in was written for. */
export const LIBRARY_VERSION: string = JSON.parse(
  readFileSync(
    new URL('../../package.json', `file://${createRequire(import.meta.url).resolve('@microsoft/teams-js')}`),
    'utf8',
  ),
).version;
