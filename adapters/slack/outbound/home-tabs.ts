import { createHash } from 'node:crypto';
import type { Identity } from '../../../src/chat/identity.ts';
import { parseJson } from '../../../src/chat/parse-json.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { HomeMetadata, homeView } from '../cards/message.ts';
import type { ParsedInteraction } from '../inbound/parse-interaction.ts';
import type { HomeOpenedBody } from '../inbound/payloads.ts';
import { reasonOf } from './clients.ts';
import { HomeWatch } from './home-watch.ts';
import type { ReplyDeps } from './reply-context.ts';

/** A Home tab drawn less than this ago is shown as it is when it is opened again. */
const FRESH_MS = 60_000;
/** A tab that wasn't opened for this long is drawn when it is opened, and no more after each act. */
const OPEN_MS = 24 * 60 * 60_000;
const MAX_OPEN = 20_000;

/** A person's Home tab. */
interface HomeTab {
  /** What the core is asked for, with the page that is shown. */
  readonly request: ParsedInteraction;
  /** Slack's mark of the last drawing: a drawing that started before another one doesn't replace it. */
  readonly hash?: string | undefined;
  /** What Slack shows is older than the person's last act. */
  readonly isStale?: boolean;
  /** The last saved change that Slack shows, and a hash of what it shows. */
  readonly revision?: string | undefined;
  readonly digest?: string | undefined;
}

/** The view that Slack shows of a Home tab. */
type ShownHome = NonNullable<HomeOpenedBody['event']['view']>;

/** What draws the tabs of one tenant. */
type HomeServices = Pick<ReplyDeps, 'clients' | 'phrases'> & {
  readonly ask: (request: ParsedInteraction) => Promise<Reply>;
};

interface HomeDeps {
  /** Finds what draws the tabs of a tenant; undefined if recert isn't installed there. */
  readonly of: (tenant: string) => Promise<HomeServices | undefined>;
  /** The last change that is saved in a person's workspace; empty or undefined if it can't be told. */
  readonly revision: (person: Identity) => Promise<string | undefined>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The Home tabs of the people who opened them: drawn when they are opened, and after each act of the person. */
export class HomeTabs {
  readonly #deps: HomeDeps;
  readonly #tabs: Recent<HomeTab>;
  /** The tabs that are being drawn, each with whether it must be drawn once more. */
  readonly #drawing = new Map<string, boolean>();
  readonly #startedAt: number;
  /** Draws tabs again after changes of which only the database knows. */
  readonly watch: HomeWatch;

  constructor(deps: HomeDeps) {
    this.#deps = deps;
    this.#tabs = new Recent(deps.clock, OPEN_MS, MAX_OPEN);
    this.#startedAt = this.#now();
    this.watch = new HomeWatch({ clock: deps.clock, look: (person) => this.#look(person) });
  }

  /** Draws the tab that a person opened, unless what Slack shows is fresh. */
  async opened(request: ParsedInteraction, shown: ShownHome | undefined): Promise<void> {
    const key = keyOf(request.interaction.from);
    const isStale = this.#tabs.get(key)?.isStale ?? false;
    this.watch.add(key, request.interaction.from);
    if (shown !== undefined && this.#isFresh(shown) && !isStale) {
      if (this.#tabs.get(key) === undefined) this.#tabs.set(key, { request, hash: shown.hash });
      return;
    }
    this.#tabs.set(key, { request, hash: shown?.hash });
    await this.#draw(key);
  }

  /** Draws the page of the tab that a button in it asks for. */
  async turnTo(request: ParsedInteraction): Promise<void> {
    const key = keyOf(request.interaction.from);
    this.#tabs.set(key, { ...this.#tabs.get(key), request });
    this.watch.add(key, request.interaction.from);
    await this.#draw(key);
  }

  /** Draws the tab of a person again, if they have opened it. Never throws. */
  async refresh(person: Identity): Promise<void> {
    const key = keyOf(person);
    if (this.#tabs.get(key) !== undefined) await this.#draw(key);
  }

  /** Whether the tab was drawn by this process, or one that runs beside it, and not long ago. */
  #isFresh({ private_metadata: metadata }: ShownHome): boolean {
    const drawn = HomeMetadata.safeParse(parseJson(metadata ?? ''));
    if (!drawn.success) return false;
    const { at } = drawn.data;
    return at >= this.#startedAt && this.#now() - at < FRESH_MS;
  }

  async #look(person: Identity): Promise<void> {
    const key = keyOf(person);
    const tab = this.#tabs.get(key);
    if (tab === undefined || this.#drawing.has(key)) return;
    const revision = await this.#deps.revision(person).catch(() => undefined);
    if (revision !== undefined && revision !== '' && revision !== tab.revision) await this.#draw(key, 'if changed');
  }

  // One drawing at a time, and one more for whatever happened meanwhile.
  async #draw(key: string, when: 'always' | 'if changed' = 'always'): Promise<void> {
    if (this.#drawing.has(key)) {
      this.#drawing.set(key, true);
      return;
    }
    let publishes = when;
    do {
      this.#drawing.set(key, false);
      const tab = this.#tabs.get(key);
      if (tab !== undefined) await this.#publish(key, tab, publishes);
      publishes = 'always';
    } while (this.#drawing.get(key) === true);
    this.#drawing.delete(key);
  }

  async #publish(key: string, { request, hash, digest }: HomeTab, when: 'always' | 'if changed'): Promise<void> {
    const { of, log } = this.#deps;
    const { interaction } = request;
    const { tenant, user } = interaction.from;
    const at = this.#now();
    // Read before the answer, so that a change made meanwhile is drawn later rather than missed.
    const revision = await this.#deps.revision(interaction.from).catch(() => undefined);
    try {
      const services = await of(tenant);
      if (services === undefined) return;
      const { clients, phrases, ask } = services;
      const reply = await ask(request);
      if (reply.kind !== 'card') return;
      const view = homeView(reply.card, await phrases(interaction, reply.card.language), { at });
      const drawn = createHash('sha256').update(JSON.stringify(view.blocks)).digest('base64');
      // Most changes in a workspace are other people's.
      if (when === 'if changed' && drawn === digest) return this.#note(key, { hash, revision, digest });
      const guard = hash === undefined ? {} : { hash };
      const published = await clients.interactive.views.publish({ user_id: user, view, ...guard });
      this.#note(key, { hash: published.view?.hash, revision, digest: drawn });
    } catch (error) {
      this.#note(key, { isStale: true, revision });
      // Another process drew it meanwhile, perhaps without the person's last act.
      if (reasonOf(error) === 'hash_conflict') this.#drawing.set(key, true);
      else log.warn('The Home tab could not be drawn.', { user, reason: reasonOf(error) });
    }
  }

  /** Notes the outcome of a drawing; the page may have been turned meanwhile. */
  #note(key: string, outcome: Omit<HomeTab, 'request'>): void {
    const tab = this.#tabs.get(key);
    if (tab !== undefined) this.#tabs.set(key, { request: tab.request, ...outcome });
  }

  #now(): number {
    return this.#deps.clock.now().getTime();
  }
}

function keyOf({ tenant, user }: Identity): string {
  return `${tenant} ${user}`;
}
