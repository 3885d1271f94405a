import type { EntityManager } from '@mikro-orm/sql';

/** A table of fewer pages is read as a whole, whatever the plan. A page has 8 KB. */
const MIN_PAGES = 8;
/** A table that has grown by this factor since it was analysed is due again. */
const GROWTH = 1.5;

/**
 * Analyses the tables of this login whose statistics are missing or were taken when they were much smaller, one at a time, and returns their names. Without
 * statistics the plans of queries get worse as a workspace grows.
 */
export async function analyzeGrownTables(em: EntityManager): Promise<readonly string[]> {
  const grown = await em.execute<{ name: string; columns: string }[]>(
    `select relname as name, (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and atttypid <> 'jsonb'::regtype) as columns
       from pg_class
      where relkind = 'r' and pg_has_role(relowner, 'usage') and relnamespace = current_schema()::regnamespace and pg_relation_size(oid) / 8192 >= ?
        and (reltuples < 0 or pg_relation_size(oid) / 8192 > relpages * ?) order by relname`,
    [MIN_PAGES, GROWTH],
  );
  // JSON is long, is never searched by its statistics, and takes most of the time.
  for (const { name, columns } of grown) await em.execute(`analyze ${name} (${columns})`);
  return grown.map(({ name }) => name);
}
