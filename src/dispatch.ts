import { randomUUID } from 'node:crypto';
import { type Catalogue, withOwnRules } from './catalogue/index.ts';
import type { Card } from './chat/card.ts';
import { cleanAnswers, cleanArgs } from './chat/clean.ts';
import type { ChatAdapter, Core, Interaction, Place, Reply } from './chat/interaction.ts';
import { type Command, type Context, Refusal } from './commands/command.ts';
import { commandNamed } from './commands/index.ts';
import { dayIn, isZone } from './domain/calendar.ts';
import { may } from './domain/roles.ts';
import { findRecords } from './find.ts';
import { inTime, TooSlow } from './in-time.ts';
import type { Clock, Log } from './ports.ts';
import type { Person } from './store/entities.ts';
import type { Store, WorkspaceData } from './store/store.ts';
import { wordsFor } from './strings/index.ts';
import { certificationOption } from './views/add-form.ts';

/** An answer in words is due within this time, whatever happens to the database. */
const ANSWER_WITHIN_MS = 2300;

export interface CoreParts {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
  /** The platforms that can be spoken to; started after the core is made. */
  readonly adapters?: readonly ChatAdapter[];
  readonly answerWithinMs?: number;
}

/** Runs interactions: finds person and command, checks the role, and turns every failure into words. */
export function createCore(parts: CoreParts): Core {
  return {
    async dispatch(interaction) {
      const heard = cleaned(interaction);
      try {
        return await inTime(parts.answerWithinMs ?? ANSWER_WITHIN_MS, run(heard, parts));
      } catch (error) {
        return failed(heard, error, parts.log);
      }
    },
    async find(query) {
      try {
        return await inTime(parts.answerWithinMs ?? ANSWER_WITHIN_MS, findRecords(query, parts));
      } catch (error) {
        const reference = randomUUID().slice(0, 8);
        parts.log.error('A search failed.', { reference, error });
        return { items: [], note: wordsFor(query.profile?.locale).failure.slow(reference) };
      }
    },
    async uninstalled(platform, tenant) {
      try {
        await parts.store.directory.uninstall(platform, tenant, parts.clock.now());
        parts.log.info('A tenant took recert away; its data is deleted in 30 days.', { platform, tenant });
      } catch (error) {
        parts.log.error('That a tenant took recert away could not be noted.', { platform, tenant, error });
      }
    },
    suggest(source, typed, limit) {
      if (source !== 'certifications') return [];
      return parts.catalogue.search(typed.slice(0, 100), limit).map(certificationOption);
    },
  };
}

async function run(interaction: Interaction, parts: CoreParts): Promise<Reply> {
  const { store, clock } = parts;
  const { from } = interaction;
  const now = clock.now();
  const known = commandNamed(interaction.command);
  const command = known ?? (commandNamed('help') as Command);
  const heard = known ? interaction : { ...interaction, args: { ...interaction.args, unknown: interaction.command } };
  const link = await store.directory.linkOf(from);
  const workspaceId = link?.workspaceId ?? (await store.directory.workspaceOf(from.platform, from.tenant, now));
  const told: Told[] = [];
  const reply = await store.inWorkspace(workspaceId, async (data) => {
    const person = (link && (await data.people.get(link.personId))) ?? (await personOf(heard, data, now));
    const tell = (to: Place, card: Card) => void told.push({ to, card });
    const catalogue = withOwnRules(parts.catalogue, await data.rules.all());
    const context = { ...contextOf(heard, person, data, catalogue, now), tell };
    if (!may(person.role, command.role)) throw new Refusal(context.words.failure.notAllowed);
    return once(command, context);
  });
  // Only now is it kept; and nobody waits for what others are told.
  for (const one of told) void tellOthers(one, parts);
  return reply;
}

interface Told {
  readonly to: Place;
  readonly card: Card;
}

async function tellOthers({ to, card }: Told, { adapters = [], log }: CoreParts): Promise<void> {
  const adapter = adapters.find((one) => one.platform === to.platform);
  const sent = (await adapter?.post(to, card)) ?? { kind: 'refused', reason: 'not connected' };
  if (sent.kind !== 'sent')
    log.warn('Somebody could not be told something.', {
      platform: to.platform,
      outcome: sent.kind,
      reason: sent.reason,
    });
}

/** Runs a command; one that changes something has its effect once for each key, and is answered the same again. */
async function once(command: Command, context: Context): Promise<Reply> {
  const { data, interaction, now, person } = context;
  const isAct = command.changes === 'at once' || (command.changes === 'when sent' && interaction.answers !== undefined);
  if (!isAct || interaction.key === undefined) return command.run(context);
  const key = `${person.personId} ${command.name} ${interaction.key}`.slice(0, 500);
  const before = await data.effects.claim(key, now);
  if (before !== undefined) return { ...(before.answered as Reply & { kind: 'card' }), again: true };
  const reply = await command.run(context);
  if (reply.kind === 'card') await data.effects.answer(key, reply);
  else await data.effects.release(key);
  return reply;
}

async function personOf(interaction: Interaction, data: WorkspaceData, now: Date): Promise<Person> {
  const person = await profiledPerson(interaction, data, now);
  if (interaction.direct !== undefined) await data.people.reachedAt(interaction.from, interaction.direct.address);
  return person;
}

async function profiledPerson({ from, profile }: Interaction, data: WorkspaceData, now: Date): Promise<Person> {
  const person = await data.people.withIdentity(from);
  const zone = profile && isZone(profile.zone) ? profile.zone : (person?.zone ?? null);
  const details = {
    name: profile?.name ?? person?.name ?? '',
    zone,
    locale: profile?.locale ?? person?.locale ?? null,
  };
  if (person === null) return data.people.join(from, details, 'member', now);
  const isCurrent = person.name === details.name && person.zone === details.zone && person.locale === details.locale;
  if (isCurrent) return person;
  await data.people.update(person.personId, details);
  return { ...person, ...details };
}

function contextOf(
  interaction: Interaction,
  person: Person,
  data: WorkspaceData,
  catalogue: Catalogue,
  now: Date,
): Omit<Context, 'tell'> {
  const today = dayIn(person.zone ?? data.workspace.zone, now);
  return { interaction, person, today, now, words: wordsFor(person.locale), data, catalogue };
}

function cleaned(interaction: Interaction): Interaction {
  const { answers, profile } = interaction;
  return {
    ...interaction,
    command: cleanArgs({ command: interaction.command }).command ?? '',
    args: cleanArgs(interaction.args),
    ...(answers === undefined ? {} : { answers: cleanAnswers(answers) }),
    ...(profile === undefined ? {} : { profile: { ...profile, ...cleanArgs({ name: profile.name.slice(0, 200) }) } }),
  };
}

function failed(interaction: Interaction, error: unknown, log: Log): Reply {
  const words = wordsFor(interaction.profile?.locale);
  const wasForm = interaction.answers !== undefined;
  const answer = (title: string, text: string): Reply =>
    wasForm
      ? { kind: 'stay', problem: text }
      : { kind: 'card', to: 'sender', card: { title, blocks: [{ kind: 'text', text }] } };
  if (error instanceof Refusal) return answer(words.help.title, error.message);
  const reference = randomUUID().slice(0, 8);
  log.error('An interaction failed.', { reference, command: interaction.command.slice(0, 40), error });
  if (error instanceof TooSlow) {
    const isAct = commandNamed(interaction.command)?.changes === 'at once';
    const say = wasForm ? words.failure.slowSave : isAct ? words.failure.slowAct : words.failure.slow;
    return answer(words.failure.title, say(reference));
  }
  return answer(words.failure.title, words.failure.text(reference));
}
