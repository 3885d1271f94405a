import { fieldsOf } from '../../src/chat/form.ts';
import type { IncomingFile } from '../../src/chat/incoming-file.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import { parseLineWithFiles } from '../../src/chat/parse-line.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { attachedFile } from './attach.ts';
import { answersFrom, isRefusal } from './text.ts';

/** What somebody says at a terminal: a line, and how to fill in the forms it leads to. */
export interface TerminalInput {
  readonly line: string;
  /** `name=value` for fields of the forms. */
  readonly pairs: readonly string[];
  /** Sends forms as they were opened, too. */
  readonly submits: boolean;
  /** Files of this machine: they go with the form, or with the line when no form is filled in. */
  readonly paths: readonly string[];
}

type TerminalDispatch = (request: Omit<Interaction, 'from' | 'place'>) => Promise<Reply>;

/** Says it; resolves to the last answer, and to the files that no form asked for. */
export async function runConversation(
  { line, pairs, submits, paths }: TerminalInput,
  dispatch: TerminalDispatch,
): Promise<{ readonly reply: Reply; readonly unsent: readonly string[] }> {
  const fillsIn = submits || pairs.length > 0;
  const stated = parseLineWithFiles(line, paths);
  let unsent = fillsIn ? paths : [];
  let reply = await dispatch({ ...stated, ...(fillsIn ? {} : filesAt(paths)) });
  // A form may lead to another one: each takes the fields it has, and the last answer is shown.
  while (reply.kind === 'form' && fillsIn && !isRefusal(reply)) {
    const { form } = reply;
    const fields = fieldsOf(form.parts);
    const own = pairs.filter((pair) => fields.some(({ name }) => name === pair.split('=')[0]));
    if (own.length === 0 && pairs.length > 0 && !submits) answersFrom(pairs, form);
    const { command, state } = form;
    const answers = { ...form.answers, ...answersFrom(own, form) };
    const field = fields.find(({ kind }) => kind === 'file');
    const files = field === undefined ? {} : filesAt(unsent, field.name);
    if (field !== undefined) unsent = [];
    reply = await dispatch({ command, args: {}, answers, ...files, ...(state === undefined ? {} : { state }) });
  }
  return { reply, unsent };
}

function filesAt(paths: readonly string[], field?: string): { readonly files?: readonly IncomingFile[] } {
  return paths.length === 0 ? {} : { files: paths.map((path) => attachedFile(path, field)) };
}
