import { html } from 'htm/preact';
import MarkdownIt, { type Token } from 'markdown-it';
import { Fragment, h, type VNode } from 'preact';
import { Link } from './markup.ts';

// HTML in the text stays text, and a URL such as javascript: is not a link.
const parser = new MarkdownIt({ html: false, linkify: true });
// As on GitHub, an address is a link where its scheme is written, and “main.go” is none.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false }).add('//', null);

/** Rendered Markdown (CommonMark with tables and bare addresses). It is built from elements, so that text never becomes markup. */
export function Markdown({ text }: { text: string }): VNode {
  return html`<div class="markdown">${buildAll(parser.parse(text, {}))}</div>`;
}

type Child = VNode | string;

/** The elements that Markdown can produce. */
const tags = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote hr pre code em strong s table thead tbody tr th td br'.split(' '),
);

const leafViews: Readonly<Record<string, (token: Token) => Child>> = {
  text: (token) => token.content,
  softbreak: () => '\n',
  hardbreak: () => h('br', null),
  hr: () => h('hr', null),
  code_inline: (token) => h('code', null, token.content),
  code_block: (token) => h('pre', null, h('code', null, token.content)),
  fence: (token) => h('pre', null, h('code', null, token.content)),
  inline: (token) => h(Fragment, null, buildAll(token.children ?? [])),
  image: (token) => html`<${Link} url=${String(token.attrGet('src') ?? '')}>🖼 ${token.content || 'image'}<//>`,
};

/** Builds a tree from the parser's flat list of opening and closing tokens. */
function buildAll(tokens: readonly Token[]): Child[] {
  const root: Child[] = [];
  const open: { token: Token | undefined; children: Child[] }[] = [{ token: undefined, children: root }];
  for (const token of tokens) {
    const top = open.at(-1);
    if (token.nesting === 1) open.push({ token, children: [] });
    else if (token.nesting === 0) top?.children.push((leafViews[token.type] ?? (() => token.content))(token));
    else if (top?.token !== undefined) {
      open.pop();
      open.at(-1)?.children.push(close(top.token, top.children));
    }
  }
  return root;
}

function close(token: Token, children: Child[]): VNode {
  if (token.tag === 'a') return html`<${Link} url=${String(token.attrGet('href') ?? '')}>${children}<//>`;
  if (token.hidden || !tags.has(token.tag)) return h(Fragment, null, children);
  const start = token.attrGet('start');
  const align = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return h(
    token.tag,
    { ...(start === null ? {} : { start }), ...(align === undefined ? {} : { class: `align-${align}` }) },
    children,
  );
}
