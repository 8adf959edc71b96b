import { asObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { SeenView } from '../../person/seen.ts';
import { attempt, doAs } from './act.ts';
import { Blocks } from './blocks/blocks.ts';
import { fieldKey, problems } from './blocks/surface.ts';
import { Dialog } from './controls/dialog.ts';
import { Outbox } from './fields/outbox.ts';

/** The top modal in the person's stack. */
export function Modal({ stack }: { stack: readonly SeenView[] }): VNode | null {
  const view = stack.at(-1);
  return view === undefined ? null : html`<${OpenModal} key=${view.id} view=${view} isRoot=${stack.length === 1} />`;
}

function OpenModal({ view, isRoot }: { view: SeenView; isRoot: boolean }): VNode {
  const outbox = useMemo(() => new Outbox(), []);
  const form = useRef<HTMLFormElement>(null);
  const surface = { place: { view: view.id }, state: view.state, errors: view.errors, outbox };
  const errors = Object.keys(view.errors).join(' ');
  // Focus the field that the app asks for, or else the first field, once there is one.
  const hasFields = view.blocks.some((block) => block.type === 'input');
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[autofocus]') ?? firstField(form.current);
    if (form.current?.querySelector(':focus') === null) first?.focus();
  }, [hasFields]);
  useEffect(() => {
    if (errors !== '') firstField(form.current?.querySelector('.has-problem') ?? null)?.focus();
  }, [errors]);

  useEffect(() => {
    // If the update removed the focused element, focus the body of the modal, so that keys scroll it.
    if (document.activeElement === document.body) form.current?.querySelector<HTMLElement>('.dialog-body')?.focus();
  }, [view.blocks]);

  const step = (name: string) => (): void => {
    void attempt(async () => {
      await outbox.settled();
      await doAs(name, {});
    });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (view.isSubmitting || view.submit === undefined) return;
    void attempt(async () => {
      await outbox.settled();
      const isHeldBack = view.blocks.some(
        (block) => problems.value[fieldKey({ surface, block, element: asObject(block.element) })] !== undefined,
      );
      if (!isHeldBack) await doAs('submit', {});
    });
  };
  const close = step('closeModal');
  return html`<${Dialog} title=${view.title} class="modal" onClose=${close} onBack=${isRoot ? undefined : close} onCross=${step('closeAllModals')}>
    <form ref=${form} class="modal-form" novalidate onSubmit=${submit} aria-busy=${view.isSubmitting ? 'true' : undefined}>
      <div class="dialog-body" tabindex="-1"><${Blocks} surface=${surface} blocks=${view.blocks} /></div>
      ${
        (view.submit !== undefined || view.close !== undefined) &&
        html`<footer>
        <button type="button" class="button" onClick=${close}>${view.close ?? 'Cancel'}</button>
        ${view.submit !== undefined && html`<button type="submit" class=${`button primary ${view.isSubmitting ? 'busy' : ''}`} disabled=${view.isSubmitting}>${view.submit}</button>`}
      </footer>`
      }
    </form>
  <//>`;
}

function firstField(within: Element | null): HTMLElement | undefined {
  return within?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, [contenteditable=true]') ?? undefined;
}
