import { checkMayUseCommands } from '../../workflow/access/access.ts';
import { setCadence } from '../../workflow/digest/digest.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { notice } from '../form/notice.ts';
import { openModal } from '../form/open-modal.ts';
import { paragraph } from '../text/words.ts';
import { readCadenceFor } from './digest.ts';
import { readSetUpDigest, setUpDigestView } from './set-up-view.ts';

/** “Set up a digest” at Home. */
export async function onSetUpDigest(desk: Desk, { actor, triggerId, language }: ActionGesture): Promise<void> {
  await openModal(language, desk, triggerId, language.digest.form.title, async () => {
    await checkMayUseCommands(desk.ports, actor);
    return setUpDigestView(language);
  });
}

/** Sets it, and says in the modal when the next digest comes. */
export const digestSubmission: Submission = {
  async handle({ ports }, { actor, view, language }) {
    const { digest } = language;
    const { channelId, words } = readSetUpDigest(view.state.values);
    const cadence = await readCadenceFor(ports, actor, channelId, words);
    const next = await setCadence(ports, actor, channelId, cadence);
    const { name } = (await ports.sight.findChannel(channelId)) ?? {};
    const said = next && digest.isOn(cadence, next, name === undefined ? undefined : `#${name}`);
    return notice(language, digest.form.title, said ? paragraph(said) : digest.isOff);
  },
};
