// @ts-check
// Each file is uploaded on its own, and then named by its token.
import { post, RequestProblem } from './requests.js';
import { fillPhrase, phrases } from './texts.js';

/** @typedef {{ token: string, field?: string | undefined }} SentFile */

const TOKEN_MS = 9 * 60_000;
/** @type {WeakMap<File, { token: string, at: number }>} */
const tokens = new WeakMap();

/**
 * @param {File} file
 * @param {DOMStringMap} limits
 * @returns {Promise<string>}
 */
async function uploadFile(file, { maxBytes }) {
  if (file.size > Number(maxBytes)) throw new RequestProblem(phrases().problems['file-too-large']);
  const known = tokens.get(file);
  if (known && Date.now() - known.at < TOKEN_MS) return known.token;
  const request = { headers: { 'content-type': 'application/octet-stream' }, body: file };
  const { token } = await post(`upload?name=${encodeURIComponent(file.name)}`, request);
  tokens.set(file, { token, at: Date.now() });
  return token;
}

/**
 * Sends files one after the other and shows in `status` which; a refused one names its input.
 * @param {File[]} files
 * @param {{ input: HTMLInputElement, status: HTMLElement, field?: string | undefined }} from
 */
export async function uploadFiles(files, { input, status, field }) {
  /** @type {SentFile[]} */
  const sent = [];
  try {
    for (const file of files) {
      status.textContent = fillPhrase(phrases().sending, { name: file.name });
      const token = await uploadFile(file, input.dataset).catch((error) => {
        throw new RequestProblem(`${file.name}: ${error.message}`, input);
      });
      sent.push({ token, ...(field === undefined ? {} : { field }) });
    }
  } finally {
    status.textContent = '';
  }
  return sent;
}
