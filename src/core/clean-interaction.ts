import type { Profile } from '../chat/identity.ts';
import type { Interaction } from '../chat/interaction.ts';
import { withLabels } from '../chat/mention.ts';
import { cleanAnswers, cleanArgs, cleanMarkedText } from '../chat/normalise-text.ts';

/** Cleans every text; the marks of mentions stay in the text of the line alone. */
export function cleanInteraction(interaction: Interaction): Interaction {
  const { answers, line, profile, mentions = [] } = interaction;
  const labelled = Object.entries(interaction.args).map(([name, value]) => [name, withLabels(value, mentions)]);
  const { text } = interaction.args;
  const marked = text === undefined || mentions.length === 0 ? {} : { text: cleanMarkedText(text) };
  return {
    ...interaction,
    ...(line === undefined ? {} : cleanArgs({ line: withLabels(line, mentions) })),
    command: cleanArgs({ command: withLabels(interaction.command, mentions) }).command ?? '',
    args: { ...cleanArgs(Object.fromEntries(labelled)), ...marked },
    mentions: mentions.map(({ user, label }) => ({ user, ...cleanLabel(label) })),
    ...(answers === undefined ? {} : { answers: cleanAnswers(answers) }),
    ...(profile === undefined ? {} : { profile: { ...profile, ...cleanProfile(profile) } }),
  };
}

function cleanLabel(label: string): { readonly label: string } {
  return { label: cleanArgs({ label: label.slice(0, 200) }).label ?? '' };
}

function cleanProfile({ name, handle }: Profile): Pick<Profile, 'name' | 'handle'> {
  const texts = { name: name.slice(0, 200), ...(handle === undefined ? {} : { handle: handle.slice(0, 200) }) };
  return { name: '', ...cleanArgs(texts) };
}
