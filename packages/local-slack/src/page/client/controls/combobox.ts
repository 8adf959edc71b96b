import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice } from '../fields/choices.ts';
import { Icon } from './icon.ts';

/** The props of a searchable menu. */
export interface ComboboxProps {
  readonly id: string;
  readonly choices: readonly Choice[];
  /** The selected values. */
  readonly chosen: readonly string[];
  readonly isMultiple: boolean;
  readonly placeholder: string | undefined;
  readonly labelId: string | undefined;
  readonly isInvalid: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** A searchable menu for selecting one or several choices (ARIA: combobox with a list box). */
export function Combobox(props: ComboboxProps): VNode {
  const { id, choices, chosen, isMultiple, placeholder, labelId, isInvalid, onChange } = props;
  const [query, setQuery] = useState<string | undefined>(undefined);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const isOpen = query !== undefined;
  const found = isOpen ? search(choices, query) : [];
  const only = isMultiple ? undefined : choices.find((choice) => choice.value === chosen[0]);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active, isOpen]);
  useEffect(() => {
    if (isOpen) list.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, query]);

  const open = (text = ''): void => {
    setQuery(text);
    setActive(Math.max(0, text === '' && only !== undefined ? choices.indexOf(only) : 0));
  };
  const pick = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    if (isMultiple) {
      onChange(chosen.includes(choice.value) ? without(chosen, choice.value) : [...chosen, choice.value]);
      open();
      setActive(found.indexOf(choice));
    } else {
      onChange([choice.value]);
      setQuery(undefined);
    }
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (isOpen ? setActive(Math.min(active + 1, found.length - 1)) : open()),
    ArrowUp: () => (isOpen ? setActive(Math.max(active - 1, 0)) : open()),
    Enter: () => (isOpen ? pick(found[active]) : open()),
    ...(isOpen ? { Escape: () => setQuery(undefined) } : {}),
    ...((isMultiple ? !query : query === '') && chosen.length > 0
      ? { Backspace: () => onChange(chosen.slice(0, -1)) }
      : {}),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = event.isComposing ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const remove = (value: string) => () => onChange(without(chosen, value));
  return html`<div class=${`combobox ${isInvalid ? 'invalid' : ''}`}>
    ${isMultiple && chosen.map((value) => html`<${Chip} key=${value} label=${labelOf(choices, value)} onRemove=${remove(value)} />`)}
    <input id=${id} type="text" role="combobox" autocomplete="off" aria-autocomplete="list" aria-expanded=${String(isOpen)}
      aria-controls=${`${id}-list`} aria-labelledby=${labelId} aria-label=${labelId === undefined ? (placeholder ?? 'Choose') : undefined}
      aria-invalid=${isInvalid ? 'true' : undefined} aria-describedby=${`${id}-notes`}
      aria-activedescendant=${isOpen && found.length > 0 ? `${id}-${active}` : undefined}
      value=${query ?? only?.label ?? ''} placeholder=${chosen.length === 0 || !isMultiple ? (only?.label ?? placeholder ?? 'Choose…') : ''}
      onInput=${(event: InputEvent & { currentTarget: HTMLInputElement }) => open(event.currentTarget.value)}
      onClick=${() => !isOpen && open()} onBlur=${() => setQuery(undefined)} onKeyDown=${onKeyDown} />
    ${!isMultiple && html`<span class="combobox-arrow"><${Icon} name="down" /></span>`}
    <ul id=${`${id}-list`} role="listbox" aria-label="Choices" aria-multiselectable=${String(isMultiple)} hidden=${!isOpen} ref=${list}>
      ${found.map(
        (choice, index) => html`
        ${choice.group !== undefined && choice.group !== found[index - 1]?.group && html`<li role="presentation" class="group">${choice.group}</li>`}
        <li id=${`${id}-${index}`} key=${choice.value} role="option" aria-selected=${String(chosen.includes(choice.value))}
          data-active=${index === active ? '' : undefined} onPointerMove=${() => setActive(index)}
          onPointerDown=${(event: PointerEvent) => event.preventDefault()} onClick=${() => pick(choice)}>
          <span>${choice.label}</span>${choice.note && html`<small>${choice.note}</small>`}
          ${chosen.includes(choice.value) && html`<${Icon} name="check" />`}
        </li>`,
      )}
      ${isOpen && found.length === 0 && html`<li role="presentation" class="group">Nothing matches “${query}”.</li>`}
    </ul>
  </div>`;
}

function Chip({ label, onRemove }: { label: string; onRemove: () => void }): VNode {
  return html`<span class="chip">${label}<button type="button" aria-label=${`Remove ${label}`} onClick=${onRemove}><${Icon} name="close" /></button></span>`;
}

function search(choices: readonly Choice[], query: string): Choice[] {
  const wanted = query.trim().replace(/^[@#]/, '').toLowerCase();
  return choices.filter((choice) => choice.label.toLowerCase().includes(wanted));
}

function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

function without(values: readonly string[], value: string): string[] {
  return values.filter((each) => each !== value);
}
