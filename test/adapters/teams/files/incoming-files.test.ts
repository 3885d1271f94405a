import nock from 'nock';
import { describe, expect, it } from 'vitest';
import type { IncomingFile } from '../../../../src/chat/incoming-file.ts';
import type { Interaction } from '../../../../src/chat/interaction.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { formWithFiles, KEPT, OTHER, outcome, tempting } from '../../../support/incoming.ts';
import { activity, CHANNEL, mentioned, PERSONAL, typed } from '../activities.ts';
import { checkCard } from '../adaptive-card.ts';
import { begin, installStandIn, teams } from '../conversation-setup.ts';
import { dataOf, open, submit, wordsIn } from '../dialogs.ts';
import { aCard, cardIn, type StandIn } from '../stand-in.ts';

const STORE = 'https://contoso-my.sharepoint.com';

installStandIn();

/** A file as Teams tells of it. */
const attached = (name: unknown = 'certificate.pdf', downloadUrl: unknown = `${STORE}/download.aspx?tempauth=1`) => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: `${STORE}/personal/ana/Documents/certificate.pdf`,
  name,
  content: { downloadUrl, uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D', fileType: 'pdf' },
});
// Teams sends the words once more as HTML.
const html = { contentType: 'text/html', content: '<div><attachment id="1"></attachment></div>' };
const withFiles = (text: string, attachments: unknown) => typed(text, { attachments });
const picture = { contentType: 'image/*', contentUrl: 'https://smba.trafficmanager.net/emea/v3/attachments/1/views/o' };

const filesOf = (): readonly IncomingFile[] => (teams.heard[0] as Interaction).files ?? [];

function expectDownload(status: number, body = '', headers: Record<string, string> = {}): (string | null)[] {
  const seen: (string | null)[] = [];
  nock(STORE)
    .get('/download.aspx?tempauth=1')
    .reply(
      status,
      (request: Request) => {
        seen.push(request.headers.get('authorization'));
        return body;
      },
      headers,
    );
  return seen;
}

describe('a file in the personal chat', () => {
  it('without a word is to be attached, and is read without the bot’s token', async () => {
    await begin({ dispatch: () => aCard('Attached') });
    teams.expectMessage(PERSONAL.id);
    const seen = expectDownload(200, '%PDF');

    await teams.send(withFiles('', [html, attached()]));

    expect(teams.heard[0]).toMatchObject({ command: 'attach', args: {}, files: [{ name: 'certificate.pdf' }] });
    expect(filesOf()[0]).not.toHaveProperty('field');
    expect([await outcome(filesOf()[0]), seen]).toEqual(['%PDF', [null]]);
  });

  it('comes with the line that was typed', async () => {
    await begin({ dispatch: () => aCard('Logged') });
    teams.expectMessage(PERSONAL.id);

    await teams.send(withFiles('log 2h webinar', [attached('one.pdf'), attached('\u202etwo\n/\\.pdf')]));

    expect(teams.heard[0]).toMatchObject({
      command: 'log',
      args: { text: '2h webinar' },
      files: [{ name: 'one.pdf' }, { name: 'two __.pdf' }],
    });
  });

  it('that leads to a form waits for the button that opens it', async () => {
    await begin({
      dispatch: ({ files = [], answers }): Reply => {
        if (answers !== undefined) return aCard('Logged');
        return { kind: 'form', form: formWithFiles(...files.map(() => KEPT)) };
      },
    });
    teams.expectMessage(PERSONAL.id);
    await teams.send(withFiles(`log ${'a'.repeat(3500)}`, [attached()]));

    const button = dataOf(cardIn(teams.said[0] as StandIn['said'][number]), 'Open the form');
    const first = await open(teams, button);
    const again = await open(teams, button);
    await submit(teams, first, { title: 'Zero trust' });

    expect([wordsIn(first), wordsIn(again)].every((words) => words.includes(`${KEPT}.pdf`))).toBe(true);
    expect(teams.heard.map(({ command, answers }) => [command, answers])).toEqual([
      ['log', undefined],
      ['log', { title: 'Zero trust', 'proof.files': [KEPT] }],
    ]);
  });

  it('in a form that nobody keeps any more opens the form without it', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: formWithFiles() }) });
    const button = { recert: { command: 'log', args: { text: '2h', form: OTHER } } };

    const card = await open(teams, button);

    expect([checkCard(card), teams.heard[0]?.args]).toEqual([[], { text: '2h' }]);
  });

  it.each([
    ['no list', 'x'],
    ['an empty one', []],
    ['none', null],
    ['nothing of use', [{ ...attached(), contentType: null }, {}]],
  ])('is not there when the attachments are %s', async (_name, attachments) => {
    await begin({ dispatch: () => aCard('Help') });
    teams.expectMessage(PERSONAL.id);

    await teams.send(withFiles('help', attachments));

    expect(teams.heard).toMatchObject([{ command: 'help' }]);
    expect(teams.heard[0]).not.toHaveProperty('files');
  });

  it('is out of reach when Teams does not say where it is', async () => {
    await begin({ dispatch: () => aCard('Attached') });
    teams.expectMessage(PERSONAL.id);

    await teams.send(withFiles('', [{ ...attached(7), content: 'none' }]));

    expect(filesOf()).toMatchObject([{ name: 'file' }]);
    expect(await outcome(filesOf()[0])).toBe('unreachable');
  });

  it('has a name of 200 characters at most', async () => {
    await begin({ dispatch: () => aCard('Attached') });
    teams.expectMessage(PERSONAL.id);

    await teams.send(withFiles('', [attached('n'.repeat(3001))]));

    expect(filesOf()[0]?.name.length).toBe(200);
  });
});

