import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { slackManifest } from '../../../../adapters/slack/package/manifest.ts';
import { wordsFor } from '../../../../src/strings/index.ts';

const phrases = wordsFor('en-GB').platform.app;

describe('the manifest', () => {
  it('in the repository is the one for Socket Mode', () => {
    const file = new URL('../../../../adapters/slack/manifest.json', import.meta.url);

    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(slackManifest(phrases));
  });

  it('sends everything to one address when there is one', () => {
    const { features, settings, oauth_config: oauth } = slackManifest(phrases, { baseUrl: 'https://bot.example/' });
    const url = 'https://bot.example/slack/events';

    expect(features.slash_commands[0]).toMatchObject({ command: '/recert', should_escape: true, url });
    expect(oauth.redirect_urls).toEqual(['https://bot.example/slack/oauth']);
    expect(settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url, message_menu_options_url: url },
    });
  });

  it('asks for no more than it needs', () => {
    expect(slackManifest(phrases).oauth_config.scopes.bot).toEqual([
      'commands',
      'chat:write',
      'files:read',
      'files:write',
      'im:write',
      'usergroups:read',
      'users:read',
    ]);
  });

  it('reads direct messages only when asked to', () => {
    const messages = slackManifest(phrases, { readsDirectMessages: true });

    expect(messages.oauth_config.scopes.bot).toContain('im:history');
    expect(messages.settings.event_subscriptions.bot_events).toContain('message.im');
    expect(messages.features.app_home.messages_tab_read_only_enabled).toBe(false);
    expect(slackManifest(phrases).settings.event_subscriptions.bot_events).not.toContain('message.im');
    expect(slackManifest(phrases).features.app_home.messages_tab_read_only_enabled).toBe(true);
  });

  it('names the tools for Slackbot only when asked to, with Socket Mode too', () => {
    const tools = slackManifest(phrases, { toolsUrl: 'https://bot.example/' });

    expect(tools.oauth_config.scopes.bot).toContain('mcp:connect');
    expect(tools).toMatchObject({
      settings: { socket_mode_enabled: true },
      mcp_servers: { recert: { url: 'https://bot.example/mcp', auth_type: 'slack_identity_auth' } },
    });
    expect(slackManifest(phrases)).not.toHaveProperty('mcp_servers');
  });

  it.each(['en-GB', 'de-DE'])("fits Slack's limits in %s", (locale) => {
    const { display_information: about, features } = slackManifest(wordsFor(locale).platform.app);

    expect(about.description.length).toBeLessThanOrEqual(140);
    expect(about.long_description.length).toBeGreaterThanOrEqual(174);
    for (const { name, description } of features.shortcuts) {
      expect([name.length <= 24, description.length <= 150]).toEqual([true, true]);
    }
  });
});
