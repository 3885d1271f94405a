import { fieldsOf } from '../../src/chat/form.ts';
import type { IncomingFile } from '../../src/chat/incoming-file.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import { parseLineWithFiles } from '../../src/chat/parse-line.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { attachedFile } from './attach.ts';
import { answersFrom, isRefusal } from './text.ts';

/** A line typed at a terminal, and how to fill in the forms that answer it. */
export interface TerminalInput {
  readonly line: string;
  /** `name=value` for fields of forms. */
  readonly pairs: readonly string[];
  /** Sends forms without changes too. */
  readonly submits: boolean;
  /** Files of this machine, sent with the form, or with the line if no form is filled in. */
  readonly paths: readonly string[];
}

type TerminalDispatch = (request: Omit<Interaction, 'from' | 'place'>) => Promise<Reply>;

/** Runs the line and fills in the forms; returns the last reply, and the files that no form had a field for. */
export async function runConversation(
  { line, pairs, submits, paths }: TerminalInput,
  dispatch: TerminalDispatch,
): Promise<{ readonly reply: Reply; readonly unsent: readonly string[] }> {
  const fillsIn = submits || pairs.length > 0;
  const command = parseLineWithFiles(line, paths);
  let unsent = fillsIn ? paths : [];
  let reply = await dispatch({ ...command, ...(fillsIn ? {} : filesAt(paths)) });
  // A form may be answered with another form; each gets the pairs for its own fields.
  while (reply.kind === 'form' && fillsIn && !isRefusal(reply)) {
    const { form } = reply;
    const fields = fieldsOf(form.parts);
    const own = pairs.filter((pair) => fields.some(({ name }) => name === pair.split('=')[0]));
    if (own.length === 0 && pairs.length > 0 && !submits) answersFrom(pairs, form);
    const { state } = form;
    const answers = { ...form.answers, ...answersFrom(own, form) };
    const field = fields.find(({ kind }) => kind === 'file');
    const files = field === undefined ? {} : filesAt(unsent, field.name);
    if (field !== undefined) unsent = [];
    reply = await dispatch({
      command: form.command,
      args: {},
      answers,
      ...files,
      ...(state === undefined ? {} : { state }),
    });
  }
  return { reply, unsent };
}

function filesAt(paths: readonly string[], field?: string): { readonly files?: readonly IncomingFile[] } {
  return paths.length === 0 ? {} : { files: paths.map((path) => attachedFile(path, field)) };
}
