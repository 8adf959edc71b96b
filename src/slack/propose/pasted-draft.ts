import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { dayIn } from '../../decision/time/day.ts';
import { suggestDeadline } from '../../decision/time/deadline.ts';
import { emptyForm } from '../../workflow/propose/new-form.ts';
import { fillInLong } from '../../workflow/propose/pasted-draft.ts';
import { findOwnForm } from '../../workflow/propose/unfinished-form.ts';
import type { ActionGesture, Desk, SeenView, Submission, SubmitGesture } from '../app/gesture.ts';
import { draftView, readDraftView } from './pasted-draft-view.ts';
import { readProposeMetadata } from './propose-metadata.ts';
import { keepModal, keepTyped, showForm } from './read-form.ts';
import { chosenPlace } from './read-propose-view.ts';
import { readUploadedText } from './uploaded-file.ts';

/**
 * The longest draft, in characters, that is read at once. A longer one may take a few seconds, and a submitted modal
 * must be answered within three, so it is read afterwards.
 */
const quicklyRead = 100_000;

/** “Use a Markdown draft”: asks for it, on top of the form. */
export async function onUseDraft(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { view, triggerId, language } = gesture;
  if (view === undefined) return;
  await desk.client.views.push({
    trigger_id: triggerId,
    view: draftView(
      language,
      { ...readProposeMetadata(view), channelId: chosenPlace(view).channelId },
      desk.mayReadFiles,
    ),
  });
  await keepTyped(desk, gesture);
}

/** The draft that was pasted or uploaded fills in the form below it. */
export const draftSubmission: Submission = {
  async handle(desk, gesture) {
    const { view } = gesture;
    const { pasted, file } = readDraftView(view.state.values);
    const isPasted = pasted.trim() !== '';
    if (isPasted && file) throw new RuleBroken({ code: 'draft and file' }, { field: 'file' });
    if (!isPasted && !file) throw new RuleBroken({ code: 'missing', what: 'draft' }, { field: 'draft' });
    // Front matter doesn't count below an empty line.
    const markdown = file
      ? await readUploadedText(desk.client, file, desk.ports.log)
      : pasted.replace(/^(?:[^\S\n]*\n)+/, '');
    const filled = fillInForm(desk, gesture, markdown).catch((error) => Promise.reject(under(file && 'file', error)));
    if (markdown.length <= quicklyRead) await filled;
    else filled.catch((error) => desk.ports.log.error({ error }, 'A long draft could not be used.'));
  },
  blockOf: (view) => (field) => (view.blocks.some(({ block_id }) => block_id === field) ? field : undefined),
};

function under(field: 'file' | undefined, error: unknown): unknown {
  return field && error instanceof RuleBroken ? new RuleBroken(error.refusal, { field }) : error;
}

async function fillInForm(desk: Desk, { actor, view, language }: SubmitGesture, markdown: string): Promise<void> {
  const { ports } = desk;
  const metadata = readProposeMetadata(view);
  const { formId, timeZone } = metadata;
  const unfinished = await findOwnForm(ports, actor, formId);
  const now = ports.now();
  // If it is submitted twice, the view's id is the same, and so is everything named after it.
  const before = unfinished?.form ?? emptyForm('', suggestDeadline(now, timeZone));
  const form = await fillInLong(ports.reader, before, markdown, {
    seed: view.id,
    today: dayIn(timeZone, now),
  });
  // Later than what was typed before, by either clock.
  const savedAt = new Date(Math.max(now.getTime(), (unfinished?.savedAt.getTime() ?? 0) + 1));
  await keepModal(desk, actor, { form, metadata }, savedAt);
  await showForm(language, desk, { viewId: rootOf(view) }, form, {
    actor,
    metadata: { ...metadata, edition: view.id },
  });
}

function rootOf(view: SeenView): string {
  if (!view.root_view_id) throw new Error('Slack sent a view on top of another without saying which one.');
  return view.root_view_id;
}
