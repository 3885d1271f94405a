import nock from 'nock';

const FILES = 'https://files.slack.com';

/** A file as Slack tells of it. */
export const PDF = {
  id: 'F0PDF',
  name: 'certificate.pdf',
  size: 4,
  mimetype: 'application/pdf',
  url_private: `${FILES}/files-pri/T0HOME-F0PDF/certificate.pdf`,
  url_private_download: `${FILES}/files-pri/T0HOME-F0PDF/download/certificate.pdf`,
};

/** Slack's answer to one coming request for a file, a body or a status; resolves to the tokens that were brought. */
export function expectFile(answer: string | number, headers: Record<string, string> = {}): (string | null)[] {
  const seen: (string | null)[] = [];
  nock(FILES)
    .get(/^\/files-pri\//u)
    .reply(
      typeof answer === 'number' ? answer : 200,
      (request: Request) => {
        seen.push(request.headers.get('authorization'));
        return typeof answer === 'number' ? '' : answer;
      },
      headers,
    );
  return seen;
}
