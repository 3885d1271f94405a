import type { Action } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/interaction.ts';
import { parseLine } from '../../src/chat/parse-line.ts';
import { Recent } from '../../src/chat/recent.ts';
import { keyOf, keyOfActivity } from './asking.ts';
import { fitsButton, Pressed, recertIn } from './buttons.ts';
import type { Dialogs } from './dialogs.ts';
import type { Answer } from './guard.ts';
import { filesIn, hasPicture } from './incoming-files.ts';
import type { Activity } from './payloads.ts';
import { ExecuteValue } from './payloads.ts';
import { identityOf } from './people.ts';
import { changeOf, type Places } from './places.ts';
import { isInserted, spokenText } from './spoken.ts';
import type { Talk } from './talk.ts';
import { type Listener, listenerOf } from './voice.ts';
import { formCard, lineCard, problemCard, words } from './words.ts';

/** Within this time the same button pressed again is a double click, or Teams delivering again. */
const DOUBLE_MS = 5000;
const WELCOME_MS = 10 * 60_000;
const MOST_KEPT = 2000;

interface Parts extends Talk {
  readonly places: Places;
  readonly fetch: typeof globalThis.fetch;
  readonly keepForm: Dialogs['keep'];
}

/** Hears what is typed and pressed in a conversation, and that the bot came and went. */
export interface Messages {
  message(activity: Activity): Promise<void>;
  execute(activity: Activity): Promise<Answer>;
  installation(activity: Activity): Promise<void>;
  members(activity: Activity): Promise<void>;
}

export function messages({ ask, voice, places, fetch, keepForm, clock, log, later }: Parts): Messages {
  const pressed = new Recent<{ readonly button: string; readonly done: Promise<void> }>(clock, DOUBLE_MS, MOST_KEPT);
  const welcomed = new Recent<Promise<void>>(clock, WELCOME_MS, MOST_KEPT);

  async function press(activity: Activity, button: Pressed): Promise<void> {
    const card = keyOf(activity.conversation.id, activity.from.id, activity.replyToId ?? '');
    const last = pressed.get(card);
    if (last?.button === JSON.stringify(button)) return last.done;
    const done = answerPress(activity, button);
    pressed.set(card, { button: JSON.stringify(button), done });
    return done;
  }

  // In a channel others see the card too: it stays. In the personal chat what it said is no longer so.
  async function answerPress(activity: Activity, button: Pressed): Promise<void> {
    const listener = listenerOf(activity);
    const reply = await ask({ ...button, ...keyOfActivity(activity) }, activity);
    const { replyToId } = activity;
    if (reply.kind === 'card' && listener.place.isPersonal && replyToId) {
      await voice.replace(replyToId, reply.card, listener);
    } else {
      await answer(reply, button, listener);
    }
  }

  async function answer(reply: Reply, asked: Pressed, listener: Listener): Promise<boolean> {
    switch (reply.kind) {
      case 'card':
        return voice.say(reply.card, reply.to, listener);
      case 'form':
        return voice.say({ ...formCard(reply.form.title), actions: buttonTo(asked) }, 'place', listener);
      case 'stay':
        return voice.say(problemCard(reply.problem), 'sender', listener);
    }
  }

  async function spoken(activity: Activity): Promise<void> {
    const listener = listenerOf(activity);
    const line = spokenText(activity);
    const files = filesIn(activity, fetch);
    const isPicture = files.length === 0 && hasPicture(activity);
    if (line !== '' || !isPicture) {
      const said = line === '' && files.length > 0 ? { command: 'attach', args: {} } : parseLine(line);
      const brought = files.length === 0 ? {} : { files };
      const reply = await ask({ ...said, ...brought, ...keyOfActivity(activity) }, activity);
      // A button carries no files: the form that has them waits for it.
      const keeps = reply.kind === 'form' && files.length > 0;
      await answer(reply, keeps ? keepForm(reply.form, said, activity) : said, listener);
    }
    if (isPicture) await voice.tell(lineCard(words.picture), listener);
  }

  async function left(activity: Activity): Promise<void> {
    voice.left(activity);
    await places.gone(activity);
  }

  return {
    members: async (activity) => {
      const change = changeOf(activity);
      if (change === 'here') later(places.here(activity));
      if (change === 'gone') await left(activity);
    },
    message: async (activity) => {
      voice.met(activity);
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
      voice.met(activity);
      await welcomed.once(conversation.id, async () => {
        const reply = await ask({ command: 'help', args: { text: '' }, ...keyOfActivity(activity) }, activity);
        if (reply.kind === 'card') await voice.say(reply.card, 'place', listenerOf(activity));
      });
    },
  };
}

// In Teams a form opens only when a button asks for it.
function buttonTo({ command, args }: Pressed): readonly Action[] {
  const open: Action = { label: words.openForm, command, args, style: 'primary', opensForm: true };
  return [fitsButton(open) ? open : { ...open, args: {} }];
}
