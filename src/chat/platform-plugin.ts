import type { ProxySettings } from '../network/proxy-settings.ts';
import type { Clock, Log } from '../ports.ts';
import type { SettingRow } from '../settings/setting-notes.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import type { Platform } from './identity.ts';
import type { InstalledBots } from './installed-bots.ts';
import type { AppPhrases } from './platform-phrases.ts';
import type { Preview } from './preview.ts';

/** Reads a setting; `undefined` if it is not set or empty. */
export type SettingReader = (name: string) => string | undefined;

/** A platform that recert can be connected to. */
export interface PlatformPlugin {
  readonly platform: Platform;
  readonly name: string;
  /** Reads the platform's settings; `undefined` if none is set. Adds every problem to `problems`. */
  settings(get: SettingReader, problems: string[]): PlatformConnection | undefined;
  /** Its settings, for the documentation. */
  readonly settingRows: readonly SettingRow[];
  /** Draws replies as the platform would; a platform for programs draws none. */
  preview?(): Promise<Preview>;
  /** Absent if the platform needs none. */
  readonly manifest?: ManifestWriter;
  /** Where the platform differs from the others, and why. */
  readonly notes: PlatformNotes;
}

/** A connection to a platform, as configured. */
export interface PlatformConnection {
  readonly platform: Platform;
  /** The platform's name as people write it. */
  readonly name: string;
  /** People aren't authenticated, so it may be reachable from this machine only. */
  readonly isLocal: boolean;
  /** One sentence for the operator once it is connected. */
  readonly announcement: string;
  open(deps: ConnectionDeps): Promise<ChatAdapter>;
}

/** What every adapter is given. */
export interface ConnectionDeps {
  readonly log: Log;
  readonly clock: Clock;
  /** The public https address of recert, without a path. */
  readonly publicUrl?: string;
  /** Where the bots that tenants install are stored, if there is a key to encrypt their tokens with. */
  readonly bots?: (platform: Platform) => InstalledBots;
  /** The proxy of the network; calls by `fetch` go through it already. */
  readonly proxy?: ProxySettings;
}

/** Writes the app manifest that a platform needs before recert can be installed. */
interface ManifestWriter {
  /** Help for the command line: a summary, then the options. */
  readonly help: readonly (readonly [option: string, words: string])[];
  write(app: AppDescription): Promise<Manifest>;
}

/** A command as a manifest describes it. */
export interface DescribedCommand {
  readonly name: string;
  readonly description: string;
}

/** How the app introduces itself in a further language. */
export interface AppTranslation {
  /** A BCP 47 tag, `de`. */
  readonly language: string;
  readonly phrases: AppPhrases;
  readonly commands: readonly DescribedCommand[];
}

/** What a manifest is written from. */
export interface AppDescription {
  readonly version: string;
  readonly commands: readonly DescribedCommand[];
  readonly translations: readonly AppTranslation[];
  /** The public https address, without a path. */
  readonly url?: string;
  /** Messages that people send to the app itself are read, where the platform asks for a permission to do so. */
  readonly readsDirectMessages?: boolean;
  /** The https address at which the platform's own assistant reaches recert's tools. */
  readonly toolsUrl?: string;
  readonly phrases: AppPhrases;
  readonly get: SettingReader;
}

/** A text to paste, a file with instructions for it, or the reason why there is none. */
export type Manifest =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly next: string }
  | { readonly kind: 'problem'; readonly problem: string };

/** What platforms can do: forms, outgoing and incoming files, messages of their own accord, search, and logging a message. */
export type PlatformFeature = 'form' | 'file' | 'incoming' | 'first' | 'find' | 'message';

/** Notes on features that a platform lacks or does in its own way. */
export type PlatformNotes = Readonly<Partial<Record<PlatformFeature, string>>>;
