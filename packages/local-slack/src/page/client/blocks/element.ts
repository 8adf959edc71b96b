import { asText, type JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { ComponentType, VNode } from 'preact';
import { RichTextField } from '../editor/rich-text-field.ts';
import { BoxField } from '../fields/box-field.ts';
import { DateField } from '../fields/date-field.ts';
import { FileField } from '../fields/file-field.ts';
import { SelectField } from '../fields/select-field.ts';
import { TextField } from '../fields/text-field.ts';
import { Text } from '../text/text.ts';
import { Button, FeedbackButtons, IconButton } from './button.ts';
import { ImageView } from './image.ts';
import { Overflow } from './overflow.ts';
import type { ElementProps } from './surface.ts';
import { Unknown } from './unknown.ts';

/** The component for each kind of block element (Slack: block elements). */
const views: Readonly<Record<string, ComponentType<ElementProps>>> = {
  button: Button,
  channels_select: SelectField,
  checkboxes: BoxField,
  conversations_select: SelectField,
  datepicker: DateField,
  datetimepicker: DateField,
  email_text_input: TextField,
  feedback_buttons: FeedbackButtons,
  file_input: FileField,
  icon_button: IconButton,
  image: ({ element }) => html`<${ImageView} of=${element} isSmall=${true} />`,
  mrkdwn: ({ element }) => html`<${Text} of=${element} />`,
  multi_channels_select: SelectField,
  multi_conversations_select: SelectField,
  multi_static_select: SelectField,
  multi_users_select: SelectField,
  number_input: TextField,
  overflow: Overflow,
  plain_text: ({ element }) => html`<${Text} of=${element} />`,
  plain_text_input: TextField,
  radio_buttons: BoxField,
  rich_text_input: RichTextField,
  static_select: SelectField,
  timepicker: DateField,
  url_text_input: TextField,
  users_select: SelectField,
};

/** An element of a block. An unknown element is shown as such. */
export function Element(props: ElementProps): VNode {
  const view = views[asText(props.element.type) ?? ''];
  if (view === undefined) return html`<${Unknown} what="block element" of=${props.element as JsonObject} />`;
  return html`<${view} ...${props} />`;
}
