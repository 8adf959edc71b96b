import { post } from '@gavel/local-server/http-post.ts';
import { asList, asObject, asObjects, asText, at, type JsonObject, parseJson } from '@gavel/local-server/json.ts';
import { elementsByBlock } from '../block-kit/element-places.ts';
import { signRequest } from '../delivery/sign-request.ts';
import { findPerson } from '../person/by-name.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { problemsOf } from './answer-blocks.ts';

/** What Slackbot got from a tool. */
export interface SlackbotAnswer {
  readonly text: string;
  readonly isError: boolean;
  /** The blocks that it shows; none if the answer had none, or if something is wrong with them. */
  readonly blocks: readonly JsonObject[];
  /** What is wrong with the blocks. */
  readonly problems: readonly string[];
}

/** How long a tool may take, in milliseconds (Slack: Slackbot MCP client). */
const longestCall = 60_000;

/** The revision of the protocol that Slackbot speaks first. */
const revision = '2025-06-18';

/**
 * Slackbot as the client of an app's MCP server with `slack_identity_auth`: it signs each request with the app's signing
 * secret, and says in a call whose it is (Slack: Slackbot MCP client).
 */
export class Slackbot {
  readonly #workspace: Workspace;
  readonly #url: string;

  /** Throws Error if the manifest has no such server. */
  constructor(workspace: Workspace, url: string) {
    const servers = workspace.app.mcpServers;
    if (!servers.some(({ authType }) => authType === 'slack_identity_auth'))
      throw new Error('The manifest has no server under mcp_servers with the auth_type slack_identity_auth.');
    this.#workspace = workspace;
    this.#url = url;
  }

  /** The tools that the app offers. */
  async tools(): Promise<readonly JsonObject[]> {
    await this.#begin();
    return asObjects(at(await this.#request('tools/list', {}), 'tools'));
  }

  /** Calls a tool for somebody. Throws Error if the app does not offer it, or answers with an error of the protocol. */
  async call(person: string, tool: string, args: JsonObject = {}): Promise<SlackbotAnswer> {
    const offered = await this.tools();
    if (!offered.some(({ name }) => name === tool)) throw new Error(`The app offers no tool “${tool}”.`);
    const { id } = findPerson(this.#workspace, person);
    const slack = { user_id: id, team_id: this.#workspace.state.team.id, enterprise_id: null };
    const result = asObject(await this.#request('tools/call', { name: tool, arguments: args, _meta: { slack } }));
    const [first] = asObjects(result.content);
    const blocks = at(result, '_meta', 'slack', 'blocks');
    const problems = blocks === undefined ? [] : problemsOf(blocks);
    return {
      text: asText(first?.text) ?? '',
      isError: result.isError === true,
      blocks: problems.length > 0 ? [] : asObjects(asList(blocks)),
      problems,
    };
  }

  /** Presses the nth button with this text in an answer, which calls a tool. */
  async press(person: string, { blocks }: SlackbotAnswer, text: string, nth = 1): Promise<SlackbotAnswer> {
    const buttons = elementsByBlock(blocks)
      .flat()
      .filter(({ element }) => asText(at(element, 'text', 'text')) === text);
    const { element } = buttons[nth - 1] ?? {};
    const tool = asText(element?.action_id)?.replace(/^tool:/, '');
    if (tool === undefined) throw new Error(`The answer has no button “${text}”.`);
    return this.call(person, tool, asObject(parseJson(asText(element?.value) ?? '')));
  }

  async #begin(): Promise<void> {
    const extensions = { 'io.slack/block-kit': { mimeTypes: ['application/vnd.slack.blocks+json'] } };
    await this.#request('initialize', {
      ...{ protocolVersion: revision, clientInfo: { name: 'slackbot', version: '1' } },
      capabilities: { extensions },
    });
    await this.#send({ jsonrpc: '2.0', method: 'notifications/initialized' });
  }

  async #request(method: string, params: JsonObject): Promise<unknown> {
    const answer = await this.#send({ jsonrpc: '2.0', id: 1, method, params });
    const message = asObject(parseJson(answer.startsWith('{') ? answer : lastEvent(answer)));
    if (message.result === undefined) throw new Error(`${method} was answered with ${answer.slice(0, 500)}`);
    return message.result;
  }

  async #send(message: JsonObject): Promise<string> {
    const body = JSON.stringify(message);
    const headers = {
      ...{ 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      ...signRequest(this.#workspace.state.app.signingSecret, body),
    };
    const { status, body: answer } = await post(this.#url, headers, body, AbortSignal.timeout(longestCall));
    if (status >= 300) throw new Error(`${String(message.method)} was answered with HTTP ${status}: ${answer}`);
    return answer;
  }
}

/** The data of the last event of a stream (Streamable HTTP allows an answer of one). */
function lastEvent(stream: string): string {
  const data = stream.split('\n').filter((line) => line.startsWith('data: '));
  return data.at(-1)?.slice('data: '.length) ?? '';
}
