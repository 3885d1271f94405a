import type { Action, Card } from '../../../src/chat/card.ts';
import { parseLineWithFiles } from '../../../src/chat/parse-line.ts';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import { Recent } from '../../../src/chat/recent.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { languageOf } from '../../../src/chat/reply-language.ts';
import type { Answer } from '../auth/guard.ts';
import { fitsButton, Pressed, recertIn } from '../cards/buttons.ts';
import { attachedFiles, hasPicture } from '../files/incoming-files.ts';
import { lineCard, type ReplyTarget, replyTargetOf } from '../outbound/messenger.ts';
import { keyOf, keyOfActivity } from './ask-core.ts';
import type { Conversation } from './conversation.ts';
import type { Dialogs } from './dialogs.ts';
import { isInserted, spokenText } from './message-text.ts';
import type { TeamsActivity } from './payloads.ts';
import { ExecuteValue } from './payloads.ts';
import { identityOf } from './people.ts';
import { botMembershipChange, type Places } from './places.ts';

/** Within this time the same button pressed again is a double click, or Teams delivering again. */
const DOUBLE_MS = 5000;
const WELCOME_MS = 10 * 60_000;
const MAX_CACHED = 2000;

interface MessagesDeps extends Conversation {
  readonly places: Places;
  readonly fetch: typeof globalThis.fetch;
  readonly keepForm: Dialogs['keep'];
}

/** Hears what is typed and pressed in a conversation, and that the bot came and went. */
export interface Messages {
  message(activity: TeamsActivity): Promise<void>;
  execute(activity: TeamsActivity): Promise<Answer>;
  installation(activity: TeamsActivity): Promise<void>;
  members(activity: TeamsActivity): Promise<void>;
}

export function messages({
  ask,
  phrases,
  voice: messenger,
  places,
  fetch,
  keepForm,
  clock,
  log,
  later,
}: MessagesDeps): Messages {
  const pressed = new Recent<{ readonly button: string; readonly done: Promise<void> }>(clock, DOUBLE_MS, MAX_CACHED);
  const welcomed = new Recent<Promise<void>>(clock, WELCOME_MS, MAX_CACHED);

  async function press(activity: TeamsActivity, button: Pressed): Promise<void> {
    const card = keyOf(activity.conversation.id, activity.from.id, activity.replyToId ?? '');
    const last = pressed.get(card);
    if (last?.button === JSON.stringify(button)) return last.done;
    const done = answerPress(activity, button);
    pressed.set(card, { button: JSON.stringify(button), done });
    return done;
  }

  // In a channel others see the card too: it stays. In the personal chat what it said is no longer so.
  async function answerPress(activity: TeamsActivity, button: Pressed): Promise<void> {
    const listener = replyTargetOf(activity);
    const reply = await ask({ ...button, ...keyOfActivity(activity) }, activity);
    const { replyToId } = activity;
    if (reply.kind === 'card' && listener.place.isPersonal && replyToId) {
      await messenger.replace(replyToId, reply.card, listener);
    } else {
      await answer(reply, button, listener);
    }
  }

  async function answer(reply: Reply, requested: Pressed, listener: ReplyTarget): Promise<boolean> {
    const language = languageOf(reply);
    const stated = phrases({ ...listener.reader, language });
    const spoken = language === undefined ? {} : { language };
    switch (reply.kind) {
      case 'card':
        return messenger.say(reply.card, reply.to, listener);
      case 'form':
        return messenger.say({ ...readyCard(reply.form.title, requested, stated), ...spoken }, 'place', listener);
      case 'stay':
        return messenger.say({ ...problemCard(reply.problem, stated), ...spoken }, 'sender', listener);
    }
  }

  async function spoken(activity: TeamsActivity): Promise<void> {
    const listener = replyTargetOf(activity);
    const line = spokenText(activity);
    const files = attachedFiles(activity, fetch);
    const isPicture = files.length === 0 && hasPicture(activity);
    if (line !== '' || !isPicture) {
      const stated = parseLineWithFiles(line, files);
      const archive = files.length === 0 ? {} : { files };
      const reply = await ask({ ...stated, ...archive, ...keyOfActivity(activity) }, activity);
      // A button carries no files: the form that has them waits for it.
      const keeps = reply.kind === 'form' && files.length > 0;
      await answer(reply, keeps ? keepForm(reply.form, stated, activity) : stated, listener);
    }
    if (isPicture) await messenger.tell(lineCard(phrases(listener.reader).file.pictureIgnored), listener);
  }

  async function left(activity: TeamsActivity): Promise<void> {
    messenger.left(activity);
    await places.gone(activity);
  }

  return {
    members: async (activity) => {
      const change = botMembershipChange(activity);
      if (change === 'here') later(places.here(activity));
      if (change === 'gone') await left(activity);
    },
    message: async (activity) => {
      messenger.met(activity);
      later(places.here(activity));
      const button = Pressed.safeParse(recertIn(activity.value));
      if (button.success) return press(activity, button.data);
      // What a card of another app sends.
      if (activity.value !== undefined && activity.value !== null && !activity.text) return;
      if (isInserted(activity)) return;
      await spoken(activity);
    },
    execute: async (activity) => {
      const read = ExecuteValue.safeParse(activity.value);
      const button = Pressed.safeParse(read.success ? read.data.action.data?.recert : undefined);
      if (!button.success) return { status: 400 };
      later(press(activity, button.data));
      return {
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'OK' },
      };
    },
    installation: async (activity) => {
      const { action, conversation } = activity;
      log.info('Teams says where recert is installed.', { action: action ?? '' });
      if (action?.startsWith('remove')) return left(activity);
      if (!action?.startsWith('add')) return;
      later(places.installed(activity));
      if (identityOf(activity) === undefined) return;
      messenger.met(activity);
      await welcomed.once(conversation.id, async () => {
        const reply = await ask({ command: 'help', args: { text: '' }, ...keyOfActivity(activity) }, activity);
        if (reply.kind === 'card') await messenger.say(reply.card, 'place', replyTargetOf(activity));
      });
    },
  };
}

// In Teams a form opens only when a button asks for it.
function readyCard(title: string, { command, args }: Pressed, { form, notice }: PlatformPhrases): Card {
  const open: Action = { label: form.open, command, args, style: 'primary', opensForm: true };
  const actions = [fitsButton(open) ? open : { ...open, args: {} }];
  return { ...renderNotice({ ...notice.ready, title }), actions };
}

function problemCard(problem: string, { notice }: PlatformPhrases): Card {
  return renderNotice({ ...notice.failed, text: problem });
}
