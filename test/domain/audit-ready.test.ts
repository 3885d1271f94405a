import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';

import { auditState, type ProvableRecord } from '../../src/domain/audit-ready.ts';
import type { EvidencePolicy } from '../../src/domain/evidence.ts';
import { aFile, aNote, aRecord } from './provable.ts';
import { known } from './rules.ts';

const catalogue = loadCatalogue();

/** What a body of the catalogue says, shortly: `ready`, `refused: screenshot`, `needs 250 words, has 7`, `lacks attendee, form`. */
function says(code: string, record: ProvableRecord): string {
  return inShort(catalogue.get(code)?.upkeep.evidence, record);
}

function inShort(policy: EvidencePolicy | undefined, record: ProvableRecord): string {
  const state = auditState(policy, record);
  switch (state.kind) {
    case 'ready':
      return 'ready';
    case 'needs-summary':
      return `needs ${state.wanted} words, has ${state.words}`;
    case 'refused':
      return `refused: ${state.forms.join(', ')}`;
    case 'incomplete':
      return `lacks ${state.missing
        .map((one) => {
          if (one.kind === 'fact') return one.fact;
          if (one.kind === 'beside') return `beside it ${one.form}`;
          return one.kind === 'proof' && one.accepts !== undefined ? `proof (${one.accepts.join(', ')})` : one.kind;
        })
        .join(', ')}`;
  }
}

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const letter = aFile('letter', 'attendee', 'signature');

