import { previewStyle, recallPreview } from '../workflow/preview-style.ts';
import type { CommandGesture, Desk } from './gesture.ts';
import { readAbout } from './modals/page.ts';
import { type StyleAbout, styleTitle, styleView } from './modals/style.ts';
import { openModal } from './open-modal.ts';
import { turnPage } from './turn-page.ts';

/** `/adr style`: how the ADRs of the archive are written, and what is being proposed here in that style. */
export async function onStyle(desk: Desk, { actor, channelId, triggerId }: CommandGesture): Promise<undefined> {
  await openModal(desk, triggerId, styleTitle, async () =>
    styleView(await previewStyle(desk.ports, actor, channelId), { channelId }, 0),
  );
}

/** Another page of it. */
export const onStylePage = turnPage(styleTitle, async ({ ports }, actor, view, page) => {
  const { channelId } = readAbout<StyleAbout>(view);
  return styleView(await recallPreview(ports, actor, channelId), { channelId }, Number(page));
});
