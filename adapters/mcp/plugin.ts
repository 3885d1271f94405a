import type { PlatformConnection, PlatformPlugin } from '../../src/chat/platform-plugin.ts';
import { settingRows } from '../../src/settings/setting-notes.ts';
import { MCP_SETTINGS, type McpSettings, readSettings } from './settings.ts';

/** The tools for assistants, by the Model Context Protocol; its library is loaded only when it is opened. */
export const mcpPlugin: PlatformPlugin = {
  platform: 'mcp',
  name: 'MCP',
  settings: (get, problems) => {
    const settings = readSettings(get, problems);
    return settings && connection(settings);
  },
  settingRows: settingRows(MCP_SETTINGS),
  notes: {},
};

function connection(settings: McpSettings): PlatformConnection {
  const { slackSecret, tokens } = settings;
  const callers = [
    ...(slackSecret === undefined ? [] : ['Slackbot']),
    ...(tokens === undefined ? [] : ['OAuth clients']),
  ];
  return {
    platform: 'mcp',
    name: 'MCP',
    isLocal: false,
    announcement: `Assistants reach recert’s tools at /mcp: ${callers.join(' and ')}.`,
    open: async (deps) => (await import('./index.ts')).mcpAdapter({ ...settings, ...deps }),
  };
}
