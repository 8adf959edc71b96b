import { welcome } from '../../workflow/message/welcome.ts';
import type { Desk, HomeGesture } from '../app/gesture.ts';

/** Somebody opened their conversation with Gavel. */
export async function onHomeOpened({ ports }: Desk, { actor, tab }: HomeGesture): Promise<void> {
  if (tab === 'messages') await welcome(ports, actor);
}
