import { Migration } from '@mikro-orm/migrations';

/**
 * Finds one allocation of a holding. The foreign key of `allocation_part` is checked through an index that begins with the holding, and an index
 * of the holding alone reads all its allocations for each part.
 */
export class AllocationsByHolding extends Migration {
  override up(): void {
    this.addSql('create index allocation_of_holding_activity on allocation (workspace_id, holding_id, activity_id)');
    this.addSql('drop index allocation_of_holding');
  }
}
