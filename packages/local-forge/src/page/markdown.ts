import markdownIt from 'markdown-it';
import { Html } from './html.ts';

const markdown = markdownIt({ html: false, linkify: true, typographer: false });

/** Shows Markdown as a forge does: HTML in it stays text. Front matter is shown as code. */
export function renderMarkdown(text: string): Html {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const body = front === null ? text : text.slice(front[0].length);
  const fenced = front === null ? '' : `\`\`\`yaml\n${front[1] ?? ''}\n\`\`\`\n\n`;
  return new Html(`<div class="markdown">${markdown.render(`${fenced}${body}`)}</div>`);
}
