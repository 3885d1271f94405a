import { isFile } from '../../adapters/terminal/attach.ts';
import { isRefusal, replyText } from '../../adapters/terminal/text.ts';
import { languageOf } from '../chat/reply-language.ts';
import { type LineResult, runLine } from '../run-line.ts';
import { wordsFor } from '../strings/index.ts';
import { openFileStore, toJson, withStore } from './open-workspace.ts';
import { type CommandContext, subcommand } from './subcommand.ts';
import { UsageError } from './workspace.ts';

/** `say`: what a member would type in a chat. */
export const sayCommand = subcommand({
  name: 'say',
  args: ['LINE…'],
  summary: 'What a member would type, such as "pace cissp", answered as text.',
  options: {
    as: { value: 'WHO', isRequired: true, help: 'The member who says it.' },
    set: {
      value: 'NAME=VALUE',
      isRepeatable: true,
      help: 'Fills a field of the form that the line opens, and sends it.',
    },
    attach: {
      value: 'FILE',
      isRepeatable: true,
      help: 'Sends a file with the form, or with the line when none is filled in.',
    },
    submit: { help: 'Sends the form as it was opened.' },
    json: { help: 'Prints the reply as JSON.' },
    out: {
      value: 'FILE',
      help: 'Writes the file that comes with the answer; of several, each with its own ending.',
    },
  },
  async run(invocation) {
    const { args, options, context } = invocation;
    const { as, set: pairs, attach: paths, submit: submits, json, out } = options;
    const line = args['LINE…'];
    if (line === '' && paths.length === 0) throw new UsageError('say needs --as WHO and a line.');
    const missing = paths.find((path) => !isFile(path));
    if (missing !== undefined) throw new UsageError(`--attach needs a file, and there is none at '${missing}'.`);
    const answered = await withStore(invocation, async (store, workspace) => {
      const { clock, log } = context;
      const parts = { store, config: context.config(), fileStore: await openFileStore(context), clock, log };
      return runLine({ as, line, pairs, submits, paths, out }, workspace, parts);
    });
    context.print(
      json ? toJson(answered.reply) : replyText(answered.reply, wordsFor(languageOf(answered.reply)).platform),
    );
    noteFiles(answered, context);
    return answered.unsent.length === 0 && !isRefusal(answered.reply);
  },
});

/** Says where the files went that came, and which of those that should go out did not. */
function noteFiles({ brought: archive, unsent }: LineResult, { note }: CommandContext): void {
  for (const { name, path, isWritten } of archive) {
    if (path === undefined) note(`A file came with it, ${name}: add --out FILE to write it.`);
    else if (isWritten) note(`${path} is written.`);
    else throw new Error(`${path} could not be written.`);
  }
  for (const path of unsent) note(`${path} was not sent: no form asked for a file.`);
}
