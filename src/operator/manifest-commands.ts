import { writeFileSync } from 'node:fs';
import type { Language } from '../chat/language.ts';
import type { AppTranslation, PlatformPlugin } from '../chat/platform-plugin.ts';
import { commands } from '../commands/index.ts';
import { wordsFor } from '../strings/index.ts';
import { UsageError } from './named-workspace.ts';
import { mailboxAddress } from './read-options.ts';
import type { CommandOption, ParsedInvocation, Subcommand } from './subcommand.ts';

/** `manifest PLATFORM` for each platform: what it has to be told before recert can be added to it. */
export function manifestCommands(routes: readonly PlatformPlugin[]): readonly Subcommand[] {
  return routes.flatMap(({ platform, manifest }) => {
    if (manifest === undefined) return [];
    const [[, summary = ''] = [], ...options] = manifest.help;
    const command: Subcommand = {
      name: `manifest ${platform}`,
      args: [],
      summary,
      options: Object.fromEntries(options.map(([typed, help]) => manifestOption(typed, help))),
      run: (invocation: ParsedInvocation) => writeManifest({ platform, manifest }, invocation),
    };
    return [command];
  });
}

/** `--out FILE` as the name of an option with what stands behind it. */
function manifestOption(typed: string, help: string): [string, CommandOption] {
  const [name = '', value] = typed.replace(/^--/u, '').split(' ');
  return [name, { ...(value === undefined ? {} : { value }), help }];
}

/** How the app and its commands introduce themselves in a language. */
function descriptionIn(language: Language): AppTranslation {
  const words = wordsFor(language);
  const described = commands.map(({ name }) => ({ name, description: words.commands[name].summary }));
  return { language, phrases: words.platform.app, commands: described };
}

async function writeManifest(
  { platform, manifest }: Required<Pick<PlatformPlugin, 'platform' | 'manifest'>>,
  { options, context }: ParsedInvocation,
): Promise<boolean> {
  const [url, out, tools] = [options.url, options.out, options.mcp].map((value) =>
    typeof value === 'string' ? value : undefined,
  );
  const { phrases, commands: described } = descriptionIn('en');
  const version = typeof options.version === 'string' ? options.version : context.version;
  if (!/^\d+\.\d+\.\d+$/u.test(version)) throw new UsageError(`'${version}' isn't a version. Use three numbers: 1.2.0`);
  const address = mailboxAddress(url);
  const about = {
    ...{ version, commands: described, phrases, get: context.get, translations: [descriptionIn('de')] },
    readsDirectMessages: options['direct-messages'] === true,
  };
  const toolsUrl = mailboxAddress(tools, '--mcp');
  const written = await manifest.write({
    ...about,
    ...(address === undefined ? {} : { url: address }),
    ...(toolsUrl === undefined ? {} : { toolsUrl }),
  });
  switch (written.kind) {
    case 'text':
      context.print(written.text);
      return true;
    case 'problem':
      throw new UsageError(written.problem);
    case 'file':
      if (out === undefined) throw new UsageError(`manifest ${platform} needs --out FILE.`);
      writeFileSync(out, written.bytes);
      context.print(`Written: ${out}. ${written.next}`);
      return true;
  }
}
