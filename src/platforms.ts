import type { PlatformPlugin } from './chat/platform-plugin.ts';

// One line per platform; deleting it and the platform's folders removes the platform from recert.
const plugins: PlatformPlugin[] = [];
plugins.push((await import('../adapters/slack/plugin.ts')).slackPlugin);
plugins.push((await import('../adapters/teams/plugin.ts')).teamsPlugin);
plugins.push((await import('../adapters/mcp/plugin.ts')).mcpPlugin);

/** Every platform recert can be connected to. */
export const platforms: readonly PlatformPlugin[] = plugins;
