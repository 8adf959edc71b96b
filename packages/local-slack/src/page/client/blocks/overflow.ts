import { asObjects, asText } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Icon } from '../controls/icon.ts';
import { Menu } from '../controls/menu.ts';
import { Text } from '../text/text.ts';
import { usePress } from './button.ts';
import type { ElementProps } from './surface.ts';

/** The menu behind a button with three dots. */
export function Overflow(props: ElementProps): VNode {
  const [press] = usePress(props);
  const items = asObjects(props.element.options).map((option) => ({
    key: asText(option.value) ?? '',
    label: html`<${Text} of=${option.text} />${option.description !== undefined && html`<small><${Text} of=${option.description} /></small>`}`,
    run: () => {
      const url = asText(option.url);
      if (url !== undefined && /^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
      press(option.value);
    },
  }));
  return html`<${Menu} label="More actions" class="button overflow" items=${items}><${Icon} name="dots" /><//>`;
}
