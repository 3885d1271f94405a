import { isIP } from 'node:net';

/** Returns why a link isn't accepted as proof, or undefined when it is. The link isn't fetched. */
export function proofLinkProblem(link: string): 'not-https' | 'bad' | undefined {
  if (!/^https:\/\//iu.test(link)) return 'not-https';
  const url = URL.parse(link);
  if (url === null || link.length > 2048 || /\s/u.test(link)) return 'bad';
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
  const isBare = isIP(host) !== 0 || !host.includes('.');
  return isBare || url.username !== '' || url.password !== '' ? 'bad' : undefined;
}
