import type { Door } from './chat/door.ts';

// biome-ignore format: one line is one platform. With its folders, taking its line out takes it out of recert.
const found = await Promise.all([
  import('../adapters/slack/door.ts'),
  import('../adapters/teams/door.ts'),
]);

/** Every platform recert can be connected to. */
export const doors: readonly Door[] = found.map(({ door }) => door);
