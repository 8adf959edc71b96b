import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { doAs } from '../act.ts';
import { Icon } from '../controls/icon.ts';
import { Menu } from '../controls/menu.ts';
import { screen } from '../live.ts';
import { type Suggestion, suggest } from './completion.ts';
import { Preview } from './preview.ts';

/** How long somebody has to pause in a link until the app hears of it, in milliseconds. */
const pause = 500;

/** Unsent messages by the name of their composer, so that they survive a change of conversation. */
const drafts = new Map<string, string>();

/**
 * The field for writing messages and commands, with a menu of the app's global shortcuts. `onSend` returns whether the
 * message was sent.
 */
export function Composer(props: {
  name: string;
  /** The conversation that it writes to. */
  channel: string;
  placeholder: string;
  onSend: (text: string) => Promise<boolean>;
}): VNode {
  const { name, channel, placeholder, onSend } = props;
  const [text, setText] = useState(drafts.get(name) ?? '');
  const [active, setActive] = useState(0);
  const [isHidden, setHidden] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  useEffect(() => setText(drafts.get(name) ?? ''), [name]);
  const now = screen.value;
  const offers = isHidden || now === undefined ? [] : suggest(text, now);

  const write = (next: string): void => {
    drafts.set(name, next);
    setText(next);
    setActive(0);
    setHidden(false);
  };
  const take = (offer: Suggestion | undefined): void => {
    if (offer === undefined) return;
    write(offer.text);
    field.current?.focus();
  };
  // The app hears of links while they are being written. Whoever edits other words tells it nothing new.
  const links = text.startsWith('/') ? '' : (text.match(/https?:\/\/\S+/g)?.join(' ') ?? '');
  useEffect(() => {
    if (links === '' && (now?.composed.links.length ?? 0) === 0) return undefined;
    const wait = setTimeout(() => void doAs('compose', { text: links }), pause);
    return () => clearTimeout(wait);
  }, [links]);
  const send = async (): Promise<void> => {
    const line = text.trim();
    if (line === '' || isBusy) return;
    setBusy(true);
    write('');
    const isSent = await onSend(line);
    // Restore a message that could not be sent, unless something else has been written in the meantime.
    if (!isSent && (drafts.get(name) ?? '') === '') write(text);
    setBusy(false);
  };
  const offered = offers.length > 0;
  const isWhole = offers.some((offer) => offer.text.trimEnd() === text.trimEnd());
  const keys: Readonly<Record<string, () => void>> = {
    ...(offered
      ? {
          ArrowDown: () => setActive((active + 1) % offers.length),
          ArrowUp: () => setActive((active - 1 + offers.length) % offers.length),
          Tab: () => take(offers[active]),
          Escape: () => setHidden(true),
        }
      : {}),
    Enter: () => (offered && !isWhole && !/\s$/.test(text) ? take(offers[active]) : void send()),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = event.isComposing || event.shiftKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return html`<form class="composer" onSubmit=${(event: SubmitEvent) => {
    event.preventDefault();
    void send();
  }}>
    ${
      offered &&
      html`<ul id=${listId} class="completion" role="listbox" aria-label="Suggestions">${offers.map(
        (
          offer,
          index,
        ) => html`<li id=${`${listId}-${index}`} key=${offer.text} role="option" aria-selected=${String(index === active)}
        onPointerDown=${(event: PointerEvent) => event.preventDefault()} onClick=${() => take(offer)}>
        <strong>${offer.label}</strong> <small>${offer.note}</small></li>`,
      )}</ul>`
    }
    ${links !== '' && now !== undefined && html`<${Preview} of=${now.composed} />`}
    <${Shortcuts} channel=${channel} />
    <textarea ref=${field} rows="1" value=${text} placeholder=${placeholder} aria-label=${placeholder} aria-autocomplete="list"
      aria-controls=${offered ? listId : undefined} aria-activedescendant=${offered ? `${listId}-${active}` : undefined}
      onInput=${(event: InputEvent & { currentTarget: HTMLTextAreaElement }) => write(event.currentTarget.value)} onKeyDown=${onKeyDown}></textarea>
    <button type="submit" class="icon-button send" aria-label="Send" disabled=${text.trim() === ''}><${Icon} name="send" /></button>
  </form>`;
}

/** The app's global shortcuts, in the menu behind a plus. */
function Shortcuts({ channel }: { channel: string }): VNode | null {
  const { shortcuts = [] } = screen.value ?? {};
  const items = shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ name, description, callbackId }) => ({
      key: callbackId,
      label: html`<span>${name}<small>${description}</small></span>`,
      run: () => void doAs('shortcut', { name: callbackId, channel }),
    }));
  if (items.length === 0) return null;
  return html`<${Menu} label="Shortcuts" class="icon-button" items=${items}><${Icon} name="plus" /><//>`;
}
