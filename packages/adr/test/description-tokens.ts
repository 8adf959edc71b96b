import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { actedOnIn } from './forge-tokens.ts';

/** What forges look for in the text that a description shows. */
const inText = Object.entries(actedOnIn).filter(([name]) => !/trailer|quick action|second line|control/u.test(name));

/** What they look for in its source, or in the message of a commit that is made of it. */
const inSource: readonly (readonly [name: string, pattern: RegExp])[] = [
  ...Object.entries(actedOnIn).filter(([name]) => /keyword|closing|GitHub Actions|GitLab CI/u.test(name)),
  ['a quick action', /^\/[a-z_]/imu],
  ['an inclusion', /^::include/mu],
  ['a quotation without marks', /^>>>/mu],
];

const forbidden: ReadonlySet<Nodes['type']> = new Set([
  ...(['html', 'image', 'imageReference', 'definition', 'footnoteDefinition', 'footnoteReference'] as const),
]);

/** Everything in the Markdown of a description that a forge acts on, loads, or lets people tick. */
export function findActs(markdown: string): string[] {
  const source = inSource.filter(([, pattern]) => pattern.test(markdown)).map(([name]) => `${name} in the source`);
  return [...source, ...actsIn(unified().use(remarkParse).use(remarkGfm).parse(markdown))];
}

function actsIn(node: Nodes): string[] {
  if (forbidden.has(node.type)) return [node.type];
  if (node.type === 'text') return inText.filter(([, pattern]) => pattern.test(node.value)).map(([name]) => name);
  const own = [
    ...(node.type === 'listItem' && typeof node.checked === 'boolean' ? ['a box to tick'] : []),
    ...(node.type === 'link' && /\/(?:issues|pull|merge_requests|work_items)\/\d/u.test(node.url)
      ? ['a reference']
      : []),
  ];
  // Nobody is mentioned in a link, and nothing in it becomes another one.
  const isQuiet = node.type === 'link' || !('children' in node);
  return isQuiet ? own : [...own, ...node.children.flatMap(actsIn)];
}
