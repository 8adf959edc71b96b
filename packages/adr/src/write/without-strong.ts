import type { Nodes } from 'mdast';
import type { Markdown } from '../content/content.ts';
import { parseMarkdown } from '../markdown/markdown.ts';

/** Words for a place between bold marks: without such marks of their own, which would end it. Stars as text stay. */
export function withoutStrong(words: Markdown): Markdown {
  if (!words.includes('**')) return words;
  const marks = new Set(marksIn(parseMarkdown(words)));
  return words.replaceAll(/(?<!`)`+[^`]+`+|(?<![\\*])\*\*(?!\*)/g, (found, at: number) => {
    if (found !== '**' || /^\s\*\*\s/.test(words.slice(at - 1, at + 3))) return found;
    return marks.has(at) ? '' : '\\*\\*';
  });
}

/** Where the marks of bold words are. */
function marksIn(node: Nodes): number[] {
  const within = 'children' in node ? [...node.children].flatMap(marksIn) : [];
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  return node.type !== 'strong' || start === undefined || end === undefined ? within : [start, end - 2, ...within];
}
