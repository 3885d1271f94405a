import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnContext } from 'botbuilder';
import type { Answer } from '../auth/guard.ts';
import type { DialogAnswer } from '../cards/dialog.ts';
import type { TeamsActivity } from './payloads.ts';

/** A handler for each kind of activity. None of them throws. */
export interface EventHandlers {
  message(activity: TeamsActivity): Promise<void>;
  installation(activity: TeamsActivity): Promise<void>;
  /** The members of a conversation changed. */
  members(activity: TeamsActivity): Promise<void>;
  openDialog(activity: TeamsActivity): Promise<DialogAnswer>;
  submitDialog(activity: TeamsActivity): Promise<DialogAnswer>;
  openExtension(activity: TeamsActivity): Promise<DialogAnswer>;
  submitExtension(activity: TeamsActivity): Promise<DialogAnswer>;
  /** All other activities that Teams expects an answer to. */
  invoke(activity: TeamsActivity): Promise<Answer>;
}

/** Routes activities to handlers with Teams AI's application, of which only the router is used. */
export function router(handlers: EventHandlers): (context: TurnContext) => Promise<void> {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: true });
  app.activity('message', (context) => handlers.message(activityOf(context)));
  app.activity('installationUpdate', (context) => handlers.installation(activityOf(context)));
  app.activity('conversationUpdate', (context) => handlers.members(activityOf(context)));
  app.taskModules.fetch(
    isInvoke('task/fetch'),
    async (context) => taskResponse(await handlers.openDialog(activityOf(context))) ?? '',
  );
  app.taskModules.submit(isInvoke('task/submit'), async (context) =>
    taskResponse(await handlers.submitDialog(activityOf(context))),
  );
  app.messageExtensions.fetchTask(
    isInvoke('composeExtension/fetchTask'),
    async (context) => taskResponse(await handlers.openExtension(activityOf(context))) ?? '',
  );
  app.messageExtensions.submitAction(isInvoke('composeExtension/submitAction'), async (context) =>
    taskResponse(await handlers.submitExtension(activityOf(context))),
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

function isInvoke(name: string): (context: TurnContext) => Promise<boolean> {
  return async ({ activity }) => activity.type === 'invoke' && activity.name === name;
}

function activityOf({ activity }: TurnContext): TeamsActivity {
  return activity as unknown as TeamsActivity;
}

// The SDK's types predate dialogs with a named width.
function taskResponse(answer: DialogAnswer): never | string {
  switch (answer.kind) {
    case 'show':
      return answer.dialog as never;
    case 'message':
      return answer.text;
  }
}
