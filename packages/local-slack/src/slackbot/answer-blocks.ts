import { asList, asText, isObject, parseJson } from '@gavel/local-server/json.ts';
import { blocksIn, elementsByBlock } from '../block-kit/element-places.ts';
import { validateMessage } from '../block-kit/validate.ts';

/** The blocks that Slackbot shows for an app (Slack: returning rich responses to the Slackbot MCP client). */
const shown: ReadonlySet<unknown> = new Set([
  ...['context', 'divider', 'header', 'markdown', 'rich_text', 'section', 'file', 'image', 'video'],
  ...['actions', 'carousel', 'input', 'data_table', 'data_visualization', 'table', 'card', 'container'],
]);

/** The longest `value` of an element that calls a tool, in characters. */
const longestValue = 2_000;

/**
 * What is wrong with the blocks of a tool's answer, in sentences; Slackbot then shows none of them. It also lists
 * elements that Slackbot would show, but that would do nothing.
 */
export function problemsOf(blocks: unknown): string[] {
  const malformed = validateMessage({ text: 'fallback', blocks }).map(
    ({ pointer, message }) => `${pointer}: ${message}`,
  );
  const unknown = blocksIn(asList(blocks))
    .filter(({ block }) => !shown.has(block.type))
    .map(({ block, pointer }) => `${pointer}: Slackbot does not show blocks of type ${String(block.type)}`);
  const inert = elementsByBlock(asList(blocks))
    .flat()
    .filter(({ block }) => block.type !== 'input')
    .flatMap(({ element, pointer }) => {
      if (asText(element.url) !== undefined || element.type === 'image') return [];
      if (!asText(element.action_id)?.startsWith('tool:'))
        return [`${pointer}: its action_id does not begin with tool:`];
      const value = asText(element.value);
      if (value === undefined) return [`${pointer}: it has no value`];
      if (value.length > longestValue) return [`${pointer}: its value has more than ${longestValue} characters`];
      return isObject(parseJson(value)) ? [] : [`${pointer}: its value is no JSON object`];
    });
  return [...malformed, ...unknown, ...inert];
}
