import { App } from '@slack/bolt';

/** The floor of what a bot on Bolt costs: a signed slash command, answered with a fixed sentence. `PORT` and Slack's settings are given as to recert. */
const { PORT, SLACK_BOT_TOKEN: token = '', SLACK_SIGNING_SECRET: signingSecret = '', SLACK_API_URL } = process.env;
const clientOptions = SLACK_API_URL === undefined ? {} : { slackApiUrl: SLACK_API_URL };
const app = new App({ token, signingSecret, clientOptions });
app.command('/recert', async ({ ack }) => ack('Your pace: on track'));
await app.start(Number(PORT));
