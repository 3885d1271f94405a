import { AsyncLocalStorage } from 'node:async_hooks';
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import {
  type Activity as BotActivity,
  ConfigurationServiceClientCredentialFactory,
  type ConversationReference,
  type TeamsChannelAccount,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import { NetworkProblem } from '../../../src/network/network-problem.ts';
import type { Credentials } from '../auth/credentials.ts';
import type { Answer } from '../auth/guard.ts';
import { LOGIN } from '../auth/sign-in.ts';
import type { Attachment } from '../cards/elements.ts';
import type { TeamsActivity } from '../inbound/payloads.ts';
import type { Reference } from './reference.ts';
import { type Call, type CallResult, NotDelivered } from './transport.ts';

/** The time limit of a call, with all retries and pauses. */
const TIMEOUT_MS = 60_000;
const AUDIENCE = 'https://api.botframework.com';
const SIGN_IN_MS = 15_000;

/** A card or a file to send, with the text of its notification. */
export interface Message {
  readonly summary: string;
  readonly attachment: Attachment;
}

/** A member of a conversation; `user` is their account in the tenant, empty if they have none. */
export interface RosterMember {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly tenant: string | undefined;
  readonly role: string | undefined;
  /** The user name, `ana@example.org`, if Teams says it. */
  readonly handle?: string;
}

const ROSTER_PAGE = 200;
/** What the SDK can't say about the calls it makes. */
interface Calls {
  /** A message for one person in a shared place is sent. */
  readonly isTargeted: boolean;
  /** The transport was called; before that, the SDK fetches a token. */
  hasCalled: boolean;
  /** The sender no longer waits, so nothing may be sent any more. */
  isOver: boolean;
}

const calls = new AsyncLocalStorage<Calls>();

/** The bot of Microsoft's SDK, behind our guard and in front of our transport. */
export class Bot extends TeamsAdapter {
  readonly #appId: string;
  readonly #credentials: ConfigurationServiceClientCredentialFactory;

  constructor(credentials: Credentials | undefined, call: (call: Call) => Promise<CallResult>) {
    const config = configOf(credentials);
    const factory = new ConfigurationServiceClientCredentialFactory(config);
    super(config, factory, undefined, { httpClient: throughTransport(call) });
    this.#appId = credentials?.appId ?? '';
    this.#credentials = factory;
  }

  /** Gets a token from Entra, or from the SDK's cache; throws what Entra or the network answered. */
  async signIn(): Promise<void> {
    // The SDK takes any other spelling of this address, also one without the slash, for a private cloud.
    const credentials = await this.#credentials.createCredentials(this.#appId, AUDIENCE, `${LOGIN}/`, true);
    if (!isTokenSource(credentials)) return;
    await withTimeLimit(credentials.getToken(), SIGN_IN_MS, () => {
      throw new NetworkProblem('no answer came in time');
    });
  }

  /** Runs the logic for an activity that the guard let through. */
  async receive(activity: TeamsActivity, logic: (context: TurnContext) => Promise<void>): Promise<Answer> {
    const claimsIdentity = this.createClaimsIdentity(this.#appId);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    const authenticated = { audience: AUDIENCE, claimsIdentity, connectorFactory };
    const answer = await this.processActivity(authenticated, activity as unknown as BotActivity, logic);
    return { status: answer?.status ?? 200, ...(answer?.body === undefined ? {} : { body: answer.body }) };
  }

  /** Sends a message to a conversation; returns its id. */
  async send(to: Reference, { summary, attachment }: Message): Promise<string | undefined> {
    let id: string | undefined;
    await this.#within(to, async (context) => {
      const sent = await context.sendActivity({ type: 'message', summary, attachments: [attachment] });
      id = sent?.id;
    });
    return id;
  }

  /** Sends a message to a conversation that only one person in it sees. */
  async sendTargeted(to: Reference, { summary, attachment }: Message, account: string): Promise<void> {
    const logic = async (context: TurnContext) => {
      await context.sendActivity({ type: 'message', summary, attachments: [attachment] });
    };
    await this.#within(to, logic, account);
  }

  /** Replaces one of the bot's own messages. */
  async replace(to: Reference, id: string, { summary, attachment }: Message): Promise<void> {
    await this.#within(to, async (context) => {
      await context.updateActivity({ id, type: 'message', summary, attachments: [attachment] });
    });
  }

  /** Opens the personal chat with a person who has the app; returns its reference. */
  async openPersonal(from: Reference, user: string): Promise<Reference> {
    const { tenant, bot, serviceUrl } = from;
    const parameters = {
      isGroup: false,
      bot: { id: bot, name: '' },
      members: [{ id: user, name: '' }],
      tenantId: tenant,
    };
    let conversation = '';
    const about = { ...parameters, channelData: { tenant: { id: tenant } }, activity: undefined } as never;
    await attempt(() =>
      this.createConversationAsync(this.#appId, 'msteams', serviceUrl, AUDIENCE, about, async ({ activity }) => {
        conversation = activity.conversation?.id ?? activity.id ?? '';
      }),
    );
    return { ...from, conversation, isPersonal: true };
  }

  /** The members of a conversation; for a channel, those of its team. */
  async roster(of: Reference): Promise<readonly RosterMember[]> {
    const members: RosterMember[] = [];
    await this.#within(of, async (context) => {
      let page: string | undefined;
      do {
        const got = await TeamsInfo.getPagedMembers(context, ROSTER_PAGE, page);
        members.push(...got.members.map(memberOf));
        page = got.continuationToken || undefined;
      } while (page !== undefined);
    });
    return members;
  }

  /** One member of a conversation, by their id in it or their account in the tenant. */
  async member(of: Reference, user: string): Promise<RosterMember> {
    const found: RosterMember[] = [];
    await this.#within(of, async (context) => {
      found.push(memberOf(await TeamsInfo.getMember(context, user)));
    });
    const [member] = found;
    if (member === undefined) throw new NotDelivered('unknown');
    return member;
  }

  async #within(
    { serviceUrl, conversation, tenant, bot }: Reference,
    logic: (context: TurnContext) => Promise<void>,
    account?: string,
  ): Promise<void> {
    const reference = {
      channelId: 'msteams',
      serviceUrl,
      conversation: { id: conversation, tenantId: tenant },
      bot: { id: bot, name: '' },
      ...(account === undefined ? {} : { user: { id: account, name: '' } }),
    } as ConversationReference;
    const work = () =>
      this.continueConversationAsync(this.#appId, reference, AUDIENCE, async (context) => {
        // The SDK invents an id and would reply to a message that does not exist.
        context.activity.id = '';
        await logic(context);
      });
    await attempt(work, account !== undefined);
  }
}

