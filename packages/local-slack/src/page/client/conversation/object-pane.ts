import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { SeenComment, SeenFlexpane } from '../../../person/seen-object.ts';
import { doAs } from '../act.ts';
import { Icon } from '../controls/icon.ts';
import { Markdown } from '../text/markdown.ts';
import { Link } from '../text/markup.ts';
import { dayAndTime } from '../times.ts';
import { ObjectButtons } from './object-buttons.ts';
import { kindOf } from './object-card.ts';
import { ObjectFields } from './object-fields.ts';

/** The sentence for each reason why an app shows no details (Slack: entity.presentDetails, error). */
const refusals: Readonly<Record<string, string>> = {
  restricted: 'You don’t have access to this.',
  internal_error: 'Something went wrong.',
  not_found: 'This can’t be found.',
  timeout: 'This took too long to load.',
  edit_error: 'Your changes could not be saved.',
};

/** A Work Object beside the conversation (Slack: flexpane). */
export function ObjectPane({ object }: { object: SeenFlexpane }): VNode {
  const close = (): void => void doAs('closeObject', {});
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  const { state, fields, buttons, isEditable, title, url } = object;
  return html`<aside class="thread object-pane" aria-label="Details" onKeyDown=${onKeyDown}>
    <header class="conversation-head">
      <h2>Details</h2><p class="topic">${kindOf(object)}</p>
      <button type="button" class="icon-button" aria-label="Close details" onClick=${close}><${Icon} name="close" /></button>
    </header>
    <div class="object-body" tabindex="0" aria-busy=${state === 'asked' ? 'true' : undefined}>
      <h3><${Link} url=${url}>${title}<//></h3>
      ${state === 'asked' && html`<p class="hint">The app has not sent its details yet.</p>`}
      <${Refusal} object=${object} />
      ${state !== 'refused' && state !== 'sign in' && html`<${ObjectFields} fields=${fields} />`}
      <${Comments} object=${object} />
    </div>
    <footer class="object-foot">
      <${ObjectButtons} buttons=${buttons} onPress=${(text: string) => doAs('pressInObject', { text })} />
      ${isEditable && html`<button type="button" class="button" onClick=${() => void doAs('editObject', {})}>Edit</button>`}
      <button type="button" class="button" onClick=${() => void doAs('refreshObject', {})}>Refresh</button>
    </footer>
  </aside>`;
}

/** The comments, which the app is asked for when somebody opens them (Slack: entity_comments_requested). */
function Comments({
  object: { commentCount: count, comments, hasMoreComments },
}: {
  object: SeenFlexpane;
}): VNode | null {
  if (count === undefined) return null;
  const open = (): void => void doAs('openComments', {});
  const button = (label: string): VNode => html`<button type="button" class="button" onClick=${open}>${label}</button>`;
  const label = count === 1 ? '1 comment' : `${count} comments`;
  if (comments === undefined) return html`<p class="object-comments">${button(label)}</p>`;
  return html`<section class="object-comments" aria-label="Comments"><h4>${label}</h4>
    ${comments.map(
      ({
        id,
        from,
        at,
        text,
        isMarkdown,
      }: SeenComment) => html`<div key=${id} class="object-comment"><strong>${from}</strong>
      <small>${dayAndTime(new Date(at))}</small>${isMarkdown ? html`<${Markdown} text=${text} />` : html`<p>${text}</p>`}</div>`,
    )}
    ${hasMoreComments ? button('Show more comments') : button('Look again')}</section>`;
}

function Refusal({ object: { refusal, signInUrl } }: { object: SeenFlexpane }): VNode | null {
  if (signInUrl !== undefined) return html`<p><${Link} url=${signInUrl}>Sign in to see the details<//></p>`;
  if (refusal === undefined) return null;
  const { status, title, message } = refusal;
  return html`<div class="object-refusal">
    ${title !== '' && html`<strong>${title}</strong>`}
    ${message === '' ? html`<p>${refusals[status] ?? refusals.internal_error}</p>` : html`<${Markdown} text=${message} />`}
  </div>`;
}
