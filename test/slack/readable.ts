import type { KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';

function readEscaped(mrkdwn: string): string {
  return mrkdwn.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Dates as their fallback, links as “text (address)”. */
function readMrkdwn(mrkdwn: string): string {
  const plain = mrkdwn.replaceAll(/<!date\^\d+\^[^|]*\|([^>]*)>/g, '$1');
  return readEscaped(plain.replaceAll(/<([^@!|>][^|>]*)\|([^>]*)>/g, '$2 ($1)'));
}

function readText(text: { type: string; text: string } | undefined): string {
  if (text === undefined) return '';
  return text.type === 'mrkdwn' ? readMrkdwn(text.text) : text.text;
}

function readElement(element: RichTextElement): string {
  if (element.type === 'text') return element.style?.bold ? `*${element.text}*` : element.text;
  return element.type === 'emoji' ? `:${element.name}:` : `[${element.type}]`;
}

function readRichText({ elements }: RichTextBlock): string {
  return elements
    .map((part) =>
      'elements' in part && part.type === 'rich_text_section' ? part.elements.map(readElement).join('') : part.type,
    )
    .join('\n');
}

function readBlock(block: KnownBlock): string {
  switch (block.type) {
    case 'header':
      return `# ${block.text.text}`;
    case 'divider':
      return '────────';
    case 'section': {
      const button = block.accessory?.type === 'button' ? ` [${block.accessory.text.text}]` : '';
      return `${readText(block.text)}${button}`;
    }
    case 'context':
      return block.elements.map((element) => ('text' in element ? `(${readText(element)})` : '')).join(' ');
    case 'rich_text':
      return readRichText(block);
    case 'actions':
      return block.elements
        .map((element) => {
          if (element.type === 'button') return `[${element.text.text}]`;
          return element.type === 'overflow'
            ? `[⋯ ${element.options.map(({ text }) => text.text).join(', ')}]`
            : element.type;
        })
        .join(' ');
    default:
      return `{${block.type}}`;
  }
}

/** Blocks as somebody reads them, one to a paragraph: what golden files hold. */
export function readBlocks(blocks: readonly KnownBlock[]): string {
  return `${blocks.map(readBlock).join('\n')}\n`;
}
