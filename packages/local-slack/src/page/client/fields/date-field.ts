import { asText } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { dispatchesAtOnce, type ElementProps, fieldKey, heldValue, problemOf } from '../blocks/surface.ts';
import { useConfirmed } from '../controls/confirm.ts';
import { screen } from '../live.ts';
import { useField } from './use-field.ts';
import { fromWallClock, toWallClock } from './zoned-time.ts';

/** A date, a time, or both, in the reader's time zone, which is shown next to the field. */
export function DateField(props: ElementProps): VNode {
  const kind = kinds[String(props.element.type)] ?? kinds.datepicker;
  const zone = asText(props.element.timezone) ?? screen.value?.me.timeZone ?? 'UTC';
  const held = heldValue(props) ?? { [kind.slot]: props.element[kind.initial] };
  const [value, change] = useField<string | number | null>(props, readHeld(held[kind.slot]));
  const confirmed = useConfirmed(props.element);
  const key = fieldKey(props);
  const onChange = (event: Event & { currentTarget: HTMLInputElement }): void => {
    const typed = event.currentTarget.value;
    const next = typed === '' ? null : kind.type === 'datetime-local' ? (fromWallClock(typed, zone) ?? null) : typed;
    confirmed(() => change(next, { dispatches: dispatchesAtOnce(props) }));
  };
  return html`<span class="date-field">
    <input id=${key} type=${kind.type} value=${typeof value === 'number' ? toWallClock(value, zone) : (value ?? '')}
      aria-labelledby=${props.labelId} aria-label=${props.labelId === undefined ? kind.name : undefined}
      aria-describedby=${`${key}-notes`} aria-invalid=${problemOf(props) === undefined ? undefined : 'true'} onChange=${onChange} />
    ${kind.type !== 'date' && html`<small>${zone.replaceAll('_', ' ')}</small>`}
  </span>`;
}

const kinds = {
  datepicker: { type: 'date', slot: 'selected_date', initial: 'initial_date', name: 'Date' },
  timepicker: { type: 'time', slot: 'selected_time', initial: 'initial_time', name: 'Time' },
  datetimepicker: {
    type: 'datetime-local',
    slot: 'selected_date_time',
    initial: 'initial_date_time',
    name: 'Date and time',
  },
} as const satisfies Readonly<Record<string, object>> as Readonly<Record<string, Kind>> & { readonly datepicker: Kind };

interface Kind {
  readonly type: 'date' | 'time' | 'datetime-local';
  readonly slot: string;
  readonly initial: string;
  readonly name: string;
}

function readHeld(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
