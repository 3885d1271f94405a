import { playgroundAdapter } from '../adapters/playground/index.ts';
import type { ChatAdapter } from './chat/chat-adapter.ts';
import type { Language } from './chat/language.ts';
import { commands } from './commands/index.ts';
import { platforms } from './platforms.ts';
import type { Clock, Log } from './ports.ts';
import { SAMPLE, SAMPLE_PEOPLE } from './sample/team.ts';
import { wordsFor } from './strings/index.ts';

interface PlaygroundOptions {
  readonly log: Log;
  readonly clock: Clock;
  /** The address of its page. */
  readonly address: string;
}

/** Opens the playground with the sample team and an empty workspace. */
export async function openPlayground(options: PlaygroundOptions): Promise<ChatAdapter> {
  const commandsIn = (language: Language) =>
    commands.map(({ name }) => ({ name, ...wordsFor(language).commands[name] }));
  const newcomer = {
    user: 'you',
    name: 'You',
    detail: { en: 'No certifications yet', de: 'Noch keine Zertifizierungen' },
    zone: 'UTC',
    locale: 'en-GB',
  };
  return playgroundAdapter({
    workspaces: [
      {
        tenant: SAMPLE.tenant,
        name: { en: 'Sample team', de: 'Beispielteam' },
        note: { en: 'Sample people and records.', de: 'Erfundene Personen und Nachweise.' },
        people: SAMPLE_PEOPLE,
      },
      {
        tenant: 'empty',
        name: { en: 'Empty workspace', de: 'Leerer Workspace' },
        note: { en: 'Start from scratch.', de: 'Hier fängst du bei null an.' },
        people: [newcomer],
        start: ['help', 'add cissp'],
      },
    ],
    commands: { en: commandsIn('en'), de: commandsIn('de') },
    previews: await Promise.all(platforms.flatMap(({ preview }) => preview?.() ?? [])),
    ...options,
  });
}
