import type { Door } from './chat/door.ts';

// One line is one platform: with its folders, taking its line out takes it out of recert.
const found: Door[] = [];
found.push((await import('../adapters/slack/door.ts')).door);
found.push((await import('../adapters/teams/door.ts')).door);

/** Every platform recert can be connected to. */
export const doors: readonly Door[] = found;
