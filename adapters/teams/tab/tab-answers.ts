import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Core } from '../../../src/chat/core-interface.ts';
import { answersOf, type Option, usersIn } from '../../../src/chat/form.ts';
import type { Identity, Profile } from '../../../src/chat/identity.ts';
import type { IncomingFile } from '../../../src/chat/incoming-file.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Language } from '../../../src/chat/language.ts';
import type { Place } from '../../../src/chat/place.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { languageOf } from '../../../src/chat/reply-language.ts';
import { cardMarkup } from '../../../src/page/card.ts';
import { formMarkup } from '../../../src/page/form.ts';
import type { Clock } from '../../../src/ports.ts';
import type { TabAudience } from '../auth/tab-token.ts';
import { placeOf } from '../outbound/reference.ts';
import type { TabClient, TabPress, TabSearch, TabSubmission } from './tab-requests.ts';
import { MAX_FILE_BYTES } from './tab-uploads.ts';

const SUGGESTIONS = 12;
/** How long changes are counted that only this process knows of. */
const CHANGES_MS = 24 * 60 * 60_000;
const MAX_CHANGED = 20_000;

/** The person of a valid token, in a tenant that has installed recert. */
export interface SignedIn {
  readonly kind: 'signed in';
  readonly from: Identity;
  readonly name?: string;
  readonly core: Core;
  /** The last change that is saved in their workspace. */
  readonly revision: string;
}

/** What the page shows for a reply, and the revision that it was drawn after. */
interface TabAnswer {
  readonly kind: Reply['kind'];
  /** A card or a form; for a form that stays open, the problem. */
  readonly html?: string;
  readonly problem?: string;
  readonly language: Language;
  readonly revision: string;
}

type SentTabForm = z.infer<typeof TabSubmission> & { readonly files: readonly IncomingFile[] };

interface AnswerDeps {
  readonly audience: TabAudience;
  readonly serviceHost: string;
  readonly clock: Clock;
}

/** Answers what a signed-in person does in the tab, through the core. */
export class TabAnswers {
  readonly #deps: AnswerDeps;
  readonly #changes: Recent<number>;

  constructor(deps: AnswerDeps) {
    this.#deps = deps;
    this.#changes = new Recent(deps.clock, CHANGES_MS, MAX_CHANGED);
  }

  /** Counts a change that the person made. */
  changed({ tenant, user }: Identity): void {
    const key = `${tenant} ${user}`;
    this.#changes.set(key, (this.#changes.get(key) ?? 0) + 1);
  }

  /** A text that changes with each change the person may see. */
  revisionOf({ from, revision }: Pick<SignedIn, 'from' | 'revision'>): string {
    return revision === '' ? '' : `${revision}.${this.#changes.get(`${from.tenant} ${from.user}`) ?? 0}`;
  }

  press({ command, args, key, ...client }: z.infer<typeof TabPress>, person: SignedIn): Promise<TabAnswer> {
    return this.#answer({ command, args, ...(key === undefined ? {} : { key }) }, client, person);
  }

  submit(sent: SentTabForm, person: SignedIn): Promise<TabAnswer> {
    const { command, key, state, people, files, answers: given, ...client } = sent;
    // Accounts are compared in lower case.
    const chosen = people.map((name) => [name, answersOf(given, name).map((user) => user.toLowerCase())]);
    const answers = { ...given, ...Object.fromEntries(chosen) };
    const users = usersIn(answers, people);
    const content = { command, args: {}, answers, key, ...(state === undefined ? {} : { state }) };
    const extras = { ...(users.length === 0 ? {} : { users }), ...(files.length === 0 ? {} : { files }) };
    return this.#answer({ ...content, ...extras }, client, person);
  }

  async suggest(
    { source, q }: z.infer<typeof TabSearch>,
    { core, from }: SignedIn,
  ): Promise<{ readonly options: readonly Option[] }> {
    return { options: await core.suggest({ source, typed: q, limit: SUGGESTIONS, from }) };
  }

  async #answer(
    content: Omit<Interaction, 'from' | 'place' | 'profile'>,
    { zone, locale }: TabClient,
    person: SignedIn,
  ): Promise<TabAnswer> {
    const { core, from, name } = person;
    // Read before the answer, so that a change made meanwhile is drawn later rather than missed.
    const revision = this.revisionOf(person);
    const profile: Profile | undefined =
      name === undefined ? undefined : { name, ...(zone && { zone }), ...(locale && { locale }) };
    const reply = await core.dispatch({ ...content, from, place: this.#placeOf(from), ...(profile && { profile }) });
    const phrases = core.phrases({ from, locale, language: languageOf(reply) });
    return { kind: reply.kind, ...draw(reply, phrases.form), language: phrases.language, revision };
  }

  /** The person's own chat, which the bot opens if something must be sent there. */
  #placeOf({ tenant, user }: Identity): Place {
    const { audience, serviceHost } = this.#deps;
    return placeOf({
      serviceUrl: `https://${serviceHost}/teams/`,
      conversation: '',
      tenant,
      bot: `28:${audience.appId}`,
      isPersonal: false,
      account: user,
    });
  }
}

function draw(reply: Reply, phrases: Parameters<typeof formMarkup>[2]['phrases']): Pick<TabAnswer, 'html' | 'problem'> {
  switch (reply.kind) {
    case 'card':
      return { html: String(cardMarkup(reply.card, randomUUID())) };
    case 'form':
      return { html: String(formMarkup(reply.form, randomUUID(), { phrases, maxFileBytes: MAX_FILE_BYTES })) };
    case 'stay':
      return { problem: reply.problem };
  }
}
