/** A plain text object of the given words. */
export function plain(text: string) {
  return { type: 'plain_text', text };
}

/** A text object in Slack's markup. */
export function mrkdwn(text: string) {
  return { type: 'mrkdwn', text };
}

/** A word of exactly so many characters. */
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

/** So many copies of whatever is made for each number. */
export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** An input block around an element. */
export function input(element: object, more: object = {}) {
  return { type: 'input', label: plain('Label'), element, ...more };
}

/** A section with one element at its side. */
export function beside(accessory: object) {
  return { type: 'section', text: mrkdwn('Text'), accessory };
}

/** An actions block. */
export function actions(...elements: readonly object[]) {
  return { type: 'actions', elements };
}

/** A rich text block of one section. */
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

/** A table cell of plain words. */
export const raw = (text: string) => ({ type: 'raw_text', text });
