// @ts-check
import { allElements, asInput } from './dom.js';
import { RequestProblem } from './requests.js';

/** @import { EncodedForm } from './requests.js' */

/**
 * What is sent of a form: its content, with the chosen files if there are any. Throws a problem that names the input if a file is too large or can't
 * be read, for example because it was deleted since.
 * @param {HTMLFormElement} form
 * @param {object} content
 * @returns {Promise<object | EncodedForm>}
 */
export async function withFiles(form, content) {
  const chosen = allElements(form, '[data-files]').map(asInput);
  if (chosen.every(({ files }) => !files?.length)) return content;
  const data = new FormData();
  data.set('request', JSON.stringify(content));
  for (const input of chosen)
    for (const file of input.files ?? []) {
      if (file.size > Number(input.dataset.maxBytes)) throw new RequestProblem('tooLarge', file.name, input);
      const bytes = await file.arrayBuffer().catch(() => {
        throw new RequestProblem('fileUnreadable', file.name, input);
      });
      data.append(input.dataset.files ?? '', new File([bytes], file.name, { type: file.type }));
    }
  const encoded = new Response(data);
  return { type: encoded.headers.get('content-type') ?? '', bytes: await encoded.arrayBuffer() };
}
