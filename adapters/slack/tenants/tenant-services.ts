import type { WebClientOptions } from '@slack/web-api';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { type IncomingFiles, incomingFiles } from '../files/incoming-files.ts';
import type { SlackWorkspace } from '../inbound/identity.ts';
import { type Profiles, profiles } from '../inbound/profiles.ts';
import { type Clients, newClients } from '../outbound/clients.ts';
import { type DirectMessages, directMessages } from '../outbound/direct-messages.ts';
import { WaitingForms } from '../outbound/waiting-forms.ts';

/** Within this time the same button pressed again is a double click. */
const DOUBLE_CLICK_MS = 3000;
const DELIVERED_MS = 24 * 60 * 60_000;
const MAX_DELIVERED = 10_000;

/** What was seen of one tenant lately. */
export interface TenantMemory {
  /** The keys of the sent forms and pressed buttons whose card was delivered. */
  readonly delivered: Recent<true>;
  /** The buttons that were pressed a moment ago. */
  readonly pressed: Recent<true>;
  /** The ids of the events that were answered. */
  readonly events: Recent<true>;
  /** The forms that buttons of direct messages open. */
  readonly waitingForms: WaitingForms;
}

/** What serves one tenant. Nothing of it is shared with another tenant. */
export interface TenantServices extends TenantMemory {
  /** Without an installation there is no token, so Slack refuses all calls. */
  readonly isInstalled: boolean;
  readonly clients: Clients;
  readonly profiles: Profiles;
  readonly direct: DirectMessages;
  readonly incomingFiles: IncomingFiles;
  /** Whom the token belongs to; undefined until it is known. */
  readonly workspace: () => SlackWorkspace | undefined;
}

/** Finds what serves a tenant. */
export interface Tenants {
  /** Throws if the installation can't be read. */
  of(tenant: string): Promise<TenantServices>;
  /** Forgets the tokens of a tenant that were issued until an instant. Returns whether the tenant has newer ones. */
  forget(tenant: string, issuedUntil: Date): Promise<boolean>;
}

/** What the services of every tenant are made from. */
export interface ServiceDeps {
  readonly apiUrl: string | undefined;
  readonly webOptions: WebClientOptions;
  readonly clock: Clock;
  readonly log: Log;
}

/** A tenant's token, and whom it belongs to. */
interface TenantBot {
  readonly token: string | undefined;
  readonly workspace: () => SlackWorkspace | undefined;
}

/** Creates the memory of a tenant. */
export function newTenantMemory(clock: Clock): TenantMemory {
  return {
    delivered: new Recent<true>(clock, DELIVERED_MS, MAX_DELIVERED),
    pressed: new Recent<true>(clock, DOUBLE_CLICK_MS, MAX_DELIVERED),
    events: new Recent<true>(clock, DELIVERED_MS, MAX_DELIVERED),
    waitingForms: new WaitingForms(clock),
  };
}

/** Creates what serves a tenant with its token. */
export function newTenantServices(
  { token, workspace }: TenantBot,
  memory: TenantMemory,
  { apiUrl, webOptions, clock, log }: ServiceDeps,
): TenantServices {
  const clients = newClients(token, webOptions);
  return {
    ...memory,
    isInstalled: token !== undefined,
    clients,
    workspace,
    profiles: profiles(clients.interactive, { clock, log, home: workspace }),
    direct: directMessages(clients.bulk, clock, log),
    incomingFiles: incomingFiles({ botToken: token, apiUrl, client: clients.interactive, log }),
  };
}
