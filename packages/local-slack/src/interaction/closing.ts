import type { OpenView, User } from '../workspace/state.ts';
import { modalStack, removeModals, viewShape } from '../world/views.ts';
import { type InteractionContext, viewBase } from './context.ts';

/**
 * Closes a person's top modal, or all of them, and notifies the app of those with `notify_on_close`. The typed values
 * are not included, because Slack doesn't promise them and an app must not rely on them.
 */
export async function closeModals(context: InteractionContext, user: User, which: 'top' | 'all'): Promise<void> {
  const { workspace, courier } = context;
  const stack = modalStack(workspace, user.id);
  const isCleared = which === 'all' || stack.at(-1)?.view.clear_on_close === true;
  const gone: OpenView[] = isCleared ? stack.toReversed() : stack.slice(-1);
  removeModals(workspace, gone);
  await Promise.all(
    gone
      .filter((modal) => modal.view.notify_on_close === true)
      .map((modal) =>
        courier.ask('interactive', `view_closed ${String(modal.view.callback_id ?? '')}`, {
          type: 'view_closed',
          ...viewBase(workspace, user),
          view: viewShape(workspace, modal, {}),
          is_cleared: isCleared,
        }),
      ),
  );
}
