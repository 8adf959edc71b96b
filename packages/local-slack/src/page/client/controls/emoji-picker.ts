import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { emojiTable } from '../text/emoji.ts';
import { Icon } from './icon.ts';

/** The most emoji that are shown at a time. */
const most = 64;

/** The emoji that are shown before a search: numbers and common reactions. */
const favorites =
  'one two three four five six seven eight nine keycap_ten +1 -1 eyes tada white_check_mark heart joy thinking_face raised_hands rocket'.split(
    ' ',
  );

/** A button that opens a search for emoji. */
export function EmojiPicker({
  label,
  class: style,
  onPick,
}: {
  label: string;
  class: string;
  onPick: (name: string) => void;
}): VNode {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const onFocusOut = (event: FocusEvent): void => {
    if (!root.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const pick = (name: string): void => {
    close();
    onPick(name);
  };
  return html`<span class="emoji-picker" ref=${root} onFocusOut=${onFocusOut} onKeyDown=${onKeyDown}>
    <button type="button" class=${style} ref=${opener} aria-label=${label} title=${label} aria-expanded=${String(isOpen)}
      aria-haspopup="dialog" onClick=${() => setOpen(!isOpen)}><${Icon} name="smile" /></button>
    ${isOpen && html`<${Search} onPick=${pick} />`}
  </span>`;
}

function Search({ onPick }: { onPick: (name: string) => void }): VNode {
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.parentElement?.scrollIntoView({ block: 'nearest' });
    input.current?.focus({ preventScroll: true });
  }, []);
  const found = find(query);
  const onKeyDown = (event: KeyboardEvent): void => {
    const [first] = found;
    if (event.key !== 'Enter' || first === undefined) return;
    event.preventDefault();
    onPick(first.name);
  };
  return html`<div class="popover" role="dialog" aria-label="Choose an emoji">
    <input type="text" ref=${input} aria-label="Search emoji" placeholder="Search emoji" value=${query}
      onInput=${(event: InputEvent & { currentTarget: HTMLInputElement }) => setQuery(event.currentTarget.value)} onKeyDown=${onKeyDown} />
    <div class="emoji-grid">${found.map(
      ({ name, character }) =>
        html`<button key=${name} type="button" aria-label=${name.replaceAll('_', ' ')} title=${`:${name}:`} onClick=${() => onPick(name)}>${character}</button>`,
    )}</div>
    ${found.length === 0 && html`<p class="hint">No emoji for “${query}”.</p>`}
  </div>`;
}

function find(query: string): { name: string; character: string }[] {
  const wanted = query.trim().toLowerCase().replaceAll(':', '').replaceAll(' ', '_');
  const all = emojiTable.value.map(({ names, character, words }) => ({
    name: names[0] ?? '',
    names,
    character,
    words,
  }));
  if (wanted === '') return favorites.flatMap((name) => all.find(({ names }) => names.includes(name)) ?? []);
  const rank = ({ names, words }: (typeof all)[number]): number => {
    if (names.includes(wanted)) return 0;
    if (names.some((name) => name.startsWith(wanted))) return 1;
    if (names.some((name) => name.includes(wanted))) return 2;
    return words.toLowerCase().includes(wanted.replaceAll('_', ' ')) ? 3 : 4;
  };
  return all
    .map((emoji) => ({ emoji, order: rank(emoji) }))
    .filter(({ order }) => order < 4)
    .toSorted((one, other) => one.order - other.order)
    .slice(0, most)
    .map(({ emoji }) => emoji);
}
