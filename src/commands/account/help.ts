import type { Reply } from '../../chat/reply.ts';
import { EVERYDAY_COMMANDS, helpTopicsFor } from '../../services/account/help-topics.ts';
import type { LineContext } from '../../services/account/interpreted-line.ts';
import { suggestCommands } from '../../services/account/suggest-commands.ts';
import { commandHelpCard, helpCard, topicHelpCard, welcomeCard } from '../../views/account/help-card.ts';
import { unknownLineCard } from '../../views/account/unknown-line-card.ts';
import type { Command, Context } from '../command.ts';

/** The words that name commands, and how a line names one. */
type CommandLookup = Pick<LineContext, 'commandWords' | 'commandOf'>;

/** Creates the command that explains the others: all of them, a group, or one; it also answers lines that aren't understood. */
export function createHelpCommand(
  others: readonly Pick<Command, 'name' | 'role'>[],
  named: () => CommandLookup,
): Command {
  return {
    name: 'help',
    aliases: ['hi', 'hello', '?'],
    role: 'member',
    writes: 'never',
    async run({ request, data, effects }): Promise<Reply> {
      const { unknown, welcome, text = '' } = request.args;
      if (welcome !== undefined) return { kind: 'card', to: 'sender', card: welcomeCard(request.words) };
      const card =
        unknown === undefined
          ? explain(text.trim(), { commands: others, ...named() }, { request, data, effects })
          : unknownLineCard(suggest(unknown, named(), { request, data, effects }), request.words);
      return { kind: 'card', to: 'sender', card };
    },
  };
}

function suggest(line: string, named: CommandLookup, { request, data }: Context) {
  const { today, person } = request;
  const { catalogue } = data;
  return suggestCommands(line, { today, locale: person.locale ?? 'en-GB', catalogue, ...named });
}

interface Explainable extends CommandLookup {
  readonly commands: readonly Pick<Command, 'name' | 'role'>[];
}

function explain(text: string, { commands, commandOf }: Explainable, { request: { words, person } }: Context) {
  const roles = new Map(commands.map(({ name, role }) => [name, role]));
  const topics = helpTopicsFor(person.role, (name) => roles.get(name) ?? 'member');
  const typed = text.toLowerCase();
  const topic = topics.find(({ name }) => [name, words.helpTopics[name].toLowerCase()].includes(typed));
  const named =
    text === '' ? undefined : commandOf({ line: text, command: typed.split(/\s/u)[0] ?? '', args: { text: '' } });
  // `pace` is a command first, `records` a topic and only an alias.
  if (topic !== undefined && named?.command !== topic.name) return topicHelpCard(topic, words);
  if (named !== undefined) return commandHelpCard(named.command, roles.get(named.command) ?? 'member', words);
  return helpCard({ everyday: EVERYDAY_COMMANDS, topics }, words);
}
