import { escapeHtml } from '../../../src/chat/escape-html.ts';
import type { InstallProblem, SlackPermission } from '../../../src/chat/install-phrases.ts';
import type { PlatformPhrases } from '../../../src/chat/platform-phrases.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#1d1c1d;background:#fff}
h1{font-size:1.6rem;line-height:1.2}dt{font-weight:600;margin-top:.6rem}dd{margin:0}code{background:#f2f2f2;padding:.1rem .3rem;border-radius:.2rem}
a.button{display:inline-block;margin:1rem 0;padding:.7rem 1.2rem;border-radius:.4rem;background:#1f4d45;color:#fff;text-decoration:none;font-weight:600}
a.button:focus-visible{outline:3px solid #1264a3;outline-offset:2px}
@media(prefers-color-scheme:dark){body{color:#eee;background:#1a1d21}code{background:#33373c}}`;

/** The page before: what recert may do and why, and the way to Slack. */
export function startPage(
  { install, language }: PlatformPhrases,
  scopes: readonly SlackPermission[],
  authorizeUrl: string,
): string {
  const reasons = scopes.map((scope) => `<dt>${escapeHtml(scope)}</dt><dd>${escapeHtml(install.reasons[scope])}</dd>`);
  return page({ title: install.title, language }, [
    `<p>${escapeHtml(install.intro)}</p>`,
    `<h2>${escapeHtml(install.permissions)}</h2><dl>${reasons.join('')}</dl>`,
    `<p>${escapeHtml(install.never)}</p>`,
    button(authorizeUrl, install.button),
  ]);
}

/** The page after: what to type first. */
export function installedPage({ install, language }: PlatformPhrases, workspace: string, tenant: string): string {
  const steps = install.firstSteps.map(
    ([command, meaning]) => `<dt><code>${escapeHtml(command)}</code></dt><dd>${escapeHtml(meaning)}</dd>`,
  );
  return page({ title: install.installed(workspace), language }, [
    `<p>${escapeHtml(install.next)}</p><dl>${steps.join('')}</dl>`,
    button(`https://app.slack.com/client/${encodeURIComponent(tenant)}`, install.openSlack),
  ]);
}

/** The page that says why nothing was installed. */
export function problemPage(
  { install, language }: PlatformPhrases,
  { problem, code }: { readonly problem: InstallProblem; readonly code?: string | undefined },
  startUrl: string,
): string {
  const { title, text } = install.problems[problem];
  const detail = code === undefined ? '' : `<p>${escapeHtml(install.code(code))}</p>`;
  return page({ title, language }, [`<p>${escapeHtml(text)}</p>`, detail, button(startUrl, install.again)]);
}

function page({ title, language }: { readonly title: string; readonly language: string }, parts: readonly string[]) {
  const heading = escapeHtml(title);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${heading}</title><style>${STYLE}</style></head><body><main><h1>${heading}</h1>${parts.join('')}</main></body></html>`;
}

function button(url: string, label: string): string {
  return `<p><a class="button" href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`;
}
