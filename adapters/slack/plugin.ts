import type { PlatformConnection, PlatformPlugin } from '../../src/chat/platform-plugin.ts';
import { settingRows } from '../../src/settings/setting-notes.ts';
import { slackManifest } from './package/manifest.ts';
import { readSettings, SLACK_SETTINGS, type SlackSettings } from './settings.ts';

/** The Slack plugin; Slack's libraries are loaded only when it is opened. */
export const slackPlugin: PlatformPlugin = {
  platform: 'slack',
  name: 'Slack',
  settings: (get, problems) => {
    const settings = readSettings(get, problems);
    return settings && connection(settings);
  },
  settingRows: settingRows(SLACK_SETTINGS),
  preview: async () => (await import('./preview/preview.ts')).slackPreview,
  manifest: {
    help: [
      ['', 'The Slack app manifest.'],
      ['--url https://HOST', 'For HTTP at that address; without it, for Socket Mode.'],
      ['--mcp https://HOST', 'Also lets Slackbot use recert’s tools at that address.'],
      ['--direct-messages', 'Also reads lines and files sent to the app itself (scope im:history).'],
    ],
    write: async ({ phrases, url, toolsUrl, readsDirectMessages }) => {
      const manifest = slackManifest(phrases, { baseUrl: url, toolsUrl, readsDirectMessages });
      return { kind: 'text', text: JSON.stringify(manifest, null, 2) };
    },
  },
  notes: {
    incoming: 'works; in a form, with a message you log, or sent to the app if it may read direct messages',
    find: 'not available: Slack has no search while you write',
  },
};

function announcementOf({ appToken, app }: SlackSettings): string {
  const sentence = `Slack is connected by ${appToken ? 'Socket Mode' : 'HTTP at /slack/events'}.`;
  return app === undefined ? sentence : `${sentence} Workspaces install the app at ${app.publicUrl}/slack/install.`;
}

function connection(settings: SlackSettings): PlatformConnection {
  return {
    platform: 'slack',
    name: 'Slack',
    isLocal: false,
    announcement: announcementOf(settings),
    open: async ({ bots, ...deps }) => {
      const { app, ...rest } = settings;
      const install = app && bots && { install: { ...app, bots: bots('slack') } };
      return (await import('./index.ts')).slackAdapter({ ...rest, ...deps, ...install });
    },
  };
}
