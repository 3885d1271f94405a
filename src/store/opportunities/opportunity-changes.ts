import { WorkspaceRepository } from '../repository.ts';
import { Opportunity, OpportunityChange, OpportunitySource } from './opportunity-entities.ts';

/** What a search index is built from: the opportunities of enabled sources, and what changed in them. */
export class OpportunityChanges extends WorkspaceRepository {
  /** The latest revision, and the revision since which an index must be rebuilt. */
  async latest(): Promise<{ readonly revision: number; readonly rebuilt: number }> {
    return (await this.em.findOne(OpportunityChange, {})) ?? { revision: 0, rebuilt: 0 };
  }

  /** A page of the opportunities of enabled sources changed after a revision, ordered by id. */
  async changedAfter(
    revision: number,
    { after, limit }: { readonly after: string; readonly limit: number },
  ): Promise<readonly Opportunity[]> {
    const on = (await this.em.find(OpportunitySource, { isOn: true }, { fields: ['sourceId'] })).map(
      ({ sourceId }) => sourceId,
    );
    const where = { revision: { $gt: revision }, opportunityId: { $gt: after }, sourceId: { $in: on } };
    return this.em.find(Opportunity, where, { orderBy: { opportunityId: 'asc' }, limit });
  }

  /** How many opportunities changed after a revision, counted up to a limit. */
  async countChangedAfter(revision: number, limit: number): Promise<number> {
    const [row] = await this.em.execute<{ count: number }[]>(
      `select count(*)::int as count from (
         select 1 from opportunity where workspace_id = ? and revision > ? limit ?) changed`,
      [this.workspaceId, revision, limit],
    );
    return row?.count ?? 0;
  }

  /**
   * The stored opportunities of enabled sources whose title contains most of the words, the newest first. Descriptions aren't looked at: reading
   * those of 100,000 takes longer than a person waits.
   */
  async matching(words: readonly string[], limit: number): Promise<readonly Opportunity[]> {
    const matches = words.map(() => '(o.title ilike ?)::int');
    const score = ['0', ...matches].join(' + ');
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/gu, '\\$&')}%`);
    const rows = await this.em.execute<{ opportunity_id: string }[]>(
      `select opportunity_id from (
         select o.opportunity_id, coalesce(o.starts_at, o.published_at) as at, ${score} as score
           from opportunity o join source s using (workspace_id, source_id)
          where workspace_id = ? and s.is_on and o.vanished_at is null) found
        where score > 0 or ?::boolean order by score desc, at desc nulls last, opportunity_id limit ?`,
      [...patterns, this.workspaceId, words.length === 0, limit],
    );
    const ids = rows.map(({ opportunity_id: id }) => id);
    return this.em.find(Opportunity, { opportunityId: { $in: ids } });
  }
}
