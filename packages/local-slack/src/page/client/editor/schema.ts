import { Schema } from 'prosemirror-model';

/** The documents of the text editor, with the same features as Slack's editor (Slack: rich text input). */
export const richTextSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    blockquote: {
      group: 'block',
      content: 'paragraph+',
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => ['blockquote', 0],
    },
    code_block: {
      group: 'block',
      content: 'text*',
      marks: '',
      code: true,
      defining: true,
      parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
      toDOM: () => ['pre', ['code', 0]],
    },
    bullet_list: { group: 'block list', content: 'list_item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: {
      group: 'block list',
      content: 'list_item+',
      attrs: { offset: { default: 0 } },
      parseDOM: [{ tag: 'ol' }],
      toDOM: (node) => ['ol', { start: Number(node.attrs.offset) + 1 }, 0],
    },
    list_item: { content: 'paragraph list*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    text: { group: 'inline' },
    hard_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
      leafText: () => '\n',
    },
    /** A mention, emoji or date: stored as Slack wrote it, and shown with `label`. */
    reference: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { element: {}, label: { default: '' } },
      toDOM: (node) => ['span', { class: 'mention' }, String(node.attrs.label)],
      leafText: (node) => String(node.attrs.label),
    },
  },
  marks: {
    link: {
      attrs: { url: {} },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: (element) => ({ url: element.getAttribute('href') }) }],
      toDOM: (mark) => ['a', { href: String(mark.attrs.url), rel: 'noopener noreferrer' }, 0],
    },
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
    code: { parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
  },
});
