import { isIP } from 'node:net';

/** Why a link cannot be kept as proof; nothing when it can. It is never fetched. */
export function proofLinkProblem(link: string): 'not-https' | 'bad' | undefined {
  if (!/^https:\/\//iu.test(link)) return 'not-https';
  const url = URL.parse(link);
  if (url === null || link.length > 2048 || /\s/u.test(link)) return 'bad';
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
  const isBare = isIP(host) !== 0 || !host.includes('.');
  return isBare || url.username !== '' || url.password !== '' ? 'bad' : undefined;
}
