import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { slackAdapter } from '../../adapters/slack/index.ts';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { RunningCore } from '../../src/core/dispatch.ts';
import { processWorkspace } from '../../src/jobs/notification-loop.ts';
import type { Log } from '../../src/ports.ts';
import { OpportunityIndexCache } from '../../src/services/opportunities/opportunity-index-cache.ts';
import { createTokenCipher } from '../../src/store/account/token-cipher.ts';
import type { Store } from '../../src/store/store.ts';
import { patientCore } from '../support/core.ts';
import { type Approval, PUBLIC_URL, SIGNING_SECRET, type SlackWorkspaces, signedRequest } from './slack-workspaces.ts';

const catalogue = loadCatalogue();
const PATIENT = { answer: 60_000, submission: 60_000, settledOutcome: 0, repeat: 0, request: 60_000 };

/** One process of recert that workspaces install, with the real adapter and the real core. */
export interface InstalledRecert {
  readonly adapter: ChatAdapter;
  readonly core: RunningCore;
  get(path: string, cookie?: string): Promise<Response>;
  /** Installs the app as a person would in a browser; returns the page after. */
  install(approval: Approval): Promise<string>;
  /** Types a slash command; returns the text of the answer. */
  type(from: Sender, text: string): Promise<string>;
  event(payload: object): Promise<void>;
  /** Sends the payload of a button or a form; returns the text of the answer. */
  interact(payload: object): Promise<string>;
  /** Plans and sends what is due in a workspace, as the loop does. */
  attend(workspaceId: string): Promise<void>;
  stop(): Promise<void>;
}

/** Who types, as the signed request says it. */
export interface Sender {
  readonly team: string;
  readonly enterprise?: string;
  readonly isOrgWide?: boolean;
  readonly user: string;
}

export interface InstalledOptions {
  readonly store: Store;
  readonly slack: SlackWorkspaces;
  readonly key: Buffer;
  /** Slack's requests come over a socket; without it, over HTTP. */
  readonly appToken?: string;
  readonly hasTools?: boolean;
  readonly now: () => Date;
  /** Takes everything that is logged, errors with all that is in them. */
  readonly logged: string[];
}

/** Starts recert for the workspaces of a Slack. */
export async function installedRecert({
  store,
  slack,
  key,
  appToken,
  hasTools = false,
  now,
  logged,
}: InstalledOptions): Promise<InstalledRecert> {
  const write = (sentence: string, fields?: object) => void logged.push(inspect({ sentence, fields }, { depth: 12 }));
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const clock = { now };
  const bots = store.botInstallations('slack', createTokenCipher([key]));
  const adapter = slackAdapter({
    ...(appToken === undefined ? { signingSecret: SIGNING_SECRET } : { appToken }),
    ...{ apiUrl: slack.apiUrl, log, clock, waits: PATIENT },
    install: { ...slack.app, hasTools, publicUrl: PUBLIC_URL, bots },
  });
  const indexes = new OpportunityIndexCache({ store });
  const parts = { store, catalogue, log, clock, indexes, adapters: [adapter], gapMs: 0 };
  const attend = (workspaceId: string) =>
    processWorkspace(workspaceId, { ...parts, print: () => Promise.reject(new Error('No printer.')) });
  const core = patientCore({ ...parts, attend });
  await adapter.start(core);
  const handle = (request: Request) => (adapter.route as NonNullable<typeof adapter.route>).handle(request);
  const get = (path: string, cookie?: string) =>
    handle(new Request(`${PUBLIC_URL}${path}`, cookie === undefined ? {} : { headers: { cookie } }));
  return {
    ...{ adapter, core, get },
    install: async (approval) => {
      const { cookie, state } = startedBy(await get('/slack/install'));
      const answer = await get(`/slack/oauth?code=${slack.approve(approval)}&state=${await state}`, cookie);
      await core.idle();
      return answer.text();
    },
    type: async ({ team, enterprise, isOrgWide = false, user }, text) => {
      const sent = new URLSearchParams({
        ...{ command: '/recert', text, team_id: team, user_id: user, channel_id: 'C0', api_app_id: 'A0RECERT' },
        ...{ trigger_id: randomUUID(), is_enterprise_install: String(isOrgWide) },
        ...(enterprise === undefined ? {} : { enterprise_id: enterprise }),
        response_url: `${slack.apiUrl}hook/${randomUUID()}`,
      });
      const answer = await handle(signedRequest(sent.toString(), 'form', now()));
      return answer.text();
    },
    event: async (payload) => {
      const event = { type: 'event_callback', event_id: `Ev${randomUUID()}`, api_app_id: 'A0RECERT', ...payload };
      await handle(signedRequest(JSON.stringify(event), 'json', now()));
    },
    interact: async (payload) => {
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      return (await handle(signedRequest(body, 'form', now()))).text();
    },
    attend,
    stop: () => adapter.stop(),
  };
}

/** What a browser takes from the page before an installation. */
export function startedBy(page: Response): { readonly cookie: string; readonly state: Promise<string> } {
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const state = page.text().then((html) => /state=([\w-]+)/u.exec(html)?.[1] ?? '');
  return { cookie, state };
}
