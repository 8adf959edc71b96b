import { isObject } from '@gavel/local-server/json.ts';
import { respond } from '../delivery/response-urls.ts';
import { encodeTypedText } from '../person/encode-typed-text.ts';
import { SlackError } from '../slack-error.ts';
import type { Channel, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { channelName, type InteractionContext } from './context.ts';
import { checkAnswered, giveNotice } from './notice.ts';

/** Sends a command such as `/adr propose Foo` to the app, and shows the response in its acknowledgement. */
export async function runCommand(
  context: InteractionContext,
  user: User,
  channel: Channel,
  line: string,
): Promise<void> {
  const { workspace, courier, triggers, responseUrls } = context;
  const { app, team } = workspace.state;
  const [, command = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(line.trim()) ?? [];
  const known = workspace.app.commands.find((each) => each.command === command);
  // People from another workspace have only the commands of the apps there (bolt-python#767).
  if (known === undefined || user.foreignTeam !== undefined) {
    giveNotice(workspace, user.id, channel.id, 'invalid_command', `${command} is not a valid command.`);
    return;
  }
  workspace.may('commands');
  const answer = await courier.ask('slash_commands', command, {
    token: app.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channelName(workspace, channel.id),
    user_id: user.id,
    user_name: user.name,
    command,
    text: known.isEscaped ? encodeTypedText(workspace, text) : text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: responseUrls.make('commands', user.id, channel.id),
    trigger_id: triggers.make({ userId: user.id, conversation: channel.id }),
  });
  if (!checkAnswered(workspace, answer, user.id, channel.id, command)) return;
  const body = typeof answer.body === 'string' ? { text: answer.body } : answer.body;
  if (!isObject(body) || (body.text === undefined && body.blocks === undefined) || body.text === '') return;
  try {
    respond(workspace, user.id, channel.id, body);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    workspace.wire.note(`The answer to ${command} was refused: ${error.code}`, { ...error.fields, body });
    giveNotice(workspace, user.id, channel.id, 'dispatch_failed', `${command} failed with the error "dispatch_failed"`);
  }
}

/**
 * Refuses a command of the app that somebody types in a thread, where commands of apps don't work (Slack: slash
 * commands). Returns whether it was one.
 */
export function refuseInThread(workspace: Workspace, user: User, channel: Channel, text: string): boolean {
  const typed = /^\/\S+/.exec(text)?.[0];
  if (!workspace.app.commands.some(({ command }) => command === typed)) return false;
  const said = `${typed} is not supported in threads. Sorry!`;
  giveNotice(workspace, user.id, channel.id, 'not_supported_in_threads', said);
  return true;
}
