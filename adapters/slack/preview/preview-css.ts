/** What the library does not draw: the window around a form, its inputs and its buttons. */
const OWN = `
.slack-preview { width: 100%; max-width: 600px; color: #1d1c1d; font: 15px/1.47 Lato, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
.slack-preview #slack_blocks_to_jsx p { white-space: pre-wrap; }
.slack-preview :where(p, span, a):not(table *) { overflow-wrap: anywhere; }
.slack-preview a { text-decoration: underline; }
.slack-preview-modal { border: 1px solid #8b8a8b; border-radius: 8px; padding: 16px 20px; background: #fff; }
.slack-preview-title { font-size: 18px; font-weight: 900; margin: 0 0 12px; }
.slack-preview-input { display: block; margin: 12px 0; }
.slack-preview-label { display: block; font-weight: 700; margin-bottom: 4px; }
.slack-preview-optional, .slack-preview-hint { color: #616061; font-size: 13px; font-weight: 400; }
.slack-preview-control { box-sizing: border-box; display: block; width: 100%; min-height: 36px; padding: 6px 12px; border: 1px solid #8b8a8b; border-radius: 4px; background: transparent; color: inherit; white-space: pre-wrap; }
.slack-preview-tall { min-height: 76px; }
.slack-preview-placeholder { color: #616061; }
.slack-preview-select { display: flex; justify-content: space-between; gap: 8px; }
.slack-preview-bare { border: 0; padding-inline: 0; }
.slack-preview-files { display: flex; flex-direction: row-reverse; justify-content: flex-end; gap: 8px; width: max-content; font-weight: 700; }
.slack-preview-buttons { display: flex; justify-content: flex-end; gap: 8px; margin: 16px 0 0; }
.slack-preview-button { padding: 5px 12px; border: 1px solid #8b8a8b; border-radius: 4px; font-weight: 700; }
.slack-preview-button:last-child { background: #007a5a; border-color: #007a5a; color: #fff; }
.slack-preview:where([data-theme=dark],[data-theme=dark] *) { color: #d1d2d3; }
.slack-preview-modal:where([data-theme=dark],[data-theme=dark] *) { background: #1a1d21; }
.slack-preview-optional:where([data-theme=dark],[data-theme=dark] *), .slack-preview-hint:where([data-theme=dark],[data-theme=dark] *), .slack-preview-placeholder:where([data-theme=dark],[data-theme=dark] *) { color: #ababad; }
.slack-preview :has(> table) { max-width: 100%; overflow-x: auto; overflow-wrap: normal; }
.slack-preview :is(th, td) { min-width: 7em; }
@media (max-width: 480px) { .slack-preview :is(th, td) { min-width: 3.5em; padding: 6px !important; font-size: 13px; } }
.slack-preview .bg-green-primary, .slack-preview .bg-green-primary * { color: #fff; }
`;

/** The styles of a preview: dark under `data-theme="dark"`, and where the system prefers dark under no theme at all. */
export function previewCss(library: string): string {
  const css = `${library}\n${OWN}`;
  const dark = [...css.matchAll(/[^{}]*\[data-theme=dark\][^{}]*\{[^{}]*\}/gu)]
    .map(([rule]) => rule.replaceAll('[data-theme=dark]', ':root:not([data-theme])'))
    .join('');
  return `${css}\n@media (prefers-color-scheme: dark){${dark}}\n`;
}
