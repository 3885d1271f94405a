import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnContext } from 'botbuilder';
import type { Answer } from '../auth/guard.ts';
import type { DialogAnswer } from '../cards/dialog.ts';
import type { TeamsActivity } from './payloads.ts';

/** Who listens: one for each kind of activity, whatever it is about. None of them throws. */
export interface EventHandlers {
  message(activity: TeamsActivity): Promise<void>;
  installation(activity: TeamsActivity): Promise<void>;
  /** Somebody, or the bot, came into a conversation or left it. */
  members(activity: TeamsActivity): Promise<void>;
  openDialog(activity: TeamsActivity): Promise<DialogAnswer>;
  sentDialog(activity: TeamsActivity): Promise<DialogAnswer>;
  openExtension(activity: TeamsActivity): Promise<DialogAnswer>;
  sentExtension(activity: TeamsActivity): Promise<DialogAnswer>;
  /** Everything else Teams waits for an answer to. */
  invoke(activity: TeamsActivity): Promise<Answer>;
}

/** Teams AI's application as the router, and as nothing else. */
export function router(handlers: EventHandlers): (context: TurnContext) => Promise<void> {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: true });
  app.activity('message', (context) => handlers.message(activityOf(context)));
  app.activity('installationUpdate', (context) => handlers.installation(activityOf(context)));
  app.activity('conversationUpdate', (context) => handlers.members(activityOf(context)));
  app.taskModules.fetch(
    named('task/fetch'),
    async (context) => shown(await handlers.openDialog(activityOf(context))) ?? '',
  );
  app.taskModules.submit(named('task/submit'), async (context) =>
    shown(await handlers.sentDialog(activityOf(context))),
  );
  app.messageExtensions.fetchTask(
    named('composeExtension/fetchTask'),
    async (context) => shown(await handlers.openExtension(activityOf(context))) ?? '',
  );
  app.messageExtensions.submitAction(named('composeExtension/submitAction'), async (context) =>
    shown(await handlers.sentExtension(activityOf(context))),
  );
  app.addRoute(
    async ({ activity }) => activity.type === 'invoke',
    async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: await handlers.invoke(activityOf(context)) });
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

function activityOf({ activity }: TurnContext): TeamsActivity {
  return activity as unknown as TeamsActivity;
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
