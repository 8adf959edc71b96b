import type { RichTextBlock, RichTextElement, RichTextLink, RichTextSection, RichTextText } from '@slack/types';
import type { FlatList } from './list.ts';

type BlockElement = RichTextBlock['elements'][number];
type Text = Exclude<BlockElement, FlatList>;
type Atom = RichTextText | RichTextLink;

/**
 * The largest element that a page gets, in bytes of JSON: a few paragraphs, far below what Slack accepts for a view.
 */
export const longestElement = 4_000;

/** What an element takes besides its texts. */
const frame = 200;

/** A letter takes at most six bytes of JSON, so a text of this many always has room beside an address. */
const longestText = 250;

/** An address with more bytes is no longer a link. */
const longestUrl = 2_000;

/** How many bytes of JSON something takes. */
export function sizeOf(json: object): number {
  return Buffer.byteLength(JSON.stringify(json));
}

/**
 * An element of a rich text as several, none larger than `longestElement`. All words stay, in order. Lists are split
 * between items, and ordered ones continue counting; texts are split after a line or a word if there is one.
 */
export function splitElement(element: BlockElement): BlockElement[] {
  if (sizeOf(element) <= longestElement) return [element];
  return element.type === 'rich_text_list' ? splitList(element) : splitText(element);
}

function splitText(element: Text): BlockElement[] {
  if (element.type === 'rich_text_preformatted')
    return pack(element.elements.flatMap(cutElement)).map((elements) => ({ ...element, elements }));
  if (element.type === 'rich_text_section') return splitSection(element);
  return pack(cutAll(element.elements)).map((elements) => ({ ...element, elements }));
}

function splitSection(section: RichTextSection): RichTextSection[] {
  return pack(cutAll(section.elements)).map((elements) => ({ ...section, elements }));
}

/** What is too much for one item follows it as text. */
function splitList(list: FlatList): BlockElement[] {
  const pieces: BlockElement[] = [];
  let counted = list.offset ?? 0;
  let items: RichTextSection[] = [];
  const endList = () => {
    if (items.length > 0) {
      const offset = list.style === 'ordered' && counted > 0 ? { offset: counted } : {};
      pieces.push({ ...list, ...offset, elements: items });
      counted += items.length;
    }
    items = [];
  };
  for (const item of list.elements) {
    const [head = item, ...rest] = sizeOf(item) <= longestElement - frame ? [item] : splitSection(item);
    if (sizeOf([...items, head]) > longestElement - frame) endList();
    items.push(head);
    if (rest.length > 0) {
      endList();
      pieces.push(...rest);
    }
  }
  endList();
  return pieces;
}

/** In as few groups as possible, each small enough for an element. */
function pack<Item extends object>(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  let left = 0;
  for (const item of items) {
    const size = sizeOf(item) + 1;
    const group = groups.at(-1);
    if (group !== undefined && size <= left) group.push(item);
    else {
      groups.push([item]);
      left = longestElement - 2 * frame;
    }
    left -= size;
  }
  return groups;
}

function cutAll(elements: readonly RichTextElement[]): RichTextElement[] {
  return elements.flatMap((element): RichTextElement[] =>
    element.type === 'text' || element.type === 'link' ? cutElement(element) : [element],
  );
}

function cutElement(element: Atom): Atom[] {
  if (element.type === 'text') return cut(element.text).map((text) => ({ ...element, text }));
  const { url, text = url, style } = element;
  if (sizeOf({ url }) <= longestUrl) {
    return text.length <= longestText ? [element] : cut(text).map((piece) => ({ ...element, text: piece }));
  }
  return cut(text).map((piece) => ({ type: 'text', text: piece, ...(style ? { style } : {}) }));
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > longestText) {
    const end = from + lengthOfPiece(text.slice(from, from + longestText));
    pieces.push(text.slice(from, end));
    from = end;
  }
  return from === text.length ? pieces : [...pieces, text.slice(from)];
}

/** Up to the end of a line or word; at least not between the two halves of a character. */
function lengthOfPiece(text: string): number {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf(' ')) + 1;
  if (end > longestText / 2) return end;
  return /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
}
