import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnContext } from 'botbuilder';
import type { DialogAnswer } from './dialog.ts';
import type { Answer } from './guard.ts';
import type { Activity } from './payloads.ts';

/** Who listens: one for each kind of activity, whatever it is about. None of them throws. */
export interface Ears {
  message(activity: Activity): Promise<void>;
  installation(activity: Activity): Promise<void>;
  /** Somebody, or the bot, came into a conversation or left it. */
  members(activity: Activity): Promise<void>;
  openDialog(activity: Activity): Promise<DialogAnswer>;
  sentDialog(activity: Activity): Promise<DialogAnswer>;
  openExtension(activity: Activity): Promise<DialogAnswer>;
  sentExtension(activity: Activity): Promise<DialogAnswer>;
  /** Everything else Teams waits for an answer to. */
  invoke(activity: Activity): Promise<Answer>;
}

/** Teams AI's application as the router, and as nothing else. */
export function router(ears: Ears): (context: TurnContext) => Promise<void> {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: true });
  app.activity('message', (context) => ears.message(activityOf(context)));
  app.activity('installationUpdate', (context) => ears.installation(activityOf(context)));
  app.activity('conversationUpdate', (context) => ears.members(activityOf(context)));
  app.taskModules.fetch(
    named('task/fetch'),
    async (context) => shown(await ears.openDialog(activityOf(context))) ?? '',
  );
  app.taskModules.submit(named('task/submit'), async (context) => shown(await ears.sentDialog(activityOf(context))));
  app.messageExtensions.fetchTask(
    named('composeExtension/fetchTask'),
    async (context) => shown(await ears.openExtension(activityOf(context))) ?? '',
  );
  app.messageExtensions.submitAction(named('composeExtension/submitAction'), async (context) =>
    shown(await ears.sentExtension(activityOf(context))),
  );
  app.addRoute(
    async ({ activity }) => activity.type === 'invoke',
    async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: await ears.invoke(activityOf(context)) });
    },
    true,
  );
  return async (context) => {
    await app.run(context);
  };
}

function named(name: string): (context: TurnContext) => Promise<boolean> {
  return async ({ activity }) => activity.type === 'invoke' && activity.name === name;
}

function activityOf({ activity }: TurnContext): Activity {
  return activity as unknown as Activity;
}

// The SDK's types are from before dialogs had a width by name.
function shown(answer: DialogAnswer): never | string | null {
  switch (answer.kind) {
    case 'show':
      return answer.dialog as never;
    case 'say':
      return answer.text;
    case 'close':
      return null;
  }
}
