import type { AppDescription, Manifest, PlatformConnection, PlatformPlugin } from '../../src/chat/platform-plugin.ts';
import { settingRows } from '../../src/settings/setting-notes.ts';
import { GUID, readSettings, TEAMS_SETTINGS, type TeamsSettings } from './settings.ts';

/** The Teams plugin; Microsoft's libraries are loaded only when it is opened. */
export const teamsPlugin: PlatformPlugin = {
  platform: 'teams',
  name: 'Teams',
  settings: (get, problems) => {
    const settings = readSettings(get, problems);
    return settings && connection(settings);
  },
  settingRows: settingRows(TEAMS_SETTINGS),
  preview: async () => (await import('./preview/preview.ts')).teamsPreview,
  manifest: {
    help: [
      ['', 'The Teams app package for the bot of TEAMS_APP_ID.'],
      ['--out FILE', 'The zip file to write.'],
      ['--url https://HOST', 'The bot’s public address, the same as RECERT_PUBLIC_URL.'],
      [
        '--version X.Y.Z',
        'The version of the app, instead of recert’s. Teams updates an app to a higher version only.',
      ],
    ],
    write,
  },
  notes: {
    form: 'works; a button opens the form, because Teams opens dialogs from buttons only',
    file: 'works; the person agrees first, because it goes to their OneDrive',
    incoming: 'works; in the forms of the tab and in the personal chat, because dialogs in Teams take no files',
  },
};

function connection(settings: TeamsSettings): PlatformConnection {
  return {
    platform: 'teams',
    name: 'Teams',
    // Without an app id, no request can be authenticated.
    isLocal: settings.development,
    announcement: `Teams is ${settings.development ? 'tried on this machine alone' : 'connected'}, at /api/messages.`,
    open: async (deps) => (await import('./index.ts')).teamsAdapter({ ...settings, ...deps }),
  };
}

async function write({ get, ...app }: AppDescription): Promise<Manifest> {
  const { url } = app;
  if (url === undefined) return { kind: 'problem', problem: 'manifest teams needs --url https://HOST.' };
  const appId = get('TEAMS_APP_ID')?.toLowerCase() ?? '';
  if (!GUID.test(appId)) {
    const problem = 'manifest teams needs TEAMS_APP_ID, the application id of the bot’s app registration.';
    return { kind: 'problem', problem };
  }
  const { teamsPackage } = await import('./package/app-package.ts');
  const bytes = await teamsPackage({ ...app, appId, url });
  return { kind: 'file', bytes, next: 'Upload it in Teams: Apps, Manage your apps, Upload an app.' };
}
