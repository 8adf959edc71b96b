import { asList, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { checkShape } from './check.ts';
import { PAYLOAD_RULES, submitForInputs } from './payload-rules.ts';
import type { Problem } from './problem.ts';
import { blocksOn, type Surface } from './schema/blocks.ts';
import { plainText } from './schema/composition.ts';
import { ANY, LIMITS } from './schema/limits.ts';
import { boolean, type Kinds, list, object, oneOf, type Shape, text } from './schema/shape.ts';

/** The arguments of a message that Block Kit validates. Methods check all other arguments themselves. */
export interface MessageContent {
  readonly text?: unknown;
  readonly blocks?: unknown;
  readonly markdown_text?: unknown;
}

const BLOCK_LISTS: Readonly<Record<Surface, Shape>> = {
  message: list(oneOf(blocksOn('message')), LIMITS.messageBlocks),
  modal: list(oneOf(blocksOn('modal')), LIMITS.viewBlocks),
  home: list(oneOf(blocksOn('home')), LIMITS.viewBlocks),
};

const viewFields = {
  private_metadata: text(LIMITS.privateMetadata),
  callback_id: text(LIMITS.callbackId),
  external_id: text(LIMITS.externalId),
};

/** The two kinds of views that an app can open or publish (Slack: views). */
const VIEWS: Kinds = {
  modal: object(
    {
      ...viewFields,
      blocks: BLOCK_LISTS.modal,
      title: plainText(LIMITS.viewTitle),
      submit: plainText(LIMITS.viewTitle),
      close: plainText(LIMITS.viewTitle),
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
    ['title', 'blocks'],
  ),
  home: object({ ...viewFields, blocks: BLOCK_LISTS.home }, ['blocks']),
};

const MESSAGE = object({
  text: text(ANY),
  blocks: BLOCK_LISTS.message,
  markdown_text: text(LIMITS.markdownText),
});

/** All problems of a list of blocks for a surface. Pointers start with `/blocks`. */
export function validateBlocks(blocks: unknown, surface: Surface): Problem[] {
  return [...checkShape(BLOCK_LISTS[surface], blocks, '/blocks'), ...applyRules(blocks, surface)];
}

/**
 * All problems of a message's content. They include `no_text`, `markdown_text_conflict` and `msg_blocks_too_long`,
 * which `chat.postMessage` returns unchanged.
 */
export function validateMessage(message: MessageContent): Problem[] {
  const { text: plain, blocks, markdown_text: markdown } = message;
  const hasWords = [plain, markdown].some((words) => words !== undefined && words !== '');
  const isSilent = !hasWords && asList(blocks).length === 0 && (blocks === undefined || Array.isArray(blocks));
  return [
    ...checkShape(MESSAGE, { text: plain, blocks, markdown_text: markdown }, ''),
    ...applyRules(blocks, 'message'),
    ...(isSilent ? [fault('no_text', '', 'must define `text`, `blocks` or `markdown_text`')] : []),
    ...(markdown !== undefined && (plain !== undefined || blocks !== undefined)
      ? [fault('markdown_text_conflict', '/markdown_text', '`markdown_text` cannot be sent with `text` or `blocks`')]
      : []),
  ];
}

/** All problems of a modal or home tab. A view that is too large has only one: `view_too_large`. */
export function validateView(view: unknown): Problem[] {
  const bytes = Buffer.byteLength(JSON.stringify(view) ?? '');
  const { max } = LIMITS.viewBytes;
  if (bytes > max) return [fault('view_too_large', '', `must be less than ${max + 1} bytes`, max, bytes)];
  return [...checkShape(oneOf(VIEWS), view, ''), ...(isObject(view) ? applyViewRules(view) : [])];
}

function applyViewRules(view: JsonObject): readonly Problem[] {
  const surface: Surface = view.type === 'home' ? 'home' : 'modal';
  return [...applyRules(view.blocks, surface), ...submitForInputs(view)];
}

function applyRules(blocks: unknown, surface: Surface): readonly Problem[] {
  return PAYLOAD_RULES.flatMap((rule) => rule(asList(blocks), surface));
}

function fault(code: Problem['code'], pointer: string, message: string, expected?: number, got?: number): Problem {
  const plain = { pointer, code, message };
  return expected === undefined ? plain : { ...plain, constraint: { type: 'max_length', expected, got } };
}
