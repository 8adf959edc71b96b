import { html } from 'htm/preact';
import type { VNode } from 'preact';

/** The outlines of the icons, on a 20 by 20 grid. */
const paths = {
  back: 'M12.5 4.5 7 10l5.5 5.5',
  bold: 'M6.5 4h4.2a2.9 2.9 0 0 1 0 5.9H6.5V4zm0 5.9h4.9a3.05 3.05 0 0 1 0 6.1H6.5z',
  bullets: 'M8 5.5h8M8 10h8M8 14.5h8M4 5.5h.01M4 10h.01M4 14.5h.01',
  check: 'M4.5 10.5 8.5 14.5 16 6',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.8 1.8',
  close: 'M5 5l10 10M15 5 5 15',
  code: 'M7 6 3 10l4 4M13 6l4 4-4 4',
  codeblock: 'M3 4h14v12H3zM8 8l-2 2 2 2M12 8l2 2-2 2',
  down: 'M5.5 8 10 12.5 14.5 8',
  dots: 'M10 4.6h.01M10 10h.01M10 15.4h.01',
  hash: 'M7.5 3 6 17M14 3l-1.5 14M3.5 7.5h13.5M3 12.5h13.5',
  home: 'M3.5 9 10 3.5 16.5 9v7.5h-4.5V12H8v4.5H3.5z',
  indent: 'M8 5.5h8M8 10h8M8 14.5h8M3 8l2 2-2 2',
  italic: 'M8 4h6M6 16h6M11.5 4l-3 12',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.6 2.6a3 3 0 0 0 4.3 4.3l1-1',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  numbers: 'M8.5 5.5H16M8.5 10H16M8.5 14.5H16M3.5 4.5l1-.5v4M3.5 12.5h1.6L3.5 15.5h1.7',
  outdent: 'M8 5.5h8M8 10h8M8 14.5h8M5 8l-2 2 2 2',
  plus: 'M10 4v12M4 10h12',
  quote: 'M4 4v12M8 6h8M8 10h8M8 14h5',
  reply: 'M4 4h12v9H9.5L6 16.5V13H4z',
  repository: 'M6 3v14M6 6a2 2 0 1 0 0-.01M6 17a2 2 0 1 0 0-.01M14 8.5a2 2 0 1 0 0-.01M14 8.5c0 4-8 2.5-8 6',
  send: 'M3.5 3.5 17 10 3.5 16.5 5.5 10zM5.5 10H11',
  smile: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.3 8.2h.01M12.7 8.2h.01M6.8 11.7a3.6 3.6 0 0 0 6.4 0',
  sparkle: 'M10 3l1.7 5.3L17 10l-5.3 1.7L10 17l-1.7-5.3L3 10l5.3-1.7z',
  strike:
    'M3.5 10h13M13.5 6.5C13 4.8 11.7 4 10 4 7.8 4 6.5 5.3 6.5 6.8c0 1 .5 1.7 1.3 2.2M6.3 13.2C6.8 15 8.2 16 10 16c2.3 0 3.7-1.2 3.7-2.9 0-.5-.1-.9-.3-1.2',
  wire: 'M2.5 10h3.5l2-5.5 4 11 2-5.5h3.5',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof paths;

/** An icon. The button around it has a label for it. */
export function Icon({ name }: { name: IconName }): VNode {
  return html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d=${paths[name]} /></svg>`;
}
