/** A plain text object. */
export function plain(text: string) {
  return { type: 'plain_text', text };
}

/** A mrkdwn text object. */
export function mrkdwn(text: string) {
  return { type: 'mrkdwn', text };
}

/** A word with this many characters. */
export function letters(count: number): string {
  return 'x'.repeat(count);
}

/** Numbered options, `Option 1` with the value `option-1` and so on. */
export function options(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    text: plain(`Option ${index + 1}`),
    value: `option-${index + 1}`,
  }));
}

/** A list with one item for each number. */
export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** An input block around an element. */
export function input(element: object, more: object = {}) {
  return { type: 'input', label: plain('Label'), element, ...more };
}

/** A section with an accessory. */
export function beside(accessory: object) {
  return { type: 'section', text: mrkdwn('Text'), accessory };
}

/** An actions block. */
export function actions(...elements: readonly object[]) {
  return { type: 'actions', elements };
}

/** A rich text block with one section. */
export function richText(...elements: readonly object[]) {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** The fields of an image. */
export const image = { image_url: 'https://example.com/a.png', alt_text: 'A' };

/** A video block. */
export const video = {
  type: 'video',
  video_url: 'https://example.com/v',
  thumbnail_url: 'https://example.com/t.png',
  alt_text: 'A video',
  title: plain('Title'),
};

/** A pair of feedback buttons. */
export const feedback = {
  type: 'feedback_buttons',
  positive_button: { text: plain('Good'), value: '+' },
  negative_button: { text: plain('Bad'), value: '-' },
};

/** A table cell with plain text. */
export const raw = (text: string) => ({ type: 'raw_text', text });

/** A data table with a header and one row of these cells. */
export const dataTable = (...cells: readonly object[]) => ({
  type: 'data_table',
  caption: 'Caption',
  rows: [cells.map((_cell, index) => raw(`Column ${index + 1}`)), cells],
});

/** A container around these blocks. */
export const container = (...blocks: readonly object[]) => ({
  type: 'container',
  title: plain('Title'),
  child_blocks: blocks,
});
