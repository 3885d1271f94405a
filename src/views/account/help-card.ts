import type { Action, Card, Fact } from '../../chat/card.ts';
import type { Role } from '../../domain/roles.ts';
import { COMMAND_ALIASES, type CommandName, type Words } from '../../strings/index.ts';

interface HelpTopicWords {
  readonly name: keyof Words['helpTopics'];
  readonly commands: readonly CommandName[];
}

interface HelpContents {
  readonly everyday: readonly CommandName[];
  readonly topics: readonly HelpTopicWords[];
}

/** The everyday commands, then the names of the others by topic. */
export function helpCard({ everyday, topics }: HelpContents, words: Words): Card {
  const { help, helpTopics } = words;
  return {
    title: help.everyday,
    blocks: [
      { kind: 'facts', facts: everyday.map((name) => usageOfCommand(name, words)) },
      { kind: 'heading', text: help.more },
      {
        kind: 'facts',
        facts: topics.map(({ name, commands }) => ({ label: helpTopics[name], value: commands.join(', ') })),
      },
      { kind: 'note', text: help.note },
    ],
    actions: [
      { label: words.add.title, command: 'add', args: {}, opensForm: true },
      { label: words.add.log, command: 'log', args: {}, opensForm: true },
      { label: words.log.pace, command: 'pace', args: {} },
    ],
  };
}

/** What recert says where it was added: what it is for, and the first step. */
export function welcomeCard(words: Words): Card {
  const { help, add } = words;
  return {
    title: help.title,
    blocks: [
      { kind: 'text', text: help.intro },
      { kind: 'text', text: help.firstStep },
      { kind: 'note', text: help.tryThis },
    ],
    actions: [
      { label: add.title, command: 'add', args: {}, opensForm: true, style: 'primary' },
      { label: help.button, command: 'help', args: {} },
    ],
  };
}

/** The commands of a topic. */
export function topicHelpCard({ name, commands }: HelpTopicWords, words: Words): Card {
  return {
    title: words.helpTopics[name],
    blocks: [
      { kind: 'facts', facts: commands.map((command) => usageOfCommand(command, words)) },
      { kind: 'note', text: words.help.oneCommand },
    ],
    actions: [allCommands(words)],
  };
}

/** One command with examples, and who may run it. */
export function commandHelpCard(name: CommandName, role: Role, words: Words): Card {
  const { help, commands } = words;
  const { usage, summary } = commands[name];
  const examples = words.examples[name] ?? [];
  const aliases = COMMAND_ALIASES[words.language][name] ?? [];
  const notes = [
    ...(aliases.length === 0 ? [] : [help.also(aliases.join(', '))]),
    ...(role === 'member' ? [] : [help.onlyFor(words.people.roles[role])]),
  ];
  return {
    title: help.about(name),
    blocks: [
      {
        kind: 'facts',
        facts: [{ label: usage, value: summary }, ...examples.map(([label, value]) => ({ label, value }))],
      },
      ...notes.map((text) => ({ kind: 'note', text }) as const),
    ],
    actions: [allCommands(words)],
  };
}

function usageOfCommand(name: CommandName, { commands, help, language }: Words): Fact {
  const { usage, summary } = commands[name];
  // In English, the usage already contains the word.
  const [alias] = language === 'en' ? [] : (COMMAND_ALIASES[language][name] ?? []);
  return { label: usage, value: alias === undefined ? summary : help.orAlias(summary, alias) };
}

function allCommands(words: Words): Action {
  return { label: words.help.all, command: 'help', args: {} };
}
