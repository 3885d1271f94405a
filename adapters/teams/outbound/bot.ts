import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import {
  type Activity as BotActivity,
  ConfigurationServiceClientCredentialFactory,
  type ConversationReference,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import type { Credentials } from '../auth/credentials.ts';
import type { Answer } from '../auth/guard.ts';
import type { Attachment } from '../cards/elements.ts';
import type { TeamsActivity } from '../inbound/payloads.ts';
import type { Reference } from './reference.ts';
import { type Call, type CallResult, NotDelivered } from './transport.ts';

/** With all tries and pauses, below the time after which nobody waits for an answer any more. */
const PATIENCE_MS = 60_000;
const AUDIENCE = 'https://api.botframework.com';

/** A card or a file to be said, and its words for notifications. */
export interface Message {
  readonly summary: string;
  readonly attachment: Attachment;
}

/** Somebody of a conversation; `user` is their account in the tenant, empty where they have none. */
export interface RosterMember {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly tenant: string | undefined;
  readonly role: string | undefined;
}

const ROSTER_PAGE = 200;

/** The bot as the SDK runs it, between our guard and our transport. */
export class Bot extends TeamsAdapter {
  readonly #appId: string;

  constructor(credentials: Credentials | undefined, call: (call: Call) => Promise<CallResult>) {
    const config = configOf(credentials);
    const factory = new ConfigurationServiceClientCredentialFactory(config);
    super(config, factory, undefined, { httpClient: throughTransport(call) });
    this.#appId = credentials?.appId ?? '';
  }

  /** Runs the turn of an activity that the guard let through. */
  async receive(activity: TeamsActivity, turn: (context: TurnContext) => Promise<void>): Promise<Answer> {
    const claimsIdentity = this.createClaimsIdentity(this.#appId);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    const authenticated = { audience: AUDIENCE, claimsIdentity, connectorFactory };
    const answer = await this.processActivity(authenticated, activity as unknown as BotActivity, turn);
    return { status: answer?.status ?? 200, ...(answer?.body === undefined ? {} : { body: answer.body }) };
  }

  /** Says something in a conversation; resolves to the message's id. */
  async say(to: Reference, { summary, attachment }: Message): Promise<string | undefined> {
    let id: string | undefined;
    await this.#within(to, async (context) => {
      const stated = await context.sendActivity({ type: 'message', summary, attachments: [attachment] });
      id = stated?.id;
    });
    return id;
  }

  /** Replaces a message of the bot's own. */
  async replace(to: Reference, id: string, { summary, attachment }: Message): Promise<void> {
    await this.#within(to, async (context) => {
      await context.updateActivity({ id, type: 'message', summary, attachments: [attachment] });
    });
  }

  /** Opens the personal chat with somebody, who must have the app; resolves to where it is. */
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
    const opened = this.createConversationAsync(
      this.#appId,
      'msteams',
      serviceUrl,
      AUDIENCE,
      about,
      async ({ activity }) => {
        conversation = activity.conversation?.id ?? activity.id ?? '';
      },
    );
    await withTimeout(opened);
    return { ...from, conversation, isPersonal: true };
  }

  /** Everybody in a conversation; in a channel, everybody in its team. */
  async roster(of: Reference): Promise<readonly RosterMember[]> {
    const members: RosterMember[] = [];
    await this.#within(of, async (context) => {
      let page: string | undefined;
      do {
        const got = await TeamsInfo.getPagedMembers(context, ROSTER_PAGE, page);
        for (const { id, aadObjectId, name, tenantId, userRole } of got.members)
          members.push({ id, user: aadObjectId?.toLowerCase() ?? '', name, tenant: tenantId, role: userRole });
        page = got.continuationToken || undefined;
      } while (page !== undefined);
    });
    return members;
  }

  async #within(
    { serviceUrl, conversation, tenant, bot }: Reference,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const reference = {
      channelId: 'msteams',
      serviceUrl,
      conversation: { id: conversation, tenantId: tenant },
      bot: { id: bot, name: '' },
    } as ConversationReference;
    const stated = this.continueConversationAsync(this.#appId, reference, AUDIENCE, async (context) => {
      // The SDK makes an id up, and would answer a message that does not exist.
      context.activity.id = '';
      await turn(context);
    });
    await withTimeout(stated);
  }
}

// The token comes through Microsoft's library, which would wait for ever.
async function withTimeout(work: Promise<void>): Promise<void> {
  await withTimeLimit(work, PATIENCE_MS, () => {
    throw new NotDelivered('unknown');
  });
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

// An error of our own ends the SDK's retries, which would repeat a POST.
function throughTransport(call: (call: Call) => Promise<CallResult>): NonNullable<ClientOptions['httpClient']> {
  return {
    sendRequest: async (request) => {
      const body = typeof request.body === 'string' ? { body: request.body } : {};
      const headers = request.headers.toJson();
      const called = await call({ method: request.method, url: request.url, headers, ...body });
      return {
        request,
        status: called.status,
        headers: { toJson: () => called.headers },
        bodyAsText: called.body,
      } as never;
    },
  };
}
