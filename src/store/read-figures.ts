import type { EntityManager } from '@mikro-orm/sql';
import { z } from 'zod';
import type { FeedHealth, OperatingFigures, OutboxFigure } from '../telemetry/operating-figures.ts';

/** A row of `operating_figures`, added up over all workspaces. */
const Figure = z.object({
  figure: z.enum(['outbox', 'feed', 'workspace', 'due']),
  label: z.string(),
  state: z.string(),
  amount: z.coerce.number(),
  waitedSeconds: z.coerce.number(),
});
type Figure = z.output<typeof Figure>;

/** Reads what waits in all workspaces, in one statement. */
export async function readOperatingFigures(em: EntityManager, now: Date): Promise<OperatingFigures> {
  const rows = await em.execute<unknown[]>(
    `select figure, label, state, sum(amount) as amount,
            coalesce(greatest(0, extract(epoch from ?::timestamptz - min(oldest))), 0) as "waitedSeconds"
       from operating_figures(?) group by figure, label, state`,
    [now, now],
  );
  const figures = z.array(Figure).parse(rows);
  const of = (name: Figure['figure']) => figures.filter(({ figure }) => figure === name);
  const feeds = of('feed');
  const feedsOf = (health: FeedHealth) => feeds.find(({ state }) => state === health)?.amount ?? 0;
  return {
    workspaces: of('workspace')[0]?.amount ?? 0,
    workspacesDue: of('due')[0]?.amount ?? 0,
    oldestWorkspaceDueSeconds: of('due')[0]?.waitedSeconds ?? 0,
    outbox: of('outbox').map(({ label: purpose, state, amount: count }) => ({ purpose, state: stateOf(state), count })),
    oldestMessageDueSeconds: Math.max(0, ...of('outbox').map(({ waitedSeconds }) => waitedSeconds)),
    feeds: { ok: feedsOf('ok'), failing: feedsOf('failing'), new: feedsOf('new'), off: feedsOf('off') },
  };
}

function stateOf(state: string): OutboxFigure {
  return z.enum(['due', 'later', 'sending']).parse(state);
}
