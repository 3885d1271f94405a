import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, Script } from 'node:vm';
import { parseHTML } from 'linkedom';
import { escapeHtml } from '../../../src/chat/escape-html.ts';
import type { AdaptiveCard } from '../cards/elements.ts';

/** Draws a card as HTML, each text as it is. */
export type DrawCard = (card: AdaptiveCard) => string;

interface RenderedCard {
  hostConfig: unknown;
  parse(card: unknown): void;
  render(): Part | undefined;
}
interface Library {
  readonly AdaptiveCard: new () => RenderedCard;
  readonly HostConfig: new (config: unknown) => unknown;
  readonly CardElement: new () => { internalParse(source: Readonly<Record<string, unknown>>, context: unknown): void };
  readonly GlobalRegistry: { readonly elements: { register(name: string, kind: unknown): void } };
}

/** As much of a browser's page as is touched here. */
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

/** Microsoft's own library in a room of its own: it wants a browser, and nothing else here must take this for one. */
export function adaptiveCards(hostConfig: unknown): DrawCard {
  const { window } = parseHTML('<!doctype html><html><body></body></html>') as unknown as { readonly window: Browser };
  complete(window);
  const module = { exports: {} };
  const room: Record<string, unknown> = { module, exports: module.exports, document: window.document };
  for (const name of ELEMENTS) room[name] = window[name];
  room.window = room;
  // Its main file cannot be imported by Node.
  const path = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js');
  new Script(readFileSync(path, 'utf8'), { filename: path }).runInContext(createContext(room));
  const library = module.exports as Library;
  library.GlobalRegistry.elements.register('ProgressBar', progressBar(library, window.document));
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

// linkedom writes attributes as they are, so that `&lt;` would be read as `<`.
function htmlOf(part: Part): string {
  if (part.nodeType === TEXT) return escapeHtml(part.textContent ?? '');
  if (part.nodeType !== ELEMENT) return '';
  const attributes = [...part.attributes].map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`).join('');
  const start = `<${part.localName}${attributes}>`;
  if (WITHOUT_END.has(part.localName)) return start;
  return `${start}${[...part.childNodes].map(htmlOf).join('')}</${part.localName}>`;
}

// What the library sets and linkedom does not know.
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

// Teams draws it, the library does not.
function progressBar({ CardElement }: Library, document: Page): unknown {
  return class ProgressBar extends CardElement {
    #percent = 0;

    getJsonTypeName(): string {
      return 'ProgressBar';
    }

    override internalParse(source: Readonly<Record<string, unknown>>, context: unknown): void {
      super.internalParse(source, context);
      this.#percent = Number(source.value);
    }

    internalRender(): Part {
      const bar = document.createElement('progress');
      bar.setAttribute('class', 'teams-preview-bar');
      bar.setAttribute('max', '100');
      bar.setAttribute('value', String(this.#percent));
      bar.setAttribute('aria-label', `${this.#percent} %`);
      return bar;
    }
  };
}
