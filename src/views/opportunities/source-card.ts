import type { Action, Block, Card } from '../../chat/card.ts';
import type { Answers, Form } from '../../chat/form.ts';
import type { Words } from '../../strings/index.ts';
import { activityKindOptions } from '../activity-kind-options.ts';
import { paged } from '../list-pages.ts';

interface ShownSource {
  readonly sourceId: string;
  readonly name: string;
  readonly address: string;
  readonly isOn: boolean;
  readonly opportunities: number;
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
  const phrases = words.opportunity;
  const add: Action = {
    label: phrases.addSource,
    command: 'sources',
    args: { text: 'add' },
    opensForm: true,
    style: 'primary',
  };
  const list = { command: 'sources', requested: '', shown: sources.length, ...about };
  const { where, actions } = paged(list, { before: words.record.previousPage, after: words.record.nextPage }, words);
  const empty: Block = { kind: 'text', text: phrases.sourcesNone };
  return {
    title: phrases.sources,
    blocks: [
      ...(about.isRefreshing ? [{ kind: 'text', text: phrases.refreshing } as const] : []),
      ...(sources.length === 0 ? [empty] : sources.map((source) => sourceItem(source, words))),
      ...(about.count > sources.length ? [{ kind: 'note', text: where } as const] : []),
    ],
    actions: [...actions, add],
  };
}

function sourceItem(source: ShownSource, words: Words): Block {
  const phrases = words.opportunity;
  const { sourceId, name, address, isOn, opportunities, readAt, problem, failures, rejects } = source;
  const health =
    problem === ''
      ? readAt === ''
        ? phrases.neverRead
        : phrases.readOn(readAt)
      : phrases.failed(phrases.problems[problem] ?? problem, failures);
  const host = URL.parse(address)?.host ?? '';
  const detail = [
    isOn ? phrases.on : phrases.off,
    ...(host === '' ? [] : [host]),
    ...(isOn ? [phrases.opportunities(opportunities), health] : []),
    ...(rejects.length === 0 ? [] : [phrases.notTaken(rejects.length)]),
  ].join(' · ');
  const turn: Action = isOn
    ? { label: phrases.turnOff, command: 'sources', args: { off: sourceId } }
    : { label: phrases.turnOn, command: 'sources', args: { on: sourceId } };
  const refresh: Action = { label: phrases.refresh, command: 'sources', args: { refresh: sourceId } };
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
  const phrases = words.opportunity;
  return {
    command: 'sources',
    title: phrases.addSource,
    submit: phrases.submit,
    parts: [
      { kind: 'line', name: 'name', label: phrases.name, maxLength: 100 },
      { kind: 'line', name: 'address', label: phrases.address, hint: phrases.addressHint, maxLength: 2048 },
      {
        kind: 'line',
        name: 'provider',
        label: phrases.provider,
        hint: phrases.providerHint,
        optional: true,
        maxLength: 100,
      },
      {
        kind: 'choice',
        name: 'kind',
        label: phrases.kind,
        options: activityKindOptions(words),
      },
      { kind: 'number', name: 'minutes', label: phrases.minutes, hint: phrases.minutesHint, optional: true },
    ],
    answers,
  };
}
