/** The page on which a workspace installs the app. */
export const INSTALL_PATH = '/slack/install';

/** Where Slack sends people back to after they agreed. */
export const OAUTH_PATH = '/slack/oauth';
