import { asObject, asText, asTexts, at, type JsonObject } from '@gavel/local-server/json.ts';

/** How an argument of a tool is typed: as one line, several lines, a list with an item per line, or JSON. */
type ArgumentKind = 'line' | 'lines' | 'list' | 'number' | 'json';

/** An argument of a tool, as the page asks for it. */
export interface ShownArgument {
  readonly name: string;
  readonly kind: ArgumentKind;
  readonly isRequired: boolean;
  readonly description: string;
}

/** A tool, as the page offers it. */
export interface ShownTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Whether the app says that the tool changes nothing (MCP: readOnlyHint). */
  readonly isReadOnly: boolean;
  readonly arguments: readonly ShownArgument[];
}

/** What the page shows of Slackbot. */
export interface SlackbotScreen {
  readonly tools: readonly ShownTool[];
}

/** From this many allowed characters on, a text is typed in several lines. */
const fewCharacters = 600;

/** Reads a tool as MCP lists it, with the schema of its input. */
export function toolShown(tool: JsonObject): ShownTool {
  const name = asText(tool.name) ?? '';
  const schema = asObject(tool.inputSchema);
  const required = new Set(asTexts(schema.required));
  return {
    name,
    title: asText(tool.title) ?? name,
    description: asText(tool.description) ?? '',
    isReadOnly: at(tool, 'annotations', 'readOnlyHint') === true,
    arguments: Object.entries(asObject(schema.properties)).map(([argument, property]) => ({
      name: argument,
      kind: kindOf(asObject(property)),
      isRequired: required.has(argument),
      description: asText(at(property, 'description')) ?? '',
    })),
  };
}

function kindOf({ type, items, maxLength }: JsonObject): ArgumentKind {
  if (type === 'string') return typeof maxLength === 'number' && maxLength > fewCharacters ? 'lines' : 'line';
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'array' && at(items, 'type') === 'string' ? 'list' : 'json';
}
