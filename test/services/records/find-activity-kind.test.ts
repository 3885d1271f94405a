import { describe, expect, it } from 'vitest';
import { findActivityKind } from '../../../src/services/records/find-activity-kind.ts';

describe('the kind of an activity', () => {
  it.each([
    ['attended a talk on SBOMs', undefined],
    ['seminar lecture on fraud interviews', 'course'],
    ['Vortrag zu SBOMs gehört', undefined],
    ['webinar presented by SANS', 'webinar'],
    ['presented by SANS: webinar', 'webinar'],
    ['zwei Schulungen', 'course'],
    ['Grundlagentagung', 'conference'],
    ['course taught by Bruce Schneier', 'course'],
    ['Webinar: Speaker and panel', 'webinar'],
    ['Writing secure code webinar', 'webinar'],
    ['newly published CVEs podcast', 'podcast'],
    ['Chapter 3 of the handbook', undefined],
    ['gave a talk on SBOMs', 'teaching'],
    ['spoke at BSides Leeds', 'teaching'],
    ['taught a class on cryptography', 'teaching'],
    ['Vortrag zu SBOMs gehalten', 'teaching'],
    ['als Referentin auf der it-sa', 'teaching'],
    ['wrote an article on SBOMs', 'authoring'],
    ['Artikel zu Passkeys geschrieben', 'authoring'],
    ['passed the CISM exam', 'exam-passed'],
    ['CCSP-Prüfung bestanden', 'exam-passed'],
    ['read the book Stille im Netz', 'reading'],
    ['Buch „Stille im Netz“ gelesen', 'reading'],
    ['mentored a colleague', 'mentoring'],
    ['volunteered at the food bank', 'volunteering'],
    ['ehrenamtlich beim ISC2 Chapter', 'volunteering'],
    ['Sicherheitskongress', 'conference'],
    ['ISACA chapter meeting', 'chapter-meeting'],
  ])('of “%s” is %s', (text, kind) => {
    expect(findActivityKind(text)).toBe(kind);
  });
});
