import { createHash } from 'node:crypto';
import type { HttpRoute } from '../../chat/chat-adapter.ts';
import { escapeHtml } from '../../chat/escape-html.ts';
import type { Language } from '../../chat/language.ts';
import { wordsFor } from '../../strings/index.ts';
import { SECURITY_HEADERS, textResponse } from '../outgoing-files.ts';

/** The pages about this recert, by their path. */
const PAGES = { '/': 'home', '/privacy': 'privacy', '/terms': 'terms' } as const;
type Path = keyof typeof PAGES;

const STYLE =
  ':root{color-scheme:light dark;font:400 100%/1.6 system-ui,sans-serif}body{max-width:40rem;margin:3rem auto;padding:0 1rem;' +
  'overflow-wrap:anywhere}nav{display:flex;gap:1rem;margin-top:2rem}a{color:light-dark(#1d6b50,#7dd6ab)}';
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Serves `/`, `/privacy` and `/terms` in the language that the browser prefers; every other path isn't found. */
export function siteRoute(): HttpRoute {
  return {
    path: '/',
    handle: async ({ method, url, headers }) => {
      const { pathname } = new URL(url);
      if (!isPath(pathname)) return new Response(null, { status: 404 });
      if (method !== 'GET' && method !== 'HEAD')
        return textResponse(405, 'This page can only be read.\n', { allow: 'GET, HEAD' });
      const language = preferredLanguage(headers.get('accept-language') ?? '');
      return new Response(method === 'HEAD' ? null : pageHtml(pathname, language), {
        headers: {
          ...SECURITY_HEADERS,
          'content-security-policy': POLICY,
          'content-type': 'text/html; charset=utf-8',
          'content-language': language,
          'cache-control': 'public, max-age=3600',
          vary: 'accept-language',
        },
      });
    },
  };
}

function isPath(path: string): path is Path {
  return Object.hasOwn(PAGES, path);
}

/** The first of the languages that a browser prefers which recert speaks. */
function preferredLanguage(accepted: string): Language {
  const ranked = accepted
    .toLowerCase()
    .split(',')
    .flatMap((part): { readonly language: Language; readonly weight: number }[] => {
      const [, tag, weight = '1'] = /^\s*(de|en)(?:-[\w-]+)?\s*(?:;\s*q=([\d.]+))?\s*$/u.exec(part) ?? [];
      return tag === undefined || !(Number(weight) > 0)
        ? []
        : [{ language: tag === 'de' ? 'de' : 'en', weight: Number(weight) }];
    })
    .sort((one, other) => other.weight - one.weight);
  return ranked[0]?.language ?? 'en';
}

function pageHtml(path: Path, language: Language): string {
  const words = wordsFor(language).site;
  const { title, paragraphs } = words[PAGES[path]];
  const links = Object.entries(PAGES).map(([to, name]) => {
    const current = to === path ? ' aria-current="page"' : '';
    return `<a href="${to}"${current}>${escapeHtml(words[name].title)}</a>`;
  });
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(path === '/' ? title : `${title} · recert`)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
</main><nav aria-label="${escapeHtml(words.nav)}">${links.join('')}</nav></body></html>
`;
}
