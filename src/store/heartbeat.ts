import { closeSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { fileErrorCode } from './data-folder.ts';
import type { HeartbeatEnd, HeartbeatTask } from './heartbeat-worker.ts';
import { type Holder, holderText, readHolderText } from './lock-holder.ts';

/** How often a heartbeat is renewed, and how long its renewal may fail, in milliseconds. */
type HeartbeatTiming = Pick<HeartbeatTask, 'beatMs' | 'limitMs'>;

/** The file that names the holder of a folder, as one process writes it: first aside, then in its place, then at each beat. */
export class Heartbeat {
  readonly #file: string;
  readonly #draft: string;
  readonly #holder: Holder;
  readonly #handle: number;
  #worker: Worker | undefined;

  /** Writes the draft beside the file. Throws the error of the file system. */
  constructor(file: string, holder: Holder) {
    this.#file = file;
    this.#draft = `${file}.${holder.id}`;
    this.#holder = holder;
    this.#handle = openSync(this.#draft, 'wx', 0o600);
    writeSync(this.#handle, holderText(holder, 0), 0);
  }

  /** Puts the file in its place if there is none. Of several processes, on any machine, one succeeds. */
  place(): 'placed' | 'exists' | 'unsupported' {
    try {
      linkSync(this.#draft, this.#file);
    } catch (cause) {
      return fileErrorCode(cause) === 'EEXIST' ? 'exists' : 'unsupported';
    }
    rmSync(this.#draft, { force: true });
    return 'placed';
  }

  /** Puts the file in its place, whatever is there. Of several processes, the last one has it. */
  replace(): void {
    renameSync(this.#draft, this.#file);
  }

  /** Whether the file in its place is the one of this process. Throws if it can't be read. */
  isCurrent(): boolean {
    return readHolderText(this.#file)?.includes(this.#holder.id) ?? false;
  }

  /** Renews the file until `stop`; `onEnd` is called at most once, when that is no longer possible. */
  start(timing: HeartbeatTiming, onEnd: (end: HeartbeatEnd) => void): void {
    const task: HeartbeatTask = { ...timing, handle: this.#handle, file: this.#file, holder: this.#holder };
    const worker = new Worker(new URL('./heartbeat-worker.ts', import.meta.url), { workerData: task });
    this.#worker = worker;
    worker.once('message', onEnd);
    worker.once('error', (error) =>
      onEnd({ kind: 'failing', reason: error instanceof Error ? error.message : String(error) }),
    );
    worker.unref();
  }

  /** Stops renewing, and deletes the file if it is still the one of this process. */
  async stop(): Promise<void> {
    // Awaited: a beat after closing would go to whatever file gets the number next.
    await this.#worker?.terminate();
    closeSync(this.#handle);
    rmSync(this.#draft, { force: true });
    if (this.isCurrent()) rmSync(this.#file, { force: true });
  }
}
