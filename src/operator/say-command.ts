import { isFile } from '../../adapters/terminal/attach.ts';
import { isRefusal, replyText } from '../../adapters/terminal/text.ts';
import { languageOf } from '../chat/reply-language.ts';
import { type LineResult, runLine } from '../run-typed-line.ts';
import { wordsFor } from '../strings/index.ts';
import { UsageError } from './named-workspace.ts';
import { openFileStore, toJson, withStore } from './open-workspace.ts';
import { type CommandContext, subcommand } from './subcommand.ts';

/** `say`: runs a chat command as a member. */
export const sayCommand = subcommand({
  name: 'say',
  args: ['LINE…'],
  summary: 'Runs a chat command such as "pace cissp" as a member and prints the reply.',
  options: {
    as: { value: 'WHO', isRequired: true, help: 'The member.' },
    set: {
      value: 'NAME=VALUE',
      isRepeatable: true,
      help: 'Fills in a form field and submits the form.',
    },
    attach: {
      value: 'FILE',
      isRepeatable: true,
      help: 'Attaches a file to the form, or to the message without a form.',
    },
    submit: { help: 'Submits the form as it opens.' },
    json: { help: 'Prints the reply as JSON.' },
    out: {
      value: 'FILE',
      help: 'Writes the file of the reply; several files get their own extensions and numbers.',
    },
  },
  async run(invocation) {
    const { args, options, context } = invocation;
    const { as, set: pairs, attach: paths, submit: submits, json, out } = options;
    const line = args['LINE…'];
    if (line === '' && paths.length === 0)
      throw new UsageError('say needs a line or a file: say --as WHO "pace cissp".');
    const missing = paths.find((path) => !isFile(path));
    if (missing !== undefined) throw new UsageError(`--attach: there's no file at '${missing}'.`);
    const result = await withStore(invocation, async (store, workspace) => {
      const { clock, log } = context;
      const deps = { store, config: context.config(), fileStore: await openFileStore(context), clock, log };
      return runLine({ as, line, pairs, submits, paths, out }, workspace, deps);
    });
    context.print(json ? toJson(result.reply) : replyText(result.reply, wordsFor(languageOf(result.reply)).platform));
    noteFiles(result, context);
    return result.unsent.length === 0 && !isRefusal(result.reply);
  },
});

/** Notes where the files of the reply were written, and which files of the command line were not sent. */
function noteFiles({ delivered, unsent }: LineResult, { note }: CommandContext): void {
  for (const { name, path, isWritten } of delivered) {
    if (path === undefined) note(`The reply has a file, ${name}. Add --out FILE to write it.`);
    else if (isWritten) note(`Written: ${path}`);
    else throw new Error(`${path} couldn't be written.`);
  }
  for (const path of unsent) note(`${path} wasn't sent, because no form asked for a file.`);
}
