import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A restore into a data folder was interrupted, so what is there is not the whole backup. */
export class RestoreUnfinished extends Error {
  override name = 'RestoreUnfinished';

  constructor(folder: string) {
    super(
      `A restore into ${folder} was interrupted, so its data isn't complete. Nothing was changed. Run the restore again: npm run recert -- restore FILE. It replaces what is there.`,
    );
  }
}

/** The file that marks a data folder while a backup is restored into it; the embedded database has no transaction over all of a restore. */
export class RestoreMark {
  readonly #folder: string;
  readonly #file: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = join(folder, 'restore-unfinished');
  }

  get isSet(): boolean {
    return existsSync(this.#file);
  }

  set(): void {
    writeFileSync(this.#file, 'A backup is being restored into this folder.\n', { mode: 0o600, flush: true });
  }

  clear(): void {
    rmSync(this.#file, { force: true });
  }

  /** Throws `RestoreUnfinished` if a restore was interrupted. */
  refuse(): void {
    if (this.isSet) throw new RestoreUnfinished(this.#folder);
  }
}
