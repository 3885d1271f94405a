import type { Clock, Log } from '../ports.ts';
import type { SettingRow } from '../settings/settings.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import type { Platform } from './identity.ts';
import type { AppPhrases } from './platform-phrases.ts';
import type { Preview } from './preview.ts';

/** Reads a setting; nothing when it is not set, or empty. */
export type SettingReader = (name: string) => string | undefined;

/** A platform recert can be connected to: all that the program, its settings and its command line know of it. */
export interface PlatformPlugin {
  readonly platform: Platform;
  readonly name: string;
  /** What the environment says; nothing when it says nothing. Adds to `problems` what is wrong, in words. */
  settings(get: SettingReader, problems: string[]): PlatformConnection | undefined;
  /** Its settings, for the docs. */
  readonly settingRows: readonly SettingRow[];
  /** How the platform would draw a reply. */
  preview(): Promise<Preview>;
  readonly manifest: ManifestWriter;
  /** What the platform does in its own way, and why. */
  readonly notes: PlatformNotes;
}

/** A platform that the settings ask for. */
export interface PlatformConnection {
  readonly platform: Platform;
  /** Nothing says who is who, so it may be reached from this machine alone. */
  readonly isLocal: boolean;
  /** One sentence for the operator, once it is connected. */
  readonly announcement: string;
  open(parts: { readonly log: Log; readonly clock: Clock }): Promise<ChatAdapter>;
}

/** What a platform has to be told before recert can be added to it. */
export interface ManifestWriter {
  /** Lines for the help of the command line: what is written, and from which options. */
  readonly help: readonly (readonly [option: string, words: string])[];
  write(app: AppDescription): Promise<Manifest>;
}

/** The app as it stands. */
export interface AppDescription {
  readonly version: string;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  /** The public https address, without a path. */
  readonly url?: string;
  readonly phrases: AppPhrases;
  readonly get: SettingReader;
}

/** A text to paste, a file with what to do with it, or what is missing. */
export type Manifest =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly next: string }
  | { readonly kind: 'problem'; readonly problem: string };

/**
 * What every platform does or says why not: a form, a file for one person and one from one, saying something first, finding records,
 * logging a message.
 */
export type PlatformFeature = 'form' | 'file' | 'incoming' | 'first' | 'find' | 'message';

/** How a platform does it otherwise than plainly, in words. */
export type PlatformNotes = Readonly<Partial<Record<PlatformFeature, string>>>;
