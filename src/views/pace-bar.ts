import type { Block, Tone } from '../chat/card.ts';
import { dueToday, type Pace, type PaceStatus } from '../domain/pace.ts';

const TONES: Readonly<Record<PaceStatus, Tone>> = {
  met: 'best',
  ahead: 'best',
  'on-track': 'good',
  'not-started': 'none',
  behind: 'late',
  missed: 'lost',
};

/** The credits of a requirement as a bar in the colour of its status, with the mark of an even pace today. */
export function paceBar(pace: Pace, label: string): Block {
  const { counted, requirement, status } = pace;
  const { required } = requirement;
  const done = Math.min(counted, required);
  return { kind: 'progress', label, done, goal: required, due: dueToday(pace), tone: TONES[status] };
}
