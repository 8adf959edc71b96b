import { previewStyle, recallPreview } from '../../workflow/publish/style.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';
import { openModal } from '../form/open-modal.ts';
import { readAbout } from '../form/page.ts';
import { turnPage } from '../form/turn-page.ts';
import { readRepositoryName } from '../text/repository-text.ts';
import { type StyleAbout, styleView } from './style-view.ts';

/**
 * `/adr style [repository]`: shows how the ADRs of the archive are written, and what is being proposed here in that
 * style.
 */
export async function onStyle(
  desk: Desk,
  { actor, channelId, words, triggerId, language }: CommandGesture,
): Promise<undefined> {
  const about: StyleAbout = { channelId, name: readRepositoryName(words) };
  await openModal(language, desk, triggerId, language.style.title, async () =>
    styleView(language, await previewStyle(desk.ports, actor, about), about, 0),
  );
}

/** Another page of it. */
export const onStylePage = turnPage(
  (language) => language.style.title,
  async (language, { ports }, actor, view, page) => {
    const about = readAbout<StyleAbout>(view);
    return styleView(language, await recallPreview(ports, actor, about), about, Number(page));
  },
);
