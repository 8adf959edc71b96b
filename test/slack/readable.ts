import type { KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { toElements } from '../../src/slack/text/words.ts';
import type { Words } from '../../src/words/say.ts';

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

function readStyled(text: string, { bold, code }: NonNullable<RichTextElement['style']> = {}): string {
  if (code) return `\`${text}\``;
  return bold ? `*${text}*` : text;
}

function readElement(element: RichTextElement): string {
  if (element.type === 'text') return readStyled(element.text, element.style);
  if (element.type === 'link') return `${element.text ?? ''} (${element.url})`.trimStart();
  if (element.type === 'date') return element.fallback ?? '[date]';
  if (element.type === 'user') return `<@${element.user_id}>`;
  return element.type === 'emoji' ? `:${element.name}:` : `[${element.type}]`;
}

const frames: Readonly<Record<string, readonly [before: string, after: string]>> = {
  rich_text_section: ['', ''],
  rich_text_quote: ['> ', ''],
  rich_text_preformatted: ['```\n', '\n```'],
};

function readRichText({ elements }: RichTextBlock): string {
  return elements
    .map((part) => {
      if (part.type !== 'rich_text_list') {
        const [before = '', after = ''] = frames[part.type] ?? [];
        return `${before}${part.elements.map(readElement).join('')}${after}`;
      }
      const first = 1 + ('offset' in part && typeof part.offset === 'number' ? part.offset : 0);
      return part.elements
        .map((item, index) => {
          const mark = part.style === 'ordered' ? `${first + index}.` : '•';
          return `${'  '.repeat(part.indent ?? 0)}${mark} ${item.elements.map(readElement).join('')}`;
        })
        .join('\n');
    })
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

/** Words as somebody reads them. */
export function readWords(said: Words): string {
  return toElements(said).map(readElement).join('');
}

/** Blocks as somebody reads them, one per paragraph: the content of golden files. */
export function readBlocks(blocks: readonly KnownBlock[]): string {
  return `${blocks.map(readBlock).join('\n')}\n`;
}
