import { z } from 'zod';

// The parts of Slack's payloads that are read here; other properties are passed on to Bolt.
const Id = z.string().min(1).max(255);
const Enterprise = z.looseObject({ id: Id }).nullish();
const Text = z.string().max(100_000);

const Envelope = {
  team: z.looseObject({ id: Id }).nullish(),
  enterprise: Enterprise,
  is_enterprise_install: z.boolean().optional(),
  user: z.looseObject({ id: Id, team_id: Id.nullish() }),
};

export const CommandBody = z.looseObject({
  command: z.string().startsWith('/').max(255),
  text: Text.default(''),
  team_id: Id,
  enterprise_id: Id.optional(),
  is_enterprise_install: z.enum(['true', 'false']).optional(),
  user_id: Id,
  channel_id: Id,
  trigger_id: Id,
  response_url: z.url(),
});
export type CommandBody = z.infer<typeof CommandBody>;

const Chosen = z.looseObject({ value: Text });

/** A file; for one from another organisation only its id, and `files.info` returns the rest. */
export const SlackFile = z.looseObject({
  id: Id,
  name: Text.nullish().catch(null),
  size: z.number().min(0).nullish().catch(null),
  url_private_download: Text.nullish().catch(null),
  url_private: Text.nullish().catch(null),
  file_access: z.string().max(100).nullish().catch(null),
});
export type SlackFile = z.infer<typeof SlackFile>;

const Files = z.array(SlackFile).max(100).nullish().catch(null);

/** The value of an input when its view is sent. */
export const InputState = z.looseObject({
  type: Id,
  value: Text.nullish(),
  selected_date: z.string().max(10).nullish(),
  selected_option: Chosen.nullish(),
  selected_options: z.array(Chosen).nullish(),
  selected_user: Id.nullish(),
  selected_users: z.array(Id).max(1000).nullish(),
  files: Files,
});
export type InputState = z.infer<typeof InputState>;

const ViewState = z.looseObject({ values: z.record(z.string(), z.record(z.string(), InputState)) });

/** The form that a button is in. */
const FormView = z.looseObject({
  type: z.literal('modal'),
  id: Id,
  hash: z.string().max(255).optional(),
  callback_id: Id,
  private_metadata: z.string().max(3000).default(''),
  state: ViewState,
});

