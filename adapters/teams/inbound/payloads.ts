import { z } from 'zod';

// The parts of Teams' activities that are read here; other properties are passed on to the SDK.
const Id = z.string().min(1).max(1024);
const Text = z.string().max(100_000);

const Account = z.looseObject({
  id: Id,
  name: z.string().max(1000).nullish(),
  aadObjectId: z.string().max(100).nullish(),
  tenantId: z.string().max(100).nullish(),
  role: z.string().max(100).nullish(),
  /** A slash command, which only its sender sees. */
  isTargeted: z.boolean().nullish(),
});

const Mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string().max(2000),
  mentioned: z.looseObject({
    id: Id,
    name: z.string().max(1000).nullish().catch(null),
    aadObjectId: z.string().max(100).nullish().catch(null),
  }),
});
const ClientInfo = z.looseObject({
  type: z.literal('clientInfo'),
  locale: z.string().max(100).nullish(),
  timezone: z.string().max(100).nullish(),
});

/** An entity that is read; others are left out, because a malformed one would throw within the SDK. */
const Entity = z.union([Mention, ClientInfo]);
type Entity = z.infer<typeof Entity>;

const Address = z.string().max(8192).nullish().catch(null);

// Only the kind of an attachment and the address of a file are read.
const Attachments = z
  .array(
    z.looseObject({
      contentType: z.string().max(200).nullish(),
      contentUrl: Address,
      name: Text.nullish().catch(null),
      content: z.looseObject({ downloadUrl: Address }).nullish().catch(null),
    }),
  )
  .max(100)
  .nullish()
  .catch(null);

// Only whether the bot is among them is read.
const Members = z
  .array(z.looseObject({ id: Id }))
  .max(10_000)
  .nullish()
  .catch(null);

export const TeamsActivity = z.looseObject({
  type: z.string().min(1).max(100),
  name: z.string().max(200).nullish(),
  id: z.string().max(1024).nullish(),
  channelId: z.string().max(100),
  serviceUrl: z.string().max(2048),
  from: Account,
  recipient: Account,
  conversation: z.looseObject({
    id: Id,
    tenantId: z.string().max(100).nullish(),
    conversationType: z.string().max(100).nullish(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: Id }).nullish(),
      team: z.looseObject({ id: Id }).nullish(),
      eventType: z.string().max(100).nullish(),
    })
    .nullish(),
  // The SDK assumes that an activity with a mention has a text.
  text: Text.nullish().transform((text) => text ?? ''),
  action: z.string().max(100).nullish(),
  attachments: Attachments,
  membersAdded: Members,
  membersRemoved: Members,
  replyToId: z.string().max(1024).nullish(),
  locale: z.string().max(100).nullish(),
  localTimezone: z.string().max(100).nullish(),
  entities: z
    .array(z.unknown())
    .max(1000)
    .nullish()
    .transform((entities) =>
      (entities ?? []).flatMap((one): Entity[] => {
        const read = Entity.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    ),
  value: z.unknown().optional(),
});
export type TeamsActivity = z.infer<typeof TeamsActivity>;

const Data = z.record(z.string().max(300), z.unknown());

/** What a dialog asks for or sends. */
export const TaskValue = z.looseObject({ data: Data.nullish(), commandId: z.string().max(100).nullish() });

/** The message an extension was opened on. */
const MessagePayload = z.looseObject({
  body: z.looseObject({ content: Text.nullish(), contentType: z.string().max(100).nullish() }).nullish(),
  linkToMessage: z.string().max(2048).nullish(),
  createdDateTime: z.string().max(100).nullish(),
  attachments: Attachments,
});

/** An extension opened as a dialog, on a message or without one. */
export const ExtensionValue = z.looseObject({
  commandId: z.string().min(1).max(100),
  messagePayload: MessagePayload.nullish(),
});

/** The text typed into a search field of a form. */
export const SearchValue = z.looseObject({
  queryText: z.string().max(1000).nullish(),
  dataset: z.string().min(1).max(100),
});

/** The text typed into the message extension. */
export const QueryValue = z.looseObject({
  commandId: z.string().min(1).max(100),
  parameters: z
    .array(z.looseObject({ name: z.string().max(100), value: z.coerce.string().max(4000) }))
    .max(10)
    .nullish(),
  queryOptions: z
    .looseObject({ skip: z.int().min(0).max(100_000).nullish(), count: z.int().min(1).max(1000).nullish() })
    .nullish(),
});

/** A pressed `Action.Execute`. */
export const ExecuteValue = z.looseObject({
  action: z.looseObject({ data: Data.nullish() }),
  /** `automatic`: Teams asks for the card because a person sees it. */
  trigger: z.string().max(20).nullish(),
});

/** The answer to a file consent card. */
export const ConsentValue = z.looseObject({
  action: z.enum(['accept', 'decline']),
  context: z.looseObject({ recert: z.looseObject({ file: z.uuid() }) }),
  uploadInfo: z
    .looseObject({
      uploadUrl: z.string().max(8192),
      contentUrl: z.string().max(8192).nullish(),
      name: z.string().max(1000).nullish(),
      uniqueId: z.string().max(200).nullish(),
      fileType: z.string().max(50).nullish(),
    })
    .nullish(),
});
export type ConsentValue = z.infer<typeof ConsentValue>;