describe('a file that is too large or elsewhere', () => {
  const request = async (downloadUrl?: string) => {
    await begin({ dispatch: () => aCard('Attached') });
    teams.expectMessage(PERSONAL.id);
    await teams.send(withFiles('', [attached('a.pdf', downloadUrl)]));
    return filesOf()[0];
  };

  it('is not begun when its length is 2 GB', async () => {
    expectDownload(200, 'a', { 'content-length': String(2 * 1024 ** 3) });

    expect(await outcome(await request())).toBe('too-large');
  });

  it('is left when it goes on after what it may have', async () => {
    expectDownload(200, 'a'.repeat(2000), { 'content-length': '2000' });

    expect(await outcome(await request())).toBe('too-large');
  });

  it.each([302, 403, 500])('is out of reach after %i, and asked for once', async (status) => {
    expectDownload(status, '', { location: 'https://evil.example/a' });
    tempting('https://evil.example/a');

    expect(await outcome(await request())).toBe('unreachable');
    expect(nock.pendingMocks().join()).toContain('evil.example');
    nock.cleanAll();
  });

  it.each([
    'http://contoso-my.sharepoint.com/a',
    'https://evil.example/a',
    'https://sharepoint.com.evil.example/a',
    'https://contoso.sharepoint.com@evil.example/a',
    'https://contoso.sharepoint.com:8443/a',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    '',
  ])('is never asked for at %j', async (url) => {
    const file = await request(url);
    tempting(url);

    expect(await outcome(file)).toBe('unreachable');
    nock.cleanAll();
  });
});

describe('elsewhere', () => {
  it('a picture in a message is answered in words, for it is no file', async () => {
    await begin({ dispatch: () => aCard('Never') });
    teams.expectMessage(PERSONAL.id);

    await teams.send(withFiles('', [html, picture]));

    expect(teams.heard).toEqual([]);
    expect(wordsIn(teams.said)).toContain('send the picture as a file, with the paper clip');
  });

  it('a picture beside a line says so after the answer', async () => {
    await begin({ dispatch: () => aCard('Logged') });
    teams.expectMessage(PERSONAL.id);
    teams.expectMessage(PERSONAL.id);

    await teams.send(withFiles('log 2h', [picture]));

    expect(teams.heard).toMatchObject([{ command: 'log' }]);
    expect(teams.said.map(wordsIn).map((words) => words.includes('paper clip'))).toEqual([false, true]);
  });

  it('a channel gives a bot no files, and nothing is said about it', async () => {
    await begin({ dispatch: () => aCard('Help', {}, 'place') });
    teams.expectMessage(CHANNEL.id);

    await teams.send({ ...mentioned('help'), attachments: [attached(), picture] });

    expect(teams.heard[0]).not.toHaveProperty('files');
    expect(teams.said.length).toBe(1);
  });
});

it('a file of somebody without an account in the tenant goes no further', async () => {
  await begin({ dispatch: () => aCard('Attached') });
  const guest = { id: '29:guest', name: 'Guest' };
  teams.expectMessage(PERSONAL.id);

  await teams.send(activity({ text: '', attachments: [attached()], from: guest }));

  expect(teams.heard).toEqual([]);
});
