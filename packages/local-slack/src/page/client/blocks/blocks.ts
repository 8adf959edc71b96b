import { asObject, asObjects, asText, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Markdown } from '../text/markdown.ts';
import { Link } from '../text/markup.ts';
import { RichText } from '../text/rich-text.ts';
import { Text } from '../text/text.ts';
import type { BlockProps } from './block-props.ts';
import { DataTable } from './data-table.ts';
import { Element } from './element.ts';
import { ImageView } from './image.ts';
import { InputBlock } from './input-block.ts';
import type { Surface } from './surface.ts';
import { Table } from './table.ts';
import { Unknown } from './unknown.ts';

/** The component for each kind of block (Slack: blocks). */
const views: Readonly<Record<string, (props: BlockProps) => VNode>> = {
  actions: (props) => html`<div class="block-actions">${elements(props)}</div>`,
  alert: ({ block }) =>
    html`<div class=${`block-alert ${asText(block.level) ?? 'default'}`} role="note"><${Text} of=${block.text} /></div>`,
  card: Card,
  container: Container,
  context: (props) => html`<div class="block-context">${elements(props)}</div>`,
  context_actions: (props) => html`<div class="block-actions">${elements(props)}</div>`,
  data_table: DataTable,
  divider: () => html`<hr />`,
  header: ({ block }) => html`<h3 class="block-header"><${Text} of=${block.text} /></h3>`,
  image: ({ block }) =>
    html`<figure class="block-image">${isObject(block.title) && html`<figcaption><${Text} of=${block.title} /></figcaption>`}<${ImageView} of=${block} /></figure>`,
  input: InputBlock,
  markdown: ({ block }) => html`<${Markdown} text=${asText(block.text) ?? ''} />`,
  rich_text: ({ block }) => html`<${RichText} block=${block} />`,
  section: Section,
  table: ({ block }) => html`<${Table} block=${block} />`,
  video: ({
    block,
  }) => html`<div class="block-video">▶ <${Link} url=${asText(block.title_url) ?? asText(block.video_url) ?? ''}><${Text} of=${block.title} /><//>
    ${isObject(block.description) && html`<p><${Text} of=${block.description} /></p>`}</div>`,
};

/** A list of blocks. An unknown block is shown as such. */
export function Blocks({ surface, blocks }: { surface: Surface; blocks: readonly JsonObject[] }): VNode {
  return html`<div class="blocks">${blocks.map((block, index) => {
    const view = views[asText(block.type) ?? ''];
    return view === undefined
      ? html`<${Unknown} key=${index} what="block" of=${block} />`
      : html`<${view} key=${`${String(block.type)} ${asText(block.block_id) ?? index}`} surface=${surface} block=${block} />`;
  })}</div>`;
}

function Section({ surface, block }: BlockProps): VNode {
  const fields = asObjects(block.fields);
  return html`<div class="block-section">
    <div class="section-text">
      <${Text} of=${block.text} />
      ${fields.length > 0 && html`<div class="section-fields">${fields.map((field) => html`<div><${Text} of=${field} /></div>`)}</div>`}
    </div>
    ${isObject(block.accessory) && html`<div class="section-accessory"><${Element} surface=${surface} block=${block} element=${asObject(block.accessory)} /></div>`}
  </div>`;
}

/** Blocks with a title around them, which the reader may fold if the app allows it. */
function Container({ surface, block }: BlockProps): VNode {
  const children = html`<${Blocks} surface=${surface} blocks=${asObjects(block.child_blocks)} />`;
  const style = `block-container ${asText(block.width) ?? 'standard'} ${block.has_header_divider === true ? 'divided' : ''}`;
  const icon = isObject(block.icon) && html`<${ImageView} of=${block.icon} isSmall=${true} />`;
  const title = isObject(block.rich_text_title)
    ? html`<${RichText} block=${block.rich_text_title} />`
    : html`<${Text} of=${block.title} />`;
  const subtitle = isObject(block.subtitle) && html`<p class="block-subtitle"><${Text} of=${block.subtitle} /></p>`;
  if (block.is_collapsible !== true) {
    return html`<section class=${style}><header>${icon}<div class="block-title">${title}${subtitle}</div></header>${children}</section>`;
  }
  return html`<details class=${style} open=${block.default_collapsed !== true}>
    <summary>${icon}<div class="block-title">${title}${subtitle}</div></summary>${children}</details>`;
}

/** A card with a picture, texts and up to three buttons. */
function Card({ surface, block }: BlockProps): VNode {
  const buttons = asObjects(block.actions);
  return html`<article class="block-card">
    ${isObject(block.hero_image) && html`<${ImageView} of=${block.hero_image} />`}
    ${isObject(block.icon) && html`<${ImageView} of=${block.icon} isSmall=${true} />`}
    ${isObject(block.title) && html`<div class="block-title"><${Text} of=${block.title} /></div>`}
    ${isObject(block.subtitle) && html`<p class="block-subtitle"><${Text} of=${block.subtitle} /></p>`}
    ${isObject(block.body) && html`<p><${Text} of=${block.body} /></p>`}
    ${isObject(block.subtext) && html`<p class="block-subtitle"><${Text} of=${block.subtext} /></p>`}
    ${
      buttons.length > 0 &&
      html`<div class="block-actions">${buttons.map(
        (element) =>
          html`<${Element} key=${asText(element.action_id)} surface=${surface} block=${block} element=${element} />`,
      )}</div>`
    }
  </article>`;
}

function elements({ surface, block }: BlockProps): VNode[] {
  return asObjects(block.elements).map(
    (element, index) =>
      html`<${Element} key=${asText(element.action_id) ?? index} surface=${surface} block=${block} element=${element} />`,
  );
}
