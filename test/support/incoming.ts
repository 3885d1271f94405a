import nock from 'nock';
import type { Form } from '../../src/chat/form.ts';
import { FileReadError, type IncomingFile } from '../../src/chat/incoming-file.ts';

/** The ids of two files that are kept already. */
export const KEPT = '11111111-1111-4111-8111-111111111111';
export const OTHER = '22222222-2222-4222-8222-222222222222';

/** A form with a title and a field of files, in which those with the ids are kept. */
export function formWithFiles(...ids: readonly string[]): Form {
  const options = ids.map((value) => ({ value, label: `${value}.pdf` }));
  return {
    command: 'log',
    title: 'Log credits',
    submit: 'Log',
    parts: [
      { kind: 'line', name: 'title', label: 'Title', maxLength: 200 },
      { kind: 'file', name: 'proof.files', label: 'Proof', max: 3, options },
    ],
    answers: { 'proof.files': ids },
  };
}

/** Lets a host that is none of ours hand out whatever it is asked for; only a file that is never asked for there stays away. */
export function tempting(url: string): void {
  if (URL.parse(url)?.protocol.startsWith('http') === true) nock(new URL(url).origin).get(/./u).reply(200, 'Taken.');
}

/** What a file's bytes say, or why they do not come. */
export function outcome(file: IncomingFile | undefined, max = 1000): Promise<unknown> {
  return (file as IncomingFile).read(max).then(
    (bytes) => Buffer.from(bytes).toString(),
    (error: unknown) => (error instanceof FileReadError ? error.kind : error),
  );
}
