import type { PlatformPlugin } from './chat/platform-plugin.ts';

// One line is one platform: with its folders, taking its line out takes it out of recert.
const found: PlatformPlugin[] = [];
found.push((await import('../adapters/slack/plugin.ts')).slackPlugin);
found.push((await import('../adapters/teams/plugin.ts')).teamsPlugin);

/** Every platform recert can be connected to. */
export const platforms: readonly PlatformPlugin[] = found;
