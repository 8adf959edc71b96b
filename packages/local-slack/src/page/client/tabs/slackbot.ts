import { asObject, asText, type JsonObject, parseJson } from '@gavel/local-server/json.ts';
import { signal } from '@preact/signals';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { SlackbotAnswer } from '../../../slackbot/slackbot.ts';
import type { Screen } from '../../screen.ts';
import type { ShownArgument, ShownTool, SlackbotScreen } from '../../slackbot-screen.ts';
import { attempt, post } from '../act.ts';
import { Blocks } from '../blocks/blocks.ts';
import { Outbox } from '../fields/outbox.ts';
import { follow } from '../live.ts';
import { go, place } from '../place.ts';

const offered = follow<SlackbotScreen>(() => (place.value.tab === 'slackbot' ? '/control/slackbot' : undefined));

/** A tool that was called for somebody, and what it answered. */
interface Exchange extends SlackbotAnswer {
  readonly number: number;
  readonly as: string;
  readonly tool: string;
  readonly input: JsonObject;
}

/** Newest first. */
const exchanges = signal<readonly Exchange[]>([]);

/**
 * Slackbot as the client of the app's MCP server. In Slack, a model chooses the tool and what to give it; here, whoever
 * tries it out does.
 */
export function SlackbotTab({ now }: { now: Screen }): VNode {
  const tools = offered.now.value?.tools;
  if (tools === undefined) return html`<main class="tab"><p class="hint">Asking the app for its tools…</p></main>`;
  const tool = tools.find(({ name }) => name === place.value.tool) ?? tools[0];
  const own = exchanges.value.filter(({ as }) => as === now.me.name);
  return html`<main class="tab split">
    <header class="tab-head"><h1>Slackbot</h1><p class="topic">In Slack, a model chooses a tool of the app. Here, you do.</p></header>
    <div class="split-columns">
      <div class="split-list">
        <h2>Tools</h2>
        <ul class="files">${tools.map(
          ({ name, title }) =>
            html`<li key=${name}><button type="button" class="row" aria-current=${name === tool?.name ? 'page' : undefined}
          onClick=${() => go({ tool: name })}><span class="row-name">${title}</span></button></li>`,
        )}</ul>
        ${tool !== undefined && html`<${ToolForm} key=${tool.name} tool=${tool} />`}
      </div>
      <section class="document slackbot-answers" aria-label="Answers" aria-live="polite">
        ${own.length === 0 && html`<p class="hint">Nothing has been asked yet.</p>`}
        ${own.map((exchange) => html`<${Answer} key=${exchange.number} exchange=${exchange} tools=${tools} />`)}
      </section>
    </div>
  </main>`;
}

function ToolForm({ tool }: { tool: ShownTool }): VNode {
  const [isBusy, setBusy] = useState(false);
  const ask = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    setBusy(true);
    void attempt(() => call(tool.name, readInput(tool, typed))).finally(() => setBusy(false));
  };
  return html`<form class="tool-form" onSubmit=${ask}>
    <p>${tool.description}</p>
    <p class="hint">${tool.isReadOnly ? 'It only reads.' : 'It changes something, so Slackbot asks before it uses it.'}</p>
    ${tool.arguments.map((argument) => html`<${Argument} key=${argument.name} argument=${argument} />`)}
    <button type="submit" class="button primary" aria-busy=${isBusy ? 'true' : undefined} disabled=${isBusy}>Use it</button>
  </form>`;
}

const kinds = { line: '', lines: '', number: '', list: 'One per line.', json: 'In JSON.' } as const;

function Argument({ argument: { name, kind, isRequired, description } }: { argument: ShownArgument }): VNode {
  const hint = [description, kinds[kind]].filter((part) => part !== '').join('. ');
  const common = { name, required: isRequired };
  return html`<label><span><code>${name}</code>${!isRequired && html` <span class="hint">optional</span>`}</span>
    ${kind === 'line' || kind === 'number' ? html`<input type=${kind === 'number' ? 'number' : 'text'} ...${common} />` : html`<textarea rows="3" ...${common}></textarea>`}
    ${hint !== '' && html`<small class="hint">${hint}</small>`}</label>`;
}

/** What was typed, without what was left empty. Throws Error for JSON that is none. */
function readInput(tool: ShownTool, typed: FormData): JsonObject {
  const given = tool.arguments.flatMap(({ name, kind }) => {
    const text = String(typed.get(name) ?? '').trim();
    return text === '' ? [] : [[name, readArgument(name, kind, text)] as const];
  });
  return Object.fromEntries(given);
}

function readArgument(name: string, kind: ShownArgument['kind'], text: string): unknown {
  if (kind === 'number') return Number(text);
  if (kind === 'list') return text.split('\n').map((line) => line.trim());
  if (kind !== 'json') return text;
  const value = parseJson(text);
  if (value === undefined) throw new Error(`${name} has to be JSON.`);
  return value;
}

/** Calls a tool for the current person, and shows the answer. */
async function call(tool: string, input: JsonObject): Promise<void> {
  const { as } = place.value;
  const answer = (await post('slackbot/call', { as, tool, input })) as unknown as SlackbotAnswer;
  exchanges.value = [{ ...answer, number: exchanges.value.length, as, tool, input }, ...exchanges.value];
}

/** What a tool answered: its blocks as Slack shows them, and the text that the model reads. */
function Answer({ exchange, tools }: { exchange: Exchange; tools: readonly ShownTool[] }): VNode {
  const { number, tool, input, blocks, text, isError, problems } = exchange;
  const outbox = useMemo(() => new Outbox(), []);
  const press = (element: JsonObject): Promise<void> =>
    call(asText(element.action_id)?.replace(/^tool:/, '') ?? '', asObject(parseJson(asText(element.value) ?? '')));
  const surface = { place: { view: `answer-${number}` }, state: {}, errors: {}, outbox, press };
  const title = tools.find(({ name }) => name === tool)?.title ?? tool;
  return html`<article class="message" aria-label=${title}>
    <div class="message-side"><span class="avatar medium app" aria-hidden="true">S</span></div>
    <div class="message-main">
      <header><strong class="author">Slackbot</strong><span class="hint">${title} <code>${JSON.stringify(input)}</code></span></header>
      <div class="content">
        ${problems.map((problem) => html`<p class="field-error">${problem}</p>`)}
        ${blocks.length > 0 && html`<${Blocks} surface=${surface} blocks=${blocks} />`}
        ${blocks.length === 0 && html`<p>${isError ? text : 'The app answered without blocks; Slackbot tells it in its own words.'}</p>`}
        <details><summary>What the model reads</summary><pre tabindex="0">${text}</pre></details>
      </div>
    </div>
  </article>`;
}
