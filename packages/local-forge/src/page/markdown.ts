import markdownIt from 'markdown-it';
import { Html } from './html.ts';

const markdown = markdownIt({ html: false, linkify: true, typographer: false });
markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  const token = tokens[index];
  // The page may be shown in a frame, which is no place for other sites.
  if (/^https?:/i.test(String(token?.attrGet('href')))) {
    token?.attrSet('target', '_blank');
    token?.attrSet('rel', 'noopener noreferrer');
  }
  return renderer.renderToken(tokens, index, options);
};

/** Shows Markdown as a forge does: HTML in it stays text. Front matter is shown as code. */
export function renderMarkdown(text: string): Html {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const body = front === null ? text : text.slice(front[0].length);
  const fenced = front === null ? '' : `\`\`\`yaml\n${front[1] ?? ''}\n\`\`\`\n\n`;
  return new Html(`<div class="markdown">${markdown.render(`${fenced}${body}`)}</div>`);
}
