import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachedFile, isFile } from '../../../adapters/terminal/attach.ts';
import { runConversation } from '../../../adapters/terminal/conversation.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { outcome } from '../../support/incoming.ts';

const FORM: Form = {
  command: 'log',
  title: 'Log credits',
  submit: 'Log',
  parts: [
    { kind: 'line', name: 'title', label: 'Title', maxLength: 200 },
    { kind: 'file', name: 'proof.files', label: 'Proof', max: 3, options: [{ value: 'k', label: 'kept.pdf' }] },
  ],
  answers: { 'proof.files': ['k'] },
};
const card: Reply = { kind: 'card', card: { title: 'Done', blocks: [] }, to: 'sender' };
let folder: string;
let pdf: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recert-attach-'));
  pdf = join(folder, 'certificate.pdf');
  writeFileSync(pdf, '%PDF');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file of this machine', () => {
  it('is read as far as it may be', async () => {
    const file = attachedFile(pdf);

    expect(file).toMatchObject({ name: 'certificate.pdf', size: 4 });
    expect(await Promise.all([outcome(file, 4), outcome(file, 3)])).toEqual(['%PDF', 'too-large']);
  });

  it('is not begun when it has 2 GB, and left when it has grown', async () => {
    const large = join(folder, 'large.bin');
    writeFileSync(large, '');
    const grown = attachedFile(large);
    truncateSync(large, 2 * 1024 ** 3);

    expect(await Promise.all([outcome(attachedFile(large)), outcome(grown)])).toEqual(['too-large', 'too-large']);
  });

  it('is out of reach when it is not there', async () => {
    const removed = join(folder, 'gone.pdf');

    expect([isFile(removed), isFile(folder), isFile(pdf)]).toEqual([false, false, true]);
    expect(await outcome(attachedFile(removed))).toBe('unreachable');
  });
});

describe('a talk with a file', () => {
  const stated = async (given: Partial<Parameters<typeof runConversation>[0]>, form: Form = FORM) => {
    const request: Omit<Interaction, 'from' | 'place'>[] = [];
    const { unsent } = await runConversation(
      { line: 'log', pairs: [], submits: false, paths: [pdf], ...given },
      async (one) => {
        request.push(one);
        return one.command === 'log' && one.answers === undefined ? { kind: 'form', form } : card;
      },
    );
    return { heard: request, unsent };
  };

  it('sends it with the line when no form is filled in', async () => {
    const { heard: request, unsent } = await stated({ line: 'log 2h' });

    expect(request).toMatchObject([{ command: 'log', args: { text: '2h' }, files: [{ name: 'certificate.pdf' }] }]);
    expect([request[0]?.files?.[0]?.field, unsent]).toEqual([undefined, []]);
  });

  it('has it attached when nothing is said', async () => {
    const { heard: request } = await stated({ line: '' });

    expect(request).toMatchObject([{ command: 'attach', args: {}, files: [{ name: 'certificate.pdf' }] }]);
  });

  it('puts it into the form’s field of files, beside what is kept', async () => {
    const { heard: request, unsent } = await stated({ pairs: ['title=Zero trust'] });

    expect(request[0]).not.toHaveProperty('files');
    expect(request[1]).toMatchObject({
      answers: { title: 'Zero trust', 'proof.files': ['k'] },
      files: [{ field: 'proof.files', name: 'certificate.pdf' }],
    });
    expect(unsent).toEqual([]);
  });

  it('can let go what is kept', async () => {
    const { heard: request } = await stated({ pairs: ['proof.files='], paths: [] });

    expect(request[1]).toMatchObject({ answers: { 'proof.files': [] } });
    expect(request[1]).not.toHaveProperty('files');
  });

  it('says that no form asked for it', async () => {
    const [title] = FORM.parts;
    const { unsent } = await stated({ submits: true }, { ...FORM, parts: title === undefined ? [] : [title] });

    expect(unsent).toEqual([pdf]);
  });
});
