import type { List, Nodes, RootContent } from 'mdast';
import type { AdrDocument } from '../read/document.ts';
import { placeOf } from '../read/source/source.ts';
import type { MarkdownMarks } from './house-style.ts';
import { madrStyle } from './madr-style.ts';
import { blocksOfMetadata } from './metadata-blocks.ts';
import { tightnessIn } from './sections/tightness.ts';
import { isPrefaceFirst } from './standing-text.ts';
import { commonest, commonValue } from './vote.ts';

/** The choices that Markdown leaves open, each as most of the files that show it make it. */
export function marksOf(documents: readonly AdrDocument[]): MarkdownMarks {
  const common = <Value>(value: (document: AdrDocument) => Value | undefined, otherwise: Value) =>
    commonValue(documents, value) ?? otherwise;
  const { marks } = madrStyle;
  const numberMark = commonValue(documents, numberMarkIn);
  return {
    ...(numberMark === ')' ? { numberMark } : {}),
    bullet: common(
      (one) => bulletIn(one, listsOfText(one)),
      common((one) => bulletIn(one), marks.bullet),
    ),
    bulletGap: common(
      (one) => bulletGapIn(one, listsOfText(one)),
      common((one) => bulletGapIn(one), marks.bulletGap),
    ),
    emphasis: common(emphasisIn, marks.emphasis),
    lineEnding: common(({ source }) => (source.text.includes('\n') ? source.lineEnding : undefined), marks.lineEnding),
    endsWithLineFeed: common(({ source }) => source.text.endsWith('\n') || source.text === '', marks.endsWithLineFeed),
    tight: {
      list: common(({ source }) => tightnessIn(source.nodes).list, marks.tight.list),
      text: common(({ source }) => tightnessIn(source.nodes).text, marks.tight.text),
    },
    hasTightFrontMatter: common(hasTightFrontMatter, marks.hasTightFrontMatter),
  };
}

function bulletIn(
  { source }: AdrDocument,
  lists: readonly List[] = bulletLists(source.nodes),
): MarkdownMarks['bullet'] | undefined {
  return commonest(
    lists.flatMap((list) => {
      const mark = source.text[placeOf(list).start];
      return mark === '*' || mark === '-' || mark === '+' ? [mark] : [];
    }),
  );
}

/** The blanks between a bullet and the text. */
function bulletGapIn({ source }: AdrDocument, lists: readonly List[] = bulletLists(source.nodes)): string | undefined {
  return commonest(
    lists.flatMap(({ children: [item] }) => {
      const [first] = item?.children ?? [];
      if (item === undefined || first?.type !== 'paragraph') return [];
      const gap = source.text.slice(placeOf(item).start + 1, placeOf(first).start);
      return /^ {1,4}$/.test(gap) ? [gap] : [];
    }),
  );
}

/** The lists of a file without those of its metadata, which may have another bullet. */
function listsOfText(document: AdrDocument): List[] {
  const entries = new Set(blocksOfMetadata(document));
  return bulletLists(document.source.nodes.filter((node) => !entries.has(node)));
}

function bulletLists(nodes: readonly RootContent[]): List[] {
  return nodes.filter((node) => node.type === 'list').filter(({ ordered }) => ordered !== true);
}

/** What follows the numbers of most ordered lists. */
function numberMarkIn({ source }: AdrDocument): '.' | ')' | undefined {
  const lists = source.nodes.filter((node) => node.type === 'list').filter(({ ordered }) => ordered === true);
  return commonest(
    lists.flatMap((list) => {
      const mark = /^\d{1,9}(?<mark>[.)])/.exec(source.text.slice(placeOf(list).start, placeOf(list).end))?.groups
        ?.mark;
      return mark === '.' || mark === ')' ? [mark] : [];
    }),
  );
}

/** The mark around most of the emphasized words. */
function emphasisIn({ source }: AdrDocument): MarkdownMarks['emphasis'] | undefined {
  const marks: MarkdownMarks['emphasis'][] = [];
  const collect = (node: Nodes) => {
    const mark = node.type === 'emphasis' ? source.text[placeOf(node).start] : undefined;
    if (mark === '*' || mark === '_') marks.push(mark);
    if ('children' in node) for (const child of node.children) collect(child);
  };
  for (const node of source.nodes) collect(node);
  return commonest(marks);
}

/** Whether the title follows the front matter without a blank line; undefined if it doesn't follow it. */
function hasTightFrontMatter(document: AdrDocument): boolean | undefined {
  const { frontMatter, preface, title } = document.outline;
  const [end, start] = [frontMatter?.position?.end.line, title?.position?.start.line];
  const isBetween = preface.length > 0 && isPrefaceFirst(document) !== true;
  return end === undefined || start === undefined || isBetween ? undefined : start - end === 1;
}