interface TokenSource {
  getToken(): Promise<string>;
}

// The declared type of the SDK's credentials leaves the method out.
function isTokenSource(credentials: object): credentials is TokenSource {
  return 'getToken' in credentials && typeof credentials.getToken === 'function';
}

function memberOf({
  id,
  aadObjectId,
  name,
  tenantId,
  userRole,
  userPrincipalName,
  email,
}: TeamsChannelAccount): RosterMember {
  const handle = userPrincipalName || email;
  const user = aadObjectId?.toLowerCase() ?? '';
  return { id, user, name, tenant: tenantId, role: userRole, ...(handle ? { handle } : {}) };
}

// The SDK fetches the token without a time limit. Without a token nothing was sent, whatever else is wrong.
async function attempt(work: () => Promise<void>, isTargeted = false): Promise<void> {
  const state: Calls = { isTargeted, hasCalled: false, isOver: false };
  try {
    await withTimeLimit(calls.run(state, work), TIMEOUT_MS, () => {
      state.isOver = true;
      throw new NotDelivered('unknown');
    });
  } catch (cause) {
    if (state.hasCalled || (cause instanceof NotDelivered && cause.outcome === 'refused')) throw cause;
    throw new NotDelivered('busy', undefined, { cause });
  }
}

function configOf(credentials: Credentials | undefined): Record<string, string> {
  if (credentials === undefined) return {};
  const { appId, appType, tenantId, password, certificate } = credentials;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppType: appType,
    ...(tenantId === undefined ? {} : { MicrosoftAppTenantId: tenantId }),
    ...(password === undefined ? {} : { MicrosoftAppPassword: password }),
    ...(certificate === undefined
      ? {}
      : { CertificateThumbprint: certificate.thumbprint, CertificatePrivateKey: certificate.privateKey }),
  };
}

type ClientOptions = NonNullable<ConstructorParameters<typeof TeamsAdapter>[3]>;

// The transport's own errors end the SDK's retries, which would repeat a POST.
function throughTransport(call: (call: Call) => Promise<CallResult>): NonNullable<ClientOptions['httpClient']> {
  return {
    sendRequest: async (request) => {
      const body = typeof request.body === 'string' ? { body: request.body } : {};
      const headers = request.headers.toJson();
      const state = calls.getStore();
      if (state?.isOver) throw new NotDelivered('busy');
      if (state !== undefined) state.hasCalled = true;
      const url = state?.isTargeted ? `${request.url}?isTargetedActivity=true` : request.url;
      const called = await call({ method: request.method, url, headers, ...body });
      return {
        request,
        status: called.status,
        headers: { toJson: () => called.headers },
        bodyAsText: called.body,
      } as never;
    },
  };
}
