/** Something a platform shows to people: a message, a file, or a view. */
export interface Shown {
  readonly id: string;
  /** The conversation; empty for what only the person with a trigger sees. */
  readonly place: string;
  readonly thread: string;
  text: string;
  readonly kind: 'message' | 'file' | 'view';
}

/** What people see, in the order in which it came. */
export class Screen {
  readonly shown: Shown[] = [];
  /** The view that was opened last. */
  view = '{}';

  add(one: Omit<Shown, 'id' | 'thread'> & { readonly thread?: string | undefined }): string {
    const id = `${this.shown.length + 1}.000100`;
    this.shown.push({ ...one, thread: one.thread ?? '', id });
    if (one.kind === 'view') this.view = one.text;
    return id;
  }

  /** Replaces what has this id, which may have been shown before the screen was cleared. */
  replace(id: string, one: Omit<Shown, 'id' | 'thread'>): void {
    const found = this.shown.find((shown) => shown.id === id);
    if (found) found.text = one.text;
    else this.add(one);
  }

  /** How many messages, files and views show a text, or how many files alone. */
  count(text: string, isFile = false): number {
    return this.shown.filter((one) => (one.kind === 'file' || !isFile) && one.text.includes(text)).length;
  }

  clear(): void {
    this.shown.length = 0;
  }
}
