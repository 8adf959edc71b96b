import { randomBytes } from 'node:crypto';
import { asObjects, asText, type JsonObject } from '@gavel/local-server/json.ts';
import { SlackError } from '../slack-error.ts';
import { checkContent } from '../web-api/message-content.ts';
import type { Ephemeral, Message } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { deleteMessage, editEphemeral, editMessage, postEphemeral, postMessage } from '../world/messages.ts';

/** How often, and for how many milliseconds, a response_url can be used (Slack: five times within 30 minutes). */
const mostUses = 5;
const lifetime = 30 * 60_000;

interface Address {
  readonly userId: string;
  readonly channelId: string;
  /** The message that the person acted on, if there was one. */
  readonly ts: string | undefined;
  readonly made: number;
  uses: number;
}

/** The URLs with which an app responds to a person's actions, even in channels without its bot. */
export class ResponseUrls {
  readonly #workspace: Workspace;
  readonly #addresses = new Map<string, Address>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Creates a URL for one command or action. `ts` is the message that the person acted on. */
  make(kind: 'commands' | 'actions', userId: string, channelId: string, ts?: string): string {
    const { clock, state, url, wire } = this.#workspace;
    const key = randomBytes(12).toString('hex');
    wire.mask(key);
    this.#addresses.set(key, { userId, channelId, ts, made: clock.now().getTime(), uses: 0 });
    return `${url}/${kind}/${state.team.id}/${key}`;
  }

  /** Handles a post to a URL. Throws `expired_url`, `used_url`, `no_text`, `invalid_blocks` and others. */
  take(key: string, body: JsonObject): void {
    const address = this.#addresses.get(key);
    const now = this.#workspace.clock.now().getTime();
    if (address === undefined || now - address.made > lifetime) throw new SlackError('expired_url');
    if (address.uses >= mostUses) throw new SlackError('used_url');
    address.uses += 1;
    const target = this.#target(address);
    if (body.delete_original === true) {
      this.#delete(target);
      return;
    }
    respond(
      this.#workspace,
      address.userId,
      address.channelId,
      body,
      body.replace_original === true ? target : undefined,
    );
  }

  #target({ channelId, userId, ts }: Address): Message | Ephemeral | undefined {
    if (ts === undefined) return undefined;
    const { ephemerals } = this.#workspace.state;
    return (
      this.#workspace.message(channelId, ts) ??
      ephemerals.find((each) => each.channel === channelId && each.ts === ts && each.to === userId)
    );
  }

  #delete(target: Message | Ephemeral | undefined): void {
    const { state, changes } = this.#workspace;
    if (target === undefined) return;
    if ('to' in target) state.ephemerals = state.ephemerals.filter((each) => each !== target);
    else deleteMessage(this.#workspace, target);
    changes.announce();
  }
}

/**
 * Shows the app's response to a person: in the channel, only to that person (the default), or instead of `target`.
 * Throws for content that Slack refuses: `no_text`, `invalid_blocks` and others.
 */
export function respond(
  workspace: Workspace,
  userId: string,
  channelId: string,
  body: JsonObject,
  target?: Message | Ephemeral,
): void {
  if (body.markdown_text !== undefined) throw new SlackError('invalid_arguments');
  checkContent({
    ...(body.text === undefined ? {} : { text: body.text }),
    ...(body.blocks === undefined ? {} : { blocks: body.blocks }),
  });
  const content = { text: asText(body.text) ?? '', blocks: asObjects(body.blocks), threadTs: asText(body.thread_ts) };
  const channel = workspace.channel(channelId);
  if (target !== undefined && 'to' in target) {
    editEphemeral(workspace, target, content);
  } else if (target !== undefined) {
    editMessage(workspace, target, { text: content.text, blocks: content.blocks });
  } else if (body.response_type === 'in_channel' && channel !== undefined) {
    postMessage(workspace, channel, { ...content, user: workspace.botUserId });
  } else {
    postEphemeral(workspace, userId, channelId, content);
  }
}
