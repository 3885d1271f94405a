import { addCertification, cardOf, formOf, logCredits, type Talk } from './conversation.ts';
import { aFile, aPdf } from './records.ts';

/**
 * The life of records without end: logged with a file, found to be a double, corrected, proved, taken back and put back, and from
 * time to time all of it erased. Yields when something was done and answered.
 */
export async function* recordSteps(person: Talk): AsyncGenerator<void> {
  for (let round = 1; ; round += 1) {
    for (const code of ['cissp', 'cism']) {
      await addCertification(person, code).catch(() => undefined);
      yield;
    }
    for (let count = 1; count <= 4; count += 1) {
      const title = `Zero trust ${round} ${'abcd'.charAt(count - 1)}`;
      const webinar = { title, provider: 'SANS', kind: 'webinar', link: 'https://a.example/shot' } as const;
      await logCredits(person, '2026-01-10', { cissp: '1', cism: '1.5' }, webinar);
      yield;
      // The same once more: it is asked about, and both are real.
      await logCredits(person, '2026-01-10', { cissp: '1' }, { ...webinar, link: '' });
      yield;
      await person.send(formOf(await person.press(await last(person), 'Edit')), { 'credits.cissp': '0.5' });
      yield;
      const came = [aFile('certificate.pdf', aPdf(`${round} ${count}`))];
      const requested = cardOf(await person.say('attach', undefined, came));
      yield;
      await person.send(formOf(await person.press(requested, 'Attach proof')), { proofForm: 'certificate' });
      yield;
      const deleted = cardOf(await person.press(await last(person), 'Delete'));
      yield;
      if (count === 2) continue;
      await person.press(deleted, 'Restore');
      yield;
      await person.press(await last(person), 'Remove');
      yield;
    }
    await person.send(formOf(await person.say('erase')), { word: 'ERASE' });
    yield;
  }
}

async function last(person: Talk) {
  return cardOf(await person.say('show last'));
}
