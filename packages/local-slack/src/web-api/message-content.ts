import { copyOf, type JsonObject } from '@gavel/local-server/json.ts';
import { validateMessage } from '../block-kit/validate.ts';
import { SlackError } from '../slack-error.ts';
import { optionalObjects, optionalText } from './arguments.ts';

/** The content of a message after Slack's checks. */
export interface MessageContent {
  readonly text: string;
  readonly blocks: JsonObject[];
  readonly attachments: JsonObject[];
  readonly markdownText: string | undefined;
  /** The warnings for `response_metadata`. */
  readonly warnings: readonly string[];
}

/** The longest text. Longer ones are truncated (Slack: chat.postMessage, `message_truncated`). */
const longestText = 40_000;
/** The most attachments of a message (Slack: chat.postMessage). */
const mostAttachments = 100;
/** The codes of Block Kit problems that are also error codes of methods. */
const ownErrors: ReadonlySet<string> = new Set(['no_text', 'markdown_text_conflict', 'msg_blocks_too_long']);

/** Reads and checks the content of a message. Throws `no_text`, `invalid_blocks`, `too_many_attachments` and others. */
export function readContent(args: JsonObject): MessageContent {
  const blocks = optionalObjects(args, 'blocks', 'invalid_blocks_format');
  const attachments = optionalObjects(args, 'attachments', 'invalid_attachments') ?? [];
  const text = optionalText(args, 'text');
  const markdownText = optionalText(args, 'markdown_text');
  if (attachments.length > mostAttachments) throw new SlackError('too_many_attachments');
  if (text !== undefined || blocks !== undefined || markdownText !== undefined || attachments.length === 0) {
    checkContent({
      ...(text === undefined ? {} : { text }),
      ...(blocks === undefined ? {} : { blocks: copyOf(blocks) }),
      ...(markdownText === undefined ? {} : { markdown_text: markdownText }),
    });
  }
  const isCut = (text ?? '').length > longestText;
  return {
    text: (text ?? markdownText ?? '').slice(0, longestText),
    blocks: blocks ?? (markdownText === undefined ? [] : [{ type: 'markdown', text: markdownText }]),
    attachments,
    markdownText,
    warnings: isCut ? ['message_truncated'] : [],
  };
}

/** Throws for a message that Slack would refuse, with each problem and its location. */
export function checkContent(content: { text?: unknown; blocks?: unknown; markdown_text?: unknown }): void {
  const problems = validateMessage(content);
  const own = problems.find((problem) => ownErrors.has(problem.code));
  if (own !== undefined) throw new SlackError(own.code);
  if (problems.length === 0) return;
  const errors = problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
  throw new SlackError('invalid_blocks', {
    errors,
    response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) },
  });
}
