import { describe, expect, it } from 'vitest';
import { MEGABYTE } from '../../../src/limits/file-size.ts';
import { FormErrors } from '../../../src/services/form-errors.ts';
import {
  fileOptions,
  fileProblemText,
  isEmptyProof,
  readProofFields,
} from '../../../src/services/records/read-proof-fields.ts';
import { wordsFor } from '../../../src/strings/index.ts';

const words = wordsFor('en-GB');
const request = { words, fileLimit: 25 * MEGABYTE };
const nothing = { form: '', shows: [], link: '', note: '', fileIds: [] } as const;

describe('proof of a form', () => {
  it.each([
    [{}, nothing, {}],
    [{ link: 'https://a.example/1' }, { ...nothing, link: 'https://a.example/1' }, {}],
    [{ link: 'http://a.example/1' }, { ...nothing, link: 'http://a.example/1' }, { link: words.log.notHttps }],
    [{ link: 'https://intranet' }, { ...nothing, link: 'https://intranet' }, { link: words.log.badLink }],
    [{ proofForm: 'certificate' }, { ...nothing, form: 'certificate' }, { proofForm: words.proof.formOfNothing }],
    [
      { proofForm: 'certificate', proof: ['f1'], shows: 'attendee', note: 'In my folder' },
      { form: 'certificate', shows: ['attendee'], link: '', note: 'In my folder', fileIds: ['f1'] },
      {},
    ],
  ])('%j', (answers, proof, problems) => {
    const errors = new FormErrors(new Map(), words);

    expect(readProofFields(answers, request, errors)).toEqual(proof);
    expect(errors.toObject()).toEqual(problems);
  });

  it('is refused with the first file that was not stored', () => {
    const errors = new FormErrors(new Map(), words);
    const fileProblems = [
      { name: 'a.pdf', kind: 'too-large' },
      { name: 'b.pdf', kind: 'unreachable' },
    ] as const;
    readProofFields({}, { ...request, fileProblems }, errors);

    expect(errors.toObject()).toEqual({ proof: words.proof.tooLarge('a.pdf', 25) });
  });

  it.each([
    [nothing, true],
    [{ ...nothing, form: 'certificate' } as const, true],
    [{ ...nothing, link: 'https://a.example' }, false],
    [{ ...nothing, note: 'On paper' }, false],
    [{ ...nothing, fileIds: ['f1'] }, false],
  ])('%j is empty: %s', (proof, expected) => {
    expect(isEmptyProof(proof)).toBe(expected);
  });
});

describe('a file', () => {
  it.each([
    [{ name: 'a.pdf', kind: 'too-large' }, words.proof.tooLarge('a.pdf', 25)],
    [{ name: 'a.pdf', kind: 'unreachable' }, words.proof.unreachable('a.pdf')],
    [{ name: 'a.exe', kind: 'not-proof' }, words.proof.notProof('a.exe')],
    [{ name: '', kind: 'too-many', max: 5 }, words.proof.tooMany(5)],
  ] as const)('that was not stored: %j', (problem, expected) => {
    expect(fileProblemText(problem, request.fileLimit, words)).toBe(expected);
  });

  it.each([
    [1, '1 KB'],
    [1499, '1 KB'],
    [999_999, '1000 KB'],
    [1_000_000, '1.0 MB'],
    [12_340_000, '12.3 MB'],
  ])('of %i bytes is offered with its size: %s', (size, detail) => {
    const file = { fileId: 'f1', personId: 'p1', name: 'a.pdf', type: 'application/pdf', size, sha256: '' };

    expect(fileOptions([file])).toEqual([{ value: 'f1', label: 'a.pdf', detail }]);
  });
});