export const ActionBody = z.looseObject({
  type: z.literal('block_actions'),
  ...Envelope,
  api_app_id: Id.optional(),
  channel: z.looseObject({ id: Id }).optional(),
  container: z.looseObject({
    message_ts: Id.optional(),
    view_id: Id.optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  message: z.looseObject({ app_id: Id.nullish(), bot_id: Id.nullish() }).optional(),
  view: FormView.optional().catch(undefined),
  trigger_id: Id,
  response_url: z.url().optional(),
  actions: z.array(z.looseObject({ action_id: Id, action_ts: Id, value: Text.nullish() })).min(1),
});
export type ActionBody = z.infer<typeof ActionBody>;

export const SubmissionBody = z.looseObject({
  type: z.literal('view_submission'),
  ...Envelope,
  view: z.looseObject({
    id: Id,
    callback_id: Id,
    private_metadata: z.string().max(3000).default(''),
    title: z.looseObject({ text: z.string().min(1).max(255) }),
    previous_view_id: Id.nullable().default(null),
    blocks: z.array(z.looseObject({ type: Id, block_id: Id.optional() })).max(100),
    state: ViewState,
  }),
});
export type SubmissionBody = z.infer<typeof SubmissionBody>;

export const SuggestionBody = z.looseObject({
  type: z.literal('block_suggestion'),
  ...Envelope,
  action_id: Id,
  value: Text,
});
export type SuggestionBody = z.infer<typeof SuggestionBody>;

export const ShortcutBody = z.looseObject({
  type: z.enum(['shortcut', 'message_action']),
  ...Envelope,
  callback_id: Id,
  trigger_id: Id,
  channel: z.looseObject({ id: Id }).optional(),
  message: z
    .looseObject({
      text: Text.nullish(),
      files: Files,
      ts: z
        .string()
        .regex(/^\d{1,11}(?:\.\d{1,9})?$/u)
        .optional(),
    })
    .optional(),
  response_url: z.url().optional(),
});
export type ShortcutBody = z.infer<typeof ShortcutBody>;

/** The installation that receives an event. */
const Authorization = z.looseObject({
  team_id: Id.nullish(),
  enterprise_id: Id.nullish(),
  is_enterprise_install: z.boolean().nullish(),
});

const EventBody = z.looseObject({
  type: z.literal('event_callback'),
  team_id: Id,
  enterprise_id: Id.nullish(),
  event_id: Id,
  /** When it happened, in seconds since 1970. */
  event_time: z.number().optional().catch(undefined),
  authorizations: z.array(Authorization).nullish().catch(null),
  event: z.looseObject({ type: Id, user: z.union([Id, z.looseObject({ id: Id })]).optional() }),
});

export type EventBody = z.infer<typeof EventBody>;

/** A person opened the Home tab; `view` is set if it was published before. */
export const HomeOpenedBody = EventBody.extend({
  team_id: Id,
  event: z.looseObject({
    type: z.literal('app_home_opened'),
    user: Id,
    channel: Id.optional(),
    tab: z.string(),
    view: z.looseObject({ hash: z.string().optional(), private_metadata: z.string().optional() }).nullish(),
  }),
});
export type HomeOpenedBody = z.infer<typeof HomeOpenedBody>;

/** A message of a person in the app's own conversation. Edits, joins and messages of bots don't match. */
export const DirectMessageBody = EventBody.extend({
  event: z.looseObject({
    type: z.literal('message'),
    channel_type: z.literal('im'),
    subtype: z.literal('file_share').optional(),
    bot_id: z.undefined().optional(),
    user: Id,
    user_team: Id.nullish(),
    channel: Id,
    text: Text.default(''),
    files: Files,
  }),
});
export type DirectMessageBody = z.infer<typeof DirectMessageBody>;

/** The app was uninstalled, or the bot's token was revoked; other revoked tokens don't match. */
export const UninstalledBody = EventBody.extend({
  event: z.union([
    z.looseObject({ type: z.literal('app_uninstalled') }),
    z.looseObject({
      type: z.literal('tokens_revoked'),
      tokens: z.looseObject({ bot: z.array(z.string()).min(1) }),
    }),
  ]),
});

export type UninstalledBody = z.infer<typeof UninstalledBody>;

/** A person's account was changed, deactivated or activated again. */
export const UserChangedBody = EventBody.extend({
  event: z.looseObject({
    type: z.literal('user_change'),
    user: z.looseObject({
      id: Id,
      team_id: Id.nullish(),
      deleted: z.boolean().default(false),
      is_bot: z.boolean().default(false),
      is_stranger: z.boolean().default(false),
    }),
  }),
});
export type UserChangedBody = z.infer<typeof UserChangedBody>;

const KNOWN: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['block_actions', ActionBody],
  ['view_submission', SubmissionBody],
  ['block_suggestion', SuggestionBody],
  ['shortcut', ShortcutBody],
  ['message_action', ShortcutBody],
  ['event_callback', EventBody],
]);

/** Whether a payload is handled, ignored, or not in Slack's format. */
export function kindOf(body: Record<string, unknown>): 'known' | 'ignored' | 'malformed' {
  if (body.type === undefined) return CommandBody.safeParse(body).success ? 'known' : 'malformed';
  if (typeof body.type !== 'string' || body.type === '') return 'malformed';
  const schema = KNOWN.get(body.type);
  if (schema === undefined) return 'ignored';
  return schema.safeParse(body).success ? 'known' : 'malformed';
}
