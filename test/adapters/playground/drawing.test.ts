import { describe, expect, it } from 'vitest';
import type { Block, Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { cardMarkup } from '../../../src/page/card.ts';
import { formMarkup } from '../../../src/page/form.ts';
import { ENGLISH } from '../../support/phrases.ts';
import { answerOf, stage } from './fake-core.ts';
import { everyField, paceReply } from './replies.ts';

const DRAWING = { phrases: ENGLISH.form, maxFileBytes: 10_000_000 };
const say = { tenant: 'sample', user: 'maya', line: 'pace', key: 'key-0001' };
const cardOf = (...blocks: readonly Block[]): Card => ({ title: 'Title', blocks });
const html = (card: Card) => squeezed(cardMarkup(card, 'k').toString());
const formHtml = (form: Form) => squeezed(formMarkup(form, 'k', DRAWING).toString());
const squeezed = (text: string) => text.replace(/\s+/gu, ' ').replace(/ (?=>)/gu, '');

describe('a card', () => {
  it.each<[string, Block, string]>([
    ['heading', { kind: 'heading', text: 'CISSP' }, '<h3>CISSP</h3>'],
    ['text', { kind: 'text', text: ['a ', { bold: 'b' }] }, '<p class="text">a <strong>b</strong></p>'],
    ['note', { kind: 'note', text: 'small' }, '<p class="note">small</p>'],
    ['rule', { kind: 'rule' }, '<hr>'],
    ['facts', { kind: 'facts', facts: [{ label: 'Left', value: '3' }] }, '<dt>Left</dt><dd>3</dd>'],
    [
      'progress',
      { kind: 'progress', label: '3 of 4', done: 3, goal: 4, due: 1, tone: 'late' },
      '<progress class="bar-late" max="1" value="0.75" aria-label="3 of 4" aria-valuetext="75%"></progress> <svg class="today" aria-hidden="true"><rect x="25.0%" width="3" height="100%">',
    ],
    [
      'bar of shares',
      {
        kind: 'shares',
        label: 'all',
        shares: [
          { tone: 'late', count: 1 },
          { tone: 'good', count: 3 },
        ],
      },
      '<rect class="share-good" x="25.00%" width="74.40%"',
    ],
    [
      'table',
      { kind: 'table', label: 'At risk', columns: ['Who', 'Status'], rows: [{ cells: ['Ana', ''] }] },
      '<tr><th scope="row">Ana</th><td data-column="Status" class="empty"></td></tr>',
    ],
    ['item', { kind: 'item', title: 'CISM', detail: 'on track' }, 'id="t-k.b0">CISM</p> <p class="note">on track</p>'],
  ])('draws a %s', (_kind, block, expected) => {
    expect(html(cardOf(block))).toContain(expected);
  });

  it('draws more than the goal, and a goal of nothing, as full', () => {
    const drawn = html(
      cardOf({ kind: 'progress', label: 'a', done: 6, goal: 4 }, { kind: 'progress', label: 'b', done: 0, goal: 0 }),
    );

    expect(drawn).toContain('value="1" aria-label="a" aria-valuetext="150%"');
    expect(drawn).toContain('value="1" aria-label="b" aria-valuetext="100%"');
  });

  it('links to web and mail addresses only', () => {
    const link = (url: string) => html(cardOf({ kind: 'text', text: [{ link: 'here', url }] }));

    expect(link('https://www.isc2.org/')).toContain(
      '<a href="https://www.isc2.org/" target="_blank" rel="noopener noreferrer">here</a>',
    );
    expect(link('javascript:alert(1)')).toContain('<p class="text">here</p>');
    expect(link(' javascript:alert(1)')).not.toContain('<a');
  });

  it('gives every button its command, its arguments and a key of its own', () => {
    if (paceReply.kind !== 'card') throw new Error('not a card');

    const keys = [...html(paceReply.card).matchAll(/data-key="([^"]+)"/gu)].map(([, key]) => key);

    expect(keys).toEqual(['k.b7', 'k.b8', 'k.a0', 'k.a1', 'k.a2']);
    expect(html(paceReply.card)).toContain('data-press="pace" data-args="{&quot;text&quot;:&quot;cism&quot;}"');
  });

  it('gets another key each time it is drawn', async () => {
    const { post } = await stage(() => paceReply);
    const draw = async () => (await answerOf(post('/playground/say', say))).html;

    const [first, second] = [await draw(), await draw()];

    expect(first).not.toBe(second);
  });
});

describe('a form', () => {
  it.each([
    ['line', '<input type="text" name="title" id="f-k-title"'],
    ['placeholder', 'placeholder="SANS webcast on zero trust"'],
    ['search', '<input type="text" role="combobox" id="f-k-certification" data-source="certifications"'],
    ['answer of a search', '<input type="hidden" name="certification" value="">'],
    ['choice', '<option value="webinar" selected>Webinar or webcast</option>'],
    ['detail of a choice', 'Course or training (with a teacher)'],
    ['date', '<input type="date" class="short" name="start"'],
    ['number', '<input type="text" inputmode="decimal" class="short" name="minutes"'],
    ['choices', '<fieldset class="field" data-choices="counts"><legend class="label">Counts for</legend>'],
    ['paragraph', '<textarea rows="4" name="note"'],
    [
      'kept file',
      'name="proof.files" id="f-k-proof.files-1" value="kept-1" aria-describedby="f-k-proof.files-hint" checked',
    ],
    ['input of files', '<input type="file" id="f-k-proof.files" aria-label="Proof files: Add files"'],
    ['hint', 'aria-describedby="f-k-note-hint"'],
    ['words', 'as <strong>22 Nov 2026</strong>.'],
    ['optional', '<label class="label" for="f-k-note">Proof note <span class="optional">(optional)</span></label>'],
    ['state', 'data-state="line-1"'],
  ])('draws a %s', (_what, expected) => {
    expect(formHtml(everyField)).toContain(expected);
  });

  it('keeps what was typed and says what is wrong beside the field', () => {
    const answers = {
      title: '',
      start: 'last friday',
      minutes: 'x',
      counts: ['cism'],
      note: '\nfirst\nsecond',
      certification: 'cisp',
    };
    const errors = { start: 'No day.', counts: 'Choose one.', certification: 'Unknown.', gone: 'Nowhere to show.' };

    const drawn = formMarkup({ ...everyField, answers, errors, problem: 'Not saved.' }, 'k', DRAWING).toString();

    expect(squeezed(drawn)).toContain(
      '<input type="text" class="short" name="start" id="f-k-start" aria-describedby="f-k-start-error" aria-invalid="true" value="last friday">',
    );
    expect(drawn).toContain('No day.</p>');
    expect(drawn).toContain('value="x"');
    expect(squeezed(drawn)).toContain('value="cism" aria-describedby="f-k-counts-error" aria-invalid="true" checked>');
    expect(drawn).toContain('>\n\nfirst\nsecond</textarea>');
    expect(drawn).toContain('<input type="hidden" name="certification" value="cisp">');
    expect(drawn).toContain('Check 4 answers.');
    expect(drawn).toContain('<a href="#f-k-start">Date</a>: No day.');
    expect(drawn).toContain('<li>Nowhere to show.</li>');
    expect(drawn).toContain('<p class="problem" role="alert">Not saved.</p>');
  });

  it('shows the label of what was chosen and sends its value', () => {
    const options = [{ value: 'cissp', label: 'CISSP · Certified' }];
    const search = { kind: 'search', name: 'c', label: 'C', source: 's', options } as const;

    const drawn = formHtml({ ...everyField, parts: [search], answers: { c: 'cissp' } });

    expect(drawn).toContain('value="CISSP · Certified"');
    expect(drawn).toContain('<input type="hidden" name="c" value="cissp">');
  });

  it('stays as it is when it could not be dealt with', async () => {
    const { post } = await stage((): Reply => ({ kind: 'stay', problem: 'The database <sleeps>.' }));

    const answer = await answerOf(post('/playground/submit', { ...say, command: 'log', answers: {} }));

    expect(answer).toMatchObject({ kind: 'stay', text: 'The database <sleeps>.', previews: [] });
    expect(answer.html).toBe('<p class="problem" role="alert">The database &lt;sleeps&gt;.</p>');
  });
});

describe('text from people', () => {
  const evil = `<script>alert(1)</script>"><img src=x onerror='alert(1)'>`;
  const action = { label: evil, command: 'pace', args: { text: evil } };
  const option = { value: evil, label: evil, detail: evil };
  const common = { label: evil, hint: evil, placeholder: evil };

  it('stays text everywhere in a card', () => {
    const text = [evil, { bold: evil }, { link: evil, url: `https://x/${evil}` }];
    const card: Card = {
      title: evil,
      actions: [action],
      blocks: [
        { kind: 'heading', text: evil },
        { kind: 'text', text },
        { kind: 'note', text },
        { kind: 'facts', facts: [{ label: evil, value: text }] },
        { kind: 'progress', label: evil, done: 1, goal: 2 },
        { kind: 'table', label: evil, columns: [evil, evil], rows: [{ cells: [text, text] }] },
        { kind: 'item', title: text, detail: text, action },
      ],
    };

    expect(html(card)).not.toMatch(/<script|<img|'alert/u);
  });

  it('stays text everywhere in a form', () => {
    const form: Form = {
      command: 'log',
      title: evil,
      submit: evil,
      state: evil,
      problem: evil,
      answers: { line: evil, paragraph: `</textarea>${evil}`, number: evil, date: evil, search: evil, choices: [evil] },
      errors: { line: evil, [evil]: evil },
      parts: [
        { kind: 'text', text: evil },
        { ...common, kind: 'line', name: 'line', maxLength: 9 },
        { ...common, kind: 'paragraph', name: 'paragraph', maxLength: 9 },
        { ...common, kind: 'number', name: 'number' },
        { ...common, kind: 'date', name: 'date' },
        { ...common, kind: 'choice', name: 'choice', options: [option] },
        { ...common, kind: 'choices', name: 'choices', options: [option] },
        { ...common, kind: 'search', name: 'search', source: 'x', options: [option] },
        { ...common, kind: 'file', name: 'file', max: 1, options: [option] },
      ],
    };

    expect(formHtml(form)).not.toMatch(/<script|<img|'alert|<\/textarea>&lt;/u);
  });

  it('stays text in the page', async () => {
    const people = [{ user: evil, name: evil, detail: evil, zone: 'UTC', locale: 'en' }];
    const { request } = await stage(() => paceReply, {
      workspaces: [{ tenant: evil, name: evil, note: evil, people, start: [evil] }],
      commands: { en: [{ name: evil, usage: evil, summary: evil }], de: [{ name: evil, usage: evil, summary: evil }] },
    });

    const page = await (await request('/')).text();

    expect(page).not.toMatch(/<script>|<img|'alert/u);
  });
});
