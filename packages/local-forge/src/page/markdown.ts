import markdownIt from 'markdown-it';
import { Html } from './html.ts';

const markdown = markdownIt({ html: true, linkify: true, typographer: false });
markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  const token = tokens[index];
  // The page may be shown in a frame, which is no place for other sites.
  if (/^https?:/i.test(String(token?.attrGet('href')))) {
    token?.attrSet('target', '_blank');
    token?.attrSet('rel', 'noopener noreferrer');
  }
  return renderer.renderToken(tokens, index, options);
};
/** Comments, which no forge shows, are left out of HTML; the rest of it is shown as text. */
const showHtml: NonNullable<typeof markdown.renderer.rules.html_block> = (tokens, index) =>
  markdown.utils.escapeHtml((tokens[index]?.content ?? '').replaceAll(/<!--[\s\S]*?-->\n?/g, ''));
markdown.renderer.rules.html_block = showHtml;
markdown.renderer.rules.html_inline = showHtml;

/** Shows Markdown as a forge does, but HTML in it stays text. Front matter is shown as code. */
export function renderMarkdown(text: string): Html {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const body = front === null ? text : text.slice(front[0].length);
  const fenced = front === null ? '' : `\`\`\`yaml\n${front[1] ?? ''}\n\`\`\`\n\n`;
  return new Html(`<div class="markdown">${markdown.render(`${fenced}${body}`)}</div>`);
}
