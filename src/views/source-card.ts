import type { Action, Block, Card } from '../chat/card.ts';
import type { Answers, Form } from '../chat/form.ts';
import { ACTIVITY_KINDS } from '../domain/activity-kinds.ts';
import type { Words } from '../strings/index.ts';
import { paged } from './pages.ts';

interface ShownSource {
  readonly sourceId: string;
  readonly name: string;
  readonly address: string;
  readonly isOn: boolean;
  readonly offers: number;
  /** In words; empty when it was never read. */
  readonly readAt: string;
  readonly problem: string;
  readonly failures: number;
  readonly rejects: readonly unknown[];
}

interface About {
  readonly from: number;
  readonly count: number;
  readonly size: number;
  readonly isRefreshing: boolean;
}

/** The sources with the health of each. */
export function sourcesCard(sources: readonly ShownSource[], about: About, words: Words): Card {
  const say = words.offer;
  const add: Action = {
    label: say.addSource,
    command: 'sources',
    args: { text: 'add' },
    opensForm: true,
    style: 'primary',
  };
  const list = { command: 'sources', asked: '', shown: sources.length, ...about };
  const { where, actions } = paged(list, { before: words.record.newer, after: words.record.older }, words);
  const empty: Block = { kind: 'text', text: say.sourcesNone };
  return {
    title: say.sources,
    blocks: [
      ...(about.isRefreshing ? [{ kind: 'text', text: say.refreshing } as const] : []),
      ...(sources.length === 0 ? [empty] : sources.map((source) => sourceItem(source, words))),
      ...(about.count > sources.length ? [{ kind: 'note', text: where } as const] : []),
    ],
    actions: [...actions, add],
  };
}

function sourceItem(source: ShownSource, words: Words): Block {
  const say = words.offer;
  const { sourceId, name, address, isOn, offers, readAt, problem, failures, rejects } = source;
  const health =
    problem === ''
      ? readAt === ''
        ? say.neverRead
        : say.readOn(readAt)
      : say.failed(say.problems[problem] ?? problem, failures);
  const host = URL.parse(address)?.host ?? '';
  const detail = [
    isOn ? say.on : say.off,
    ...(host === '' ? [] : [host]),
    ...(isOn ? [say.offers(offers), health] : []),
    ...(rejects.length === 0 ? [] : [say.notTaken(rejects.length)]),
  ].join(' · ');
  const turn: Action = isOn
    ? { label: say.turnOff, command: 'sources', args: { off: sourceId } }
    : { label: say.turnOn, command: 'sources', args: { on: sourceId } };
  const refresh: Action = { label: say.refresh, command: 'sources', args: { refresh: sourceId } };
  return {
    kind: 'item',
    title: [{ bold: name }],
    detail,
    action: turn,
    ...(isOn && address !== '' ? { also: refresh } : {}),
  };
}

/** The form that adds a source. */
export function sourceForm(words: Words, answers: Answers): Form {
  const say = words.offer;
  return {
    command: 'sources',
    title: say.addSource,
    submit: say.submit,
    parts: [
      { kind: 'line', name: 'name', label: say.name, maxLength: 100 },
      { kind: 'line', name: 'address', label: say.address, hint: say.addressHint, maxLength: 2048 },
      { kind: 'line', name: 'provider', label: say.provider, hint: say.providerHint, optional: true, maxLength: 100 },
      {
        kind: 'choice',
        name: 'kind',
        label: say.kind,
        options: ACTIVITY_KINDS.map((value) => ({ value, label: words.kinds[value] })),
      },
      { kind: 'number', name: 'minutes', label: say.minutes, hint: say.minutesHint, optional: true },
    ],
    answers,
  };
}
