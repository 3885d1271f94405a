const LIGHT = `--page: #f5f5f5; --card: #fff; --text: #242424; --subtle: #616161; --line: #d1d1d1; --accent: #5b5fc7; --on-accent: #fff; --link: #4f52b2; --good: #0e700e; --attention: #b10e1c;`;
const DARK = `--page: #1f1f1f; --card: #292929; --text: #fff; --subtle: #adadad; --line: #5c5c5c; --accent: #7f85f5; --on-accent: #000; --link: #9299f7; --good: #54b054; --attention: #e37d80;`;

/** The style sheet of the preview; named colours make it light or dark with the page. */
export const previewCss = `
.teams-preview { ${LIGHT} box-sizing: border-box; width: 100%; max-width: 600px; color: var(--text); font: 14px/1.43 "Segoe UI", "Segoe UI Web (West European)", system-ui, sans-serif; overflow-wrap: anywhere; }
.teams-preview *, .teams-preview *::before { box-sizing: border-box; }
.teams-preview .ac-adaptiveCard { border: 1px solid var(--line); border-radius: 6px; }
.teams-preview .ac-textBlock, .teams-preview .ac-textRun { white-space: pre-wrap !important; overflow-wrap: anywhere; }
.teams-preview .ac-anchor { color: var(--link); text-decoration: underline; }
.teams-preview .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
.teams-preview .ac-pushButton { font: inherit; font-weight: 600; min-height: 32px; padding: 5px 12px; border: 1px solid var(--line); border-radius: 4px; background: var(--card); color: var(--text); }
.teams-preview .ac-pushButton.style-positive { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.teams-preview .ac-pushButton.style-destructive { color: var(--attention); border-color: var(--attention); }
.teams-preview .ac-input { font: inherit; min-height: 32px; padding: 5px 12px; border: 1px solid var(--line); border-radius: 4px; background: var(--card); color: var(--text); color-scheme: inherit; }
.teams-preview textarea.ac-input { min-height: 72px; }
.teams-preview .ac-input.ac-choiceSetInput-multiSelect, .teams-preview .ac-choiceSetInput-filtered-container { border: 0; padding: 0; background: none; }
.teams-preview .ac-choiceSetInput-filtered-textbox { width: 100%; }
.teams-preview .ac-choiceSetInput-filtered-dropdown { display: none; }
.teams-preview input[type=checkbox] { width: 16px; height: 16px; accent-color: var(--accent); }
.teams-preview:has(> .teams-preview-narrow) { container-type: inline-size; }
.teams-preview-narrow { display: none; }
@container (max-width: 420px) { .teams-preview-wide { display: none; } .teams-preview-narrow { display: block; } }
.teams-preview-dialog { border: 1px solid var(--line); border-radius: 8px; background: var(--page); padding: 16px; }
.teams-preview-dialog .ac-adaptiveCard { border: 0; }
.teams-preview-title { margin: 0 0 12px; font-size: 18px; font-weight: 700; }
.teams-preview:where([data-theme=dark],[data-theme=dark] *) { ${DARK} color-scheme: dark; }
@media (prefers-color-scheme: dark) { :root:not([data-theme]) .teams-preview:not([data-theme]) { ${DARK} color-scheme: dark; } }
`;

const colours = (name: string) => ({ default: `var(--${name})`, subtle: 'var(--subtle)' });
const foreground = {
  default: colours('text'),
  accent: colours('accent'),
  attention: { default: 'var(--attention)', subtle: 'var(--attention)' },
  good: { default: 'var(--good)', subtle: 'var(--good)' },
};

/** Teams' fonts, spacing and colours, for the library that draws cards. */
export const hostConfig = {
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  textBlock: { headingLevel: 2 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  containerStyles: { default: { backgroundColor: 'var(--card)', foregroundColors: foreground } },
  inputs: {
    label: {
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
      inputSpacing: 'small',
    },
    errorMessage: { color: 'attention' },
  },
  actions: {
    maxActions: 6,
    buttonSpacing: 8,
    actionAlignment: 'left',
    actionsOrientation: 'horizontal',
    spacing: 'default',
  },
};