describe('what a body says to a record', () => {
  it.each<[string, string, Partial<ProvableRecord>, string]>([
    ['a body without a policy takes any form', 'ccna', { proofs: [aFile('screenshot')] }, 'ready'],
    ['a body without a policy wants some proof', 'ccna', {}, 'lacks proof'],
    ['a proof nobody named is none yet', 'ccna', { proofs: [aFile(undefined)] }, 'lacks form'],
    ['a link is as good as a file', 'ccna', { proofs: [{ ...aNote('certificate'), hasLink: true }] }, 'ready'],
    [
      'a form with nothing behind it is none',
      'ccna',
      { proofs: [{ ...aFile('letter'), hasFile: false }] },
      'lacks proof',
    ],
    ['a note says where the proof is, and is none', 'ccna', { proofs: [aNote('certificate')] }, 'lacks copy'],
    ['a note nobody named is none', 'ccna', { proofs: [aNote(undefined)] }, 'lacks copy'],
    ['minutes in a note are the minutes', 'ccna', { proofs: [aNote('minutes')] }, 'ready'],
    ['ISACA takes a certificate', 'cisa', { proofs: [aFile('certificate')] }, 'ready'],
    ['ISACA refuses a screenshot', 'cisa', { proofs: [aFile('screenshot')] }, 'refused: screenshot'],
    [
      'ISACA names each refused form once',
      'cism',
      { proofs: [aFile('screenshot'), aFile('receipt'), aFile('screenshot')] },
      'refused: screenshot, receipt',
    ],
    ['a certificate beside a refused form is enough', 'cisa', { proofs: [aFile('receipt'), aFile('letter')] }, 'ready'],
    [
      'ISACA takes a certificate alone for self-study',
      'cisa',
      { kind: 'self-study', proofs: [aFile('letter')] },
      'lacks proof (certificate)',
    ],
    ['ISACA refuses for self-study too', 'cisa', { kind: 'self-study', proofs: [aFile('slides')] }, 'refused: slides'],
    ['ACFE wants the attendee shown', 'cfe', { proofs: [aFile('certificate')] }, 'lacks attendee'],
    ['ACFE is content with all five', 'cfe', { proofs: [aFile('certificate', 'attendee')] }, 'ready'],
    [
      'what stands in the record must stand there',
      'cfe',
      { description: ' ', provider: '', minutes: undefined, proofs: [aFile('certificate', 'attendee', 'sponsor')] },
      'lacks description, sponsor, hours',
    ],
    ['what a refused proof shows does not help', 'cfe', { proofs: [aFile('slides', 'attendee'), letter] }, 'ready'],
    [
      'what only a refused proof shows is missing',
      'cfe',
      { proofs: [aFile('screenshot', 'attendee'), aFile('certificate')] },
      'lacks attendee',
    ],
    ['ACFE refuses an invite', 'cfe', { proofs: [aFile('calendar-invite', 'attendee')] }, 'refused: calendar-invite'],
    ['without any proof the facts are missing too', 'cfe', {}, 'lacks proof, attendee'],
    ['ISC2 takes a screenshot of a webinar', 'cissp', { proofs: [aFile('screenshot')] }, 'ready'],
    [
      'and none of a course',
      'cissp',
      { kind: 'course', proofs: [aFile('screenshot')] },
      'lacks proof (certificate, transcript, diploma, attendance-record, minutes)',
    ],
    ['ISC2 says nothing of volunteering', 'cissp', { kind: 'volunteering', proofs: [aFile('letter')] }, 'ready'],
    [
      'ISC2 wants 250 words on a book',
      'cissp',
      { kind: 'reading', description: words(249) },
      'needs 250 words, has 249',
    ],
    ['which are the proof', 'cissp', { kind: 'reading', description: words(250) }, 'ready'],
    [
      'and which a file does not stand in for',
      'cissp',
      { kind: 'reading', description: '', proofs: [aFile('summary')] },
      'needs 250 words, has 0',
    ],
    [
      'a receipt beside the words does no harm',
      'cissp',
      { kind: 'reading', description: words(300), proofs: [aFile('receipt')] },
      'ready',
    ],
    [
      'ISC2 takes a receipt for a book of one’s own',
      'cissp',
      { kind: 'authoring', proofs: [aFile('receipt', 'attendee')] },
      'ready',
    ],
    ['GIAC takes a summary of a webcast', 'gsec', { proofs: [aNote('summary')] }, 'ready'],
    [
      'GIAC takes no summary of a course',
      'gsec',
      { kind: 'course', proofs: [aNote('summary')] },
      'lacks proof (certificate)',
    ],
    [
      'GIAC wants to see where a paper appeared',
      'gsec',
      { kind: 'authoring', proofs: [aFile('publication')] },
      'lacks location',
    ],
    [
      'GIAC is content with copy and place',
      'gsec',
      { kind: 'authoring', proofs: [aFile('publication', 'location')] },
      'ready',
    ],
    [
      'CompTIA wants the outline beside the certificate',
      'security-plus',
      { kind: 'course', proofs: [aFile('certificate', 'attendee')] },
      'lacks beside it outline',
    ],
    [
      'CompTIA takes the two together',
      'security-plus',
      { kind: 'course', proofs: [aFile('certificate', 'attendee'), aNote('outline')] },
      'ready',
    ],
    [
      'CompTIA says what it wants where nothing is',
      'security-plus',
      { kind: 'course' },
      'lacks proof (certificate, outline), attendee',
    ],
    ['CompTIA takes the letter on work', 'a-plus', { kind: 'work-experience', proofs: [letter] }, 'ready'],
    [
      'CompTIA refuses the résumé on work',
      'a-plus',
      { kind: 'work-experience', proofs: [aFile('resume', 'attendee', 'signature')] },
      'refused: resume',
    ],
    ['and says nothing of one elsewhere', 'a-plus', { kind: 'other', proofs: [aFile('resume')] }, 'ready'],
    ['HRCI wants to see how it belongs to the field', 'phr', { proofs: [aFile('certificate')] }, 'lacks relevance'],
    [
      'HRCI is content when a proof shows it',
      'phr',
      { proofs: [aFile('certificate'), aNote('summary', 'relevance')] },
      'ready',
    ],
    [
      'Texas wants the place and the sponsor’s number',
      'cpa-texas',
      { proofs: [aFile('certificate')] },
      'lacks sponsor-id, location',
    ],
    [
      'the number may stand in the record',
      'cpa-texas',
      { providerId: '103456', proofs: [aFile('certificate', 'location')] },
      'ready',
    ],
    ['or in the proof', 'cpa-texas', { proofs: [aFile('certificate', 'location', 'sponsor-id')] }, 'ready'],
  ])('%s', (_, code, over, expected) => {
    expect(says(code, aRecord(over))).toBe(expected);
  });

  it('a note of a form that is refused is refused, not asked for', () => {
    expect(says('cisa', aRecord({ proofs: [aNote('screenshot')] }))).toBe('refused: screenshot');
    expect(says('cisa', aRecord({ proofs: [aNote('screenshot'), aNote('certificate')] }))).toBe('lacks copy');
  });

  it('a summary that the body refuses is no proof, however long', () => {
    const policy: EvidencePolicy = {
      refuses: known(['summary']),
      summary: known({ kinds: ['reading'], words: 2 }),
    };

    expect(inShort(policy, aRecord({ kind: 'reading' }))).toBe('lacks proof');
  });
});
