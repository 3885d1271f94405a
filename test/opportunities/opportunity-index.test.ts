import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import type { IndexedOpportunity } from '../../src/opportunities/indexed-opportunity.ts';
import { OpportunityIndex } from '../../src/opportunities/opportunity-index.ts';
import { parseSearchQuery } from '../../src/opportunities/parse-search-query.ts';
import { subjectsOf } from '../../src/opportunities/subjects.ts';

const now = new Date('2026-11-25T12:00:00Z');
const today = day('2026-11-25');
const when = { zone: 'UTC', now };
const page = { skip: 0, limit: 10 };

let count = 0;
const offer = (title: string, more: Partial<IndexedOpportunity> = {}): IndexedOpportunity => {
  count += 1;
  const url = `https://a.example/${count}`;
  return {
    id: `id-${count}`,
    title,
    provider: 'SANS',
    url,
    description: '',
    kind: 'webinar',
    delivery: '',
    language: '',
    ...more,
  };
};
const filled = async (...opportunities: readonly IndexedOpportunity[]) => {
  const index = new OpportunityIndex();
  await index.put(opportunities);
  return index;
};
const search = (index: OpportunityIndex, text: string) =>
  index.search(parseSearchQuery(text, { today }), when, page).found.map(({ title }) => title);

describe('searching', () => {
  it('finds words, their plurals and accents, in titles before descriptions', async () => {
    const index = await filled(
      offer('Résilience des systèmes'),
      offer('Cloud basics', { description: 'How firewalls fail' }),
      offer('Firewall rules'),
    );

    expect(search(index, 'firewalls')).toEqual(['Firewall rules', 'Cloud basics']);
    expect(search(index, 'resilience')).toEqual(['Résilience des systèmes']);
  });

  it('finds what is called by another name', async () => {
    const index = await filled(offer('Incident Response in the cloud'), offer('Building a SOC'), offer('Gardening'));

    expect(search(index, 'IR')).toEqual(['Incident Response in the cloud']);
    expect(search(index, 'security operations')).toEqual(['Building a SOC', 'Incident Response in the cloud']);
  });

  it('finds what is half typed, or typed wrong, and says what may be meant', async () => {
    const index = await filled(offer('Ransomware negotiation'), offer('Zero trust'));

    expect(search(index, 'ransomw')).toEqual(['Ransomware negotiation']);
    expect(search(index, 'ransonware')).toEqual(['Ransomware negotiation']);
    expect(index.search(parseSearchQuery('negotiaton', { today }), when, page)).toMatchObject({ count: 1 });
    expect(index.search(parseSearchQuery('ransm', { today }), when, page).meant).toBe('ransom');
  });

  it('finds a subject in another language, those of the language of the query first', async () => {
    const index = await filled(
      offer('Ransomware in the hospital', { language: 'en' }),
      offer('Erpressungssoftware im Krankenhaus', { language: 'de' }),
      offer('Gardening'),
    );

    expect(search(index, 'ransomware')).toEqual(['Ransomware in the hospital', 'Erpressungssoftware im Krankenhaus']);
    expect(search(index, 'Erpressungssoftware')).toEqual([
      'Erpressungssoftware im Krankenhaus',
      'Ransomware in the hospital',
    ]);
  });

  it('reads the topics that are stated', async () => {
    const index = await filled(offer('Layer cake', { topics: ['Network segmentation'] }), offer('Gardening'));

    expect(search(index, 'zero trust segmentation')).toEqual(['Layer cake']);
  });

  it('knows what a copy, another date or a recording of an event says about it', async () => {
    const startsAt = new Date('2026-12-01T10:00:00Z');
    const index = await filled(
      offer('Lights out at the stadium', { description: 'Project recovery, told by those who were there.' }),
      offer('[Recording] Lights out at the stadium | SANS'),
      offer('Lihgts out at the stadium', { startsAt }),
      offer('Lights out at the office, part 2'),
    );

    expect(search(index, 'project recovery')).toEqual([
      'Lights out at the stadium',
      'Lihgts out at the stadium',
      '[Recording] Lights out at the stadium | SANS',
    ]);
  });

  it('shows what is less like the words only behind what is like them', async () => {
    const index = await filled(offer('Building a SOC'), offer('Incident response in the cloud'));
    const alone = await filled(offer('Incident response in the cloud'), offer('Gardening'));

    expect(search(index, 'security operations')).toEqual(['Building a SOC', 'Incident response in the cloud']);
    expect(search(alone, 'security operations')).toEqual([]);
  });

  it('understands a problem in plain words, and weighs for whom it is less', async () => {
    const index = await filled(
      offer('Recruiting in a tight market'),
      offer('Excel for accountants'),
      offer('HR basics'),
    );

    expect(search(index, 'we cannot find good people')).toEqual(['Recruiting in a tight market']);
    expect(search(index, 'excel for hr')[0]).toBe('Excel for accountants');
  });

  it('prefers the language that the words are in, even if some of them are of several', async () => {
    const index = await filled(
      offer('Incident response step by step', { language: 'en' }),
      offer('Respuesta a incidentes paso a paso', { language: 'es' }),
      offer('Réponse aux incidents pas à pas', { language: 'fr' }),
      offer('Incident response after dark', { language: 'en' }),
    );

    expect(search(index, 'respuesta a incidentes')[0]).toBe('Respuesta a incidentes paso a paso');
    expect(search(index, 'réponse aux incidents')[0]).toBe('Réponse aux incidents pas à pas');
    expect(search(index, 'incident response')[0]).toMatch(/^Incident response/u);
  });

  it('finds the problem in a sentence before the others that are named in it', async () => {
    const index = await filled(offer('Internal auditor academy'), offer('Privileged access for administrators'));

    expect(search(index, 'our auditor says that too many people share the admin password')[0]).toBe(
      'Privileged access for administrators',
    );
  });

  it('finds what a title suggests without naming it, and says nothing of it as a subject', async () => {
    const hinted = offer('Nobody applies for our jobs');
    const index = await filled(hinted, offer('Tax for beginners'));

    expect(search(index, 'recruiting')).toEqual(['Nobody applies for our jobs']);
    expect(subjectsOf(hinted)).not.toContain('recruiting');
  });

  it('says that nothing fits, and what is nearest', async () => {
    const index = await filled(offer('Cloud costs for beginners'), offer('Zero trust'));
    const found = index.search(parseSearchQuery('cloud sourdough violin', { today }), when, page);

    expect([found.found, found.count, found.nearest.map(({ title }) => title)]).toEqual([
      [],
      0,
      ['Cloud costs for beginners'],
    ]);
    expect(index.search(parseSearchQuery('sourdough violin', { today }), when, page).nearest).toEqual([]);
  });

  it('needs more likeness where words speak against the field', async () => {
    const index = await filled(offer('Opening the books: a talk on audit evidence'));

    expect(search(index, 'opening talk evidence')).toHaveLength(1);
    expect(search(index, 'chess opening talk evidence')).toEqual([]);
  });

  it('keeps to the filters, and shows nothing that is over', async () => {
    const index = await filled(
      offer('Trust one', {
        isFree: true,
        minutes: 60,
        startsAt: new Date('2026-11-26T10:00:00Z'),
        delivery: 'online-live',
      }),
      offer('Trust two', { isFree: false, minutes: 60 }),
      offer('Trust three', { minutes: 240, startsAt: new Date('2026-12-02T10:00:00Z'), delivery: 'in-person' }),
      offer('Trust four', { startsAt: new Date('2026-11-24T10:00:00Z') }),
    );

    expect(search(index, 'trust free')).toEqual(['Trust one']);
    expect(search(index, 'trust under 2h').sort()).toEqual(['Trust one', 'Trust two']);
    expect(search(index, 'trust this week live')).toEqual(['Trust one']);
    expect(search(index, 'trust this week')).toEqual(['Trust one']);
    expect(search(index, 'trust in person')).toEqual(['Trust three']);
    expect(search(index, 'trust').includes('Trust four')).toBe(false);
    expect(search(index, '')).toEqual(['Trust one', 'Trust three', 'Trust two']);
  });

  it('says which filter to remove when nothing is left', async () => {
    const index = await filled(
      offer('Trust one', { language: 'de', isFree: false }),
      offer('Trust two', { language: 'en', isFree: true }),
      offer('Trust three', { language: 'en', isFree: true, place: 'Berlin' }),
    );
    const of = (text: string) => index.search(parseSearchQuery(text, { today, known: index.known }), when, page);

    expect(of('trust free in german')).toMatchObject({
      count: 0,
      withoutFilter: [
        { name: 'language', count: 2 },
        { name: 'price', count: 1 },
      ],
    });
    expect(of('trust free').withoutFilter).toEqual([]);
  });

  it('shows a live event and its recording, or one thing of two feeds, once', async () => {
    const index = await filled(
      offer('Zero trust', { url: 'https://a.example/zero?utm_source=x' }),
      offer('Zero trust!', { url: 'https://www.a.example/zero/' }),
      offer('Zero Trust', { url: 'https://b.example/other' }),
      offer('Zero trust', { url: 'https://video.example/watch?v=1', provider: 'Other' }),
      offer('Zero trust two', { url: 'https://video.example/watch?v=2', provider: 'Other' }),
    );

    expect(search(index, 'zero trust')).toHaveLength(3);
  });

  it('follows what changes', async () => {
    const index = await filled(offer('Zero trust', { id: 'x' }));
    await index.put([offer('Cloud', { id: 'x' })]);
    expect([search(index, 'zero'), search(index, 'cloud')]).toEqual([[], ['Cloud']]);

    index.drop(['x', 'y']);
    expect([search(index, 'cloud'), index.size]).toEqual([[], 0]);
  });

  it('knows roughly how many bytes it takes', async () => {
    const index = await filled(offer('Zero trust'));
    const small = index.bytes;
    await index.put([offer('Ransomware', { description: 'Backups '.repeat(1000) })]);

    expect(index.bytes - small).toBeGreaterThan(8000);
    expect(index.bytes - small).toBeLessThan(20_000);
  });

  it('gives others a turn while it is built', async () => {
    const opportunities = Array.from({ length: 5000 }, (_, number) => offer(`Talk number ${number} on trust and risk`));
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const index = await filled(...opportunities);
    clearInterval(timer);

    expect([index.size, longest < 500]).toEqual([5000, true]);
  });
});
