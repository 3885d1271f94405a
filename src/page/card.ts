import type { Action, Block, Card } from '../chat/card.ts';
import { progressBarOf } from '../chat/chart-cells.ts';
import { tableItems } from '../chat/table-items.ts';
import { type Markup, markup, textMarkup } from './markup.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** A card as HTML, with `below` after its blocks; `key` is unique to this drawing and makes the keys of its buttons. */
export function cardMarkup(card: Card, key: string, below?: Markup): Markup {
  const actions = card.actions ?? [];
  return markup`<section class="card" aria-labelledby="c-${key}">
    <h2 id="c-${key}">${card.title}</h2>
    ${card.blocks.map((block, index) => blockMarkup(block, `${key}.b${index}`))}
    ${below}
    ${
      actions.length > 0 &&
      markup`<div class="actions">${actions.map((action, index) => actionMarkup(action, `${key}.a${index}`))}</div>`
    }
  </section>`;
}

function blockMarkup(block: Block, key: string): Markup {
  switch (block.kind) {
    case 'heading':
      return markup`<h3>${block.text}</h3>`;
    case 'text':
      return markup`<p class="text">${textMarkup(block.text)}</p>`;
    case 'note':
      return markup`<p class="note">${textMarkup(block.text)}</p>`;
    case 'rule':
      return markup`<hr>`;
    case 'facts':
      return factsMarkup(block);
    case 'progress':
      return progressMarkup(block);
    case 'shares':
      return sharesMarkup(block);
    case 'table':
      return block.rows.some(({ action }) => action !== undefined) ? listMarkup(block, key) : tableMarkup(block);
    case 'item':
      return itemMarkup(block, key);
  }
}

function factsMarkup({ facts }: Of<'facts'>): Markup {
  return markup`<dl class="facts">${facts.map(
    ({ label, value }) => markup`<div><dt>${label}</dt><dd>${textMarkup(value)}</dd></div>`,
  )}</dl>`;
}

function progressMarkup(block: Of<'progress'>): Markup {
  const { label, done, goal } = block;
  const { share, due, tone } = progressBarOf(block);
  const percent = `${Math.floor((goal > 0 ? Math.max(0, done / goal) : 1) * 100)}%`;
  const mark = due === undefined ? undefined : `${(due * 100).toFixed(1)}%`;
  return markup`<div class="progress">
    <p class="progress-line" aria-hidden="true"><span>${label}</span> <span class="percent">${percent}</span></p>
    <div class="bar">
      <progress class="bar-${tone}" max="1" value="${share}" aria-label="${label}" aria-valuetext="${percent}"></progress>
      ${mark !== undefined && markup`<svg class="today" aria-hidden="true"><rect x="${mark}" width="3" height="100%"></rect></svg>`}
    </div>
  </div>`;
}

function sharesMarkup({ label, shares }: Of<'shares'>): Markup {
  const nonEmpty = shares.filter(({ count }) => count > 0);
  return markup`<div class="progress">
    <p class="progress-line">${label}</p>
    <svg class="shares" aria-hidden="true" width="100%" height="14">${barsOf(nonEmpty)}</svg>
  </div>`;
}

function barsOf(shares: Of<'shares'>['shares']): readonly Markup[] {
  const whole = shares.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return shares.map(({ tone, count }) => {
    const [x, width] = [(before / whole) * 100, (count / whole) * 100];
    before += count;
    return markup`<rect class="share-${tone}" x="${x.toFixed(2)}%" width="${(width - 0.6).toFixed(2)}%" height="14"></rect>`;
  });
}

// Rows with buttons are as wide as the page.
function listMarkup(block: Of<'table'>, key: string): Markup {
  return markup`${tableItems(block).map((item, index) => itemMarkup(item, `${key}.${index}`))}`;
}

// On a narrow screen each cell is a line of its own, with the name of its column before it.
function tableMarkup({ label, columns, rows }: Of<'table'>): Markup {
  const heads = columns.map((column) => markup`<th scope="col">${column}</th>`);
  const lines = rows.map(({ cells: [first = '', ...others] }) => {
    const more = others.map(
      (cell, index) =>
        markup`<td data-column="${columns[index + 1]}" ${cell === '' && markup`class="empty"`}>${textMarkup(cell)}</td>`,
    );
    return markup`<tr><th scope="row">${textMarkup(first)}</th>${more}</tr>`;
  });
  return markup`<table><caption class="hidden-words">${label}</caption><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table>`;
}

function itemMarkup({ title, detail, action, also }: Of<'item'>, key: string): Markup {
  const titleId = `t-${key}`;
  return markup`<div class="item">
    <div>
      <p class="item-title" id="${titleId}">${textMarkup(title)}</p>
      ${detail !== undefined && markup`<p class="note">${textMarkup(detail)}</p>`}
    </div>
    ${action !== undefined && markup`<div class="item-actions">${actionMarkup(action, key, titleId)}${also !== undefined && actionMarkup(also, `${key}.2`, titleId)}</div>`}
  </div>`;
}

function actionMarkup(action: Action, key: string, describedBy?: string): Markup {
  const args = JSON.stringify(action.args);
  return markup`<button type="button" class="button ${action.style ?? 'plain'}" data-press="${action.command}"
    data-args="${args}" data-key="${key}" ${action.confirm !== undefined && markup`data-confirm="${action.confirm}"`} ${describedBy !== undefined && markup`aria-describedby="${describedBy}"`}
    >${action.label}${action.opensForm && markup`<span aria-hidden="true"> …</span>`}</button>`;
}
