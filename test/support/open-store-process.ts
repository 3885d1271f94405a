import type { Database } from '../../src/store/orm.ts';
import { Store } from '../../src/store/store.ts';

/** Opens and migrates a database, and prints when it begins and when it is done. */
const [database = ''] = process.argv.slice(2);
process.stdout.write('begun\n');
const store = await Store.open(JSON.parse(database) as Database);
process.stdout.write('migrated\n');
await store.close();
