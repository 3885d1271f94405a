import { z } from 'zod';
import type { AgentAccess, Interaction } from '../../../src/chat/interaction.ts';

/** A tool: the command it runs, and how its arguments become those of the command. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly access: AgentAccess;
  readonly input: z.ZodObject;
  readonly command: string;
  readonly argsOf: (input: Readonly<Record<string, unknown>>) => Interaction['args'];
}

const text = (what: string) => z.string().max(500).describe(what);
const certification = text('A certification of the person, by its code or name, e.g. cissp.').optional();
const on = text('A date, e.g. 2027-03-31; today if absent.').optional();
const skip = z.int().min(0).max(10_000).describe('How many items to leave out, for the next page.').optional();

const READ = 'Reads the data of the person who is signed in; changes nothing.';
const DRAFT =
  'Saves a draft only. Nothing is recorded until the person opens recert in the chat, checks the draft and confirms it; say so to them.';

/** The tools. Their texts are fixed: no text of a person is ever part of them. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'pace',
    title: 'Pace',
    description: `How far ahead or behind the person is on their professional certifications, and what is left to earn by when. ${READ}`,
    access: 'read',
    input: z.object({ certification, on }),
    command: 'pace',
    argsOf: (input) => given({ text: input.certification, on: input.on }),
  },
  {
    name: 'why',
    title: 'Why',
    description: `The calculation of a pace step by step, for one certification or the one furthest behind. ${READ}`,
    access: 'read',
    input: z.object({ certification, on }),
    command: 'why',
    argsOf: (input) => given({ text: input.certification, on: input.on }),
  },
  {
    name: 'deadlines',
    title: 'Deadlines',
    description: `The person’s certifications with their cycles and deadlines. ${READ}`,
    access: 'read',
    input: z.object({}),
    command: 'certs',
    argsOf: () => ({}),
  },
  {
    name: 'search',
    title: 'Search opportunities',
    description: `Finds learning opportunities by words and filters, with the credits each would likely earn. ${READ}`,
    access: 'read',
    input: z.object({ query: text('Words and filters, e.g. free webinar zero trust next week for cissp.'), skip }),
    command: 'search',
    argsOf: (input) => given({ text: input.query, skip: input.skip }),
  },
  {
    name: 'next',
    title: 'Best next opportunities',
    description: `Recommends opportunities for some free time: those that help most with what is still required. ${READ}`,
    access: 'read',
    input: z.object({ time: text('The free time and filters, e.g. 2h this week for cissp.') }),
    command: 'next',
    argsOf: (input) => given({ text: input.time }),
  },
  {
    name: 'debt',
    title: 'Credits without proof',
    description: `The person’s credits without valid proof, the oldest first. ${READ}`,
    access: 'read',
    input: z.object({ certification, skip }),
    command: 'debt',
    argsOf: (input) => given({ text: input.certification, skip: input.skip }),
  },
  {
    name: 'history',
    title: 'Records',
    description: `The person’s own records, the newest first, by certification, month or year, kind, words or missing proof. ${READ}`,
    access: 'read',
    input: z.object({ filter: text('What to show, e.g. cissp 2026 webinar.').optional(), skip }),
    command: 'history',
    argsOf: (input) => given({ text: input.filter, skip: input.skip }),
  },
  {
    name: 'draft_log',
    title: 'Draft a record',
    description: `Drafts the record of an activity the person did. ${DRAFT}`,
    access: 'draft',
    input: z.object({ line: text('The activity in one line, e.g. 1.5h webinar SANS yesterday for cissp, cism.') }),
    command: 'log',
    argsOf: (input) => given({ text: input.line }),
  },
  {
    name: 'draft_plan',
    title: 'Draft a plan',
    description: `Drafts a planned activity. ${DRAFT}`,
    access: 'draft',
    input: z.object({ line: text('The activity in one line, e.g. 16h RSA Conference on 2027-04-26 for cissp.') }),
    command: 'plan',
    argsOf: (input) => given({ text: input.line }),
  },
];

function given(args: Readonly<Record<string, unknown>>): Interaction['args'] {
  return Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const])),
  );
}
