import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, Script } from 'node:vm';
import { parseHTML } from 'linkedom';
import { escapeHtml } from '../../../src/chat/escape-html.ts';
import type { AdaptiveCard } from '../cards/elements.ts';

/** Draws a card as HTML, with its texts escaped. */
export type DrawCard = (card: AdaptiveCard) => string;

interface RenderedCard {
  hostConfig: unknown;
  parse(card: unknown): void;
  render(): Part | undefined;
}
interface Library {
  readonly AdaptiveCard: new () => RenderedCard;
  readonly HostConfig: new (config: unknown) => unknown;
}

/** The parts of a DOM that are used here. */
interface Part {
  readonly nodeType: number;
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly childNodes: Iterable<Part>;
  textContent: string | null;
  hasAttribute(name: string): boolean;
  toggleAttribute(name: string, isThere: boolean): void;
  setAttribute(name: string, value: string): void;
}
interface Page {
  createElement(name: string): Part;
}
interface Browser extends Record<(typeof ELEMENTS)[number] | 'HTMLOptionElement', { readonly prototype: object }> {
  readonly document: Page;
}

const ELEMENTS = [
  'HTMLElement',
  'HTMLButtonElement',
  'HTMLInputElement',
  'HTMLSelectElement',
  'Element',
  'Node',
] as const;

/** Loads Microsoft's library in its own context with a minimal DOM, so that no other code takes this process for a browser. */
export function adaptiveCards(hostConfig: unknown): DrawCard {
  const { window } = parseHTML('<!doctype html><html><body></body></html>') as unknown as { readonly window: Browser };
  complete(window);
  const module = { exports: {} };
  const context: Record<string, unknown> = { module, exports: module.exports, document: window.document };
  for (const name of ELEMENTS) context[name] = window[name];
  context.window = context;
  // Node can't import the library's main file.
  const path = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js');
  new Script(readFileSync(path, 'utf8'), { filename: path }).runInContext(createContext(context));
  const library = module.exports as Library;
  const config = new library.HostConfig(hostConfig);
  return (card) => {
    const drawn = new library.AdaptiveCard();
    drawn.hostConfig = config;
    drawn.parse(card);
    const part = drawn.render();
    return part === undefined ? '' : htmlOf(part);
  };
}

const TEXT = 3;
const ELEMENT = 1;
const WITHOUT_END: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input']);

// linkedom doesn't escape attributes, so `&lt;` would be read as `<`.
function htmlOf(part: Part): string {
  if (part.nodeType === TEXT) return escapeHtml(part.textContent ?? '');
  if (part.nodeType !== ELEMENT) return '';
  const attributes = [...part.attributes].map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`).join('');
  const start = `<${part.localName}${attributes}>`;
  if (WITHOUT_END.has(part.localName)) return start;
  return `${start}${[...part.childNodes].map(htmlOf).join('')}</${part.localName}>`;
}

// Properties that the library sets and linkedom lacks.
function complete(window: Browser): void {
  const text = {
    configurable: true,
    get(this: Part): string {
      return this.textContent ?? '';
    },
    set(this: Part, words: string): void {
      this.textContent = words;
    },
  };
  Object.defineProperty(window.HTMLElement.prototype, 'innerText', text);
  Object.defineProperty(window.HTMLOptionElement.prototype, 'text', text);
  Object.defineProperty(window.HTMLInputElement.prototype, 'checked', {
    configurable: true,
    get(this: Part): boolean {
      return this.hasAttribute('checked');
    },
    set(this: Part, isChecked: boolean): void {
      this.toggleAttribute('checked', isChecked);
    },
  });
}
