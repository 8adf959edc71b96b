import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { languages } from '../../words/languages.ts';
import { findSeenChannel } from '../../workflow/access/access.ts';
import { languageOfChannel } from '../../workflow/message/language.ts';
import type { FormSource, ProposalInput } from '../../workflow/ports/proposal-input.ts';
import { openOwnForm } from '../../workflow/propose/unfinished-form.ts';
import { wordFailure } from '../app/answer.ts';
import type { ActionGesture, Desk } from '../app/gesture.ts';
import { pushModal, replaceView } from '../form/open-modal.ts';
import { readProposeMetadata } from '../propose/propose-metadata.ts';
import { keepModal, keepTyped, showForm } from '../propose/read-form.ts';
import { chosenPlace } from '../propose/read-propose-view.ts';
import { readSaid, type Said, siblingLink } from './said.ts';
import { take } from './take.ts';
import { readPicks, readThreadMetadata, type ThreadMetadata, threadView, walk } from './thread-view.ts';
import type { ThreadPage } from './threads.ts';

/** “Take from the thread”: lists its messages on top of the form. */
export async function onFromThread(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { view, triggerId, language } = gesture;
  if (view === undefined) return;
  const form = { ...readProposeMetadata(view), channelId: chosenPlace(view).channelId };
  await pushModal(language, desk, triggerId, language.shortcut.threadTitle, async () => {
    await keepTyped(desk, gesture);
    return showPage(desk, gesture, { form, rootId: view.id, path: [''] });
  });
}

/** Another page of the list. While Slack wants us to wait, the page stays, and says so. */
export async function onThreadPage(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { view, language, value } = gesture;
  if (view === undefined) return;
  const metadata = readThreadMetadata(view);
  await replaceView(language, desk, { viewId: view.id }, language.shortcut.threadTitle, () =>
    showPage(desk, gesture, { ...metadata, path: walk(metadata.path, value) }).catch((error) =>
      showPage(desk, gesture, metadata, [wordFailure(language, error, desk.ports.log)], true),
    ),
  );
}

/** Somebody said what a message is: the form has it at once, and shows it below the list. */
export async function onThreadPick(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, view, language, at } = gesture;
  if (view === undefined) return;
  const { ports } = desk;
  const metadata = readThreadMetadata(view);
  const { form, said } = await readPage(desk, gesture, metadata, true);
  const spoken = languages[await languageOfChannel(ports, sourceOf(form).channelId)];
  const picks = readPicks(view.state.values);
  let taken = form;
  const warnings = new Set<string>();
  for (const one of said) {
    const pick = picks.get(one.ts);
    if (pick === undefined) continue;
    const result = take(spoken, taken, one, pick);
    taken = result.form;
    if (result.trouble) warnings.add(language.shortcut.notTaken(result.trouble));
  }
  if (taken !== form) await keepModal(desk, actor, { form: taken, metadata: metadata.form }, at);
  // A new option can be chosen for other messages too. And of two fast picks, the list shows both.
  await replaceView(language, desk, { viewId: view.id }, language.shortcut.threadTitle, () =>
    showPage(desk, gesture, metadata, [...warnings], true),
  );
  // Another pick may have been faster, and has more.
  const { form: kept } = await openOwnForm(ports, actor, metadata.form.formId);
  const shown = { ...metadata.form, edition: randomUUID().slice(0, 8) };
  await showForm(language, desk, { viewId: metadata.rootId }, kept, { actor, metadata: shown });
}

function sourceOf({ source }: ProposalInput): FormSource {
  if (source === undefined) throw new RuleBroken({ code: 'thread gone' });
  return source;
}

/** The form, and the page of the thread for it, as far as its person sees the channel now. */
async function readPage(
  { ports, threads }: Desk,
  { actor }: ActionGesture,
  { form: { formId }, path }: ThreadMetadata,
  isOpen: boolean,
): Promise<{ form: ProposalInput; said: readonly Said[]; page: ThreadPage }> {
  const { form } = await openOwnForm(ports, actor, formId);
  const source = sourceOf(form);
  const channel = await findSeenChannel(ports, source.channelId, actor);
  if (channel === undefined || !threads.mayRead(channel)) throw new RuleBroken({ code: 'thread closed' });
  const page = await threads.read(source, path.at(-1) || undefined, isOpen);
  const spoken = languages[await languageOfChannel(ports, source.channelId)];
  const linkTo = (ts: string) => siblingLink(source.link, source, ts);
  return { form, page, said: await readSaid(spoken, ports, actor, page.messages, linkTo) };
}

async function showPage(
  desk: Desk,
  gesture: ActionGesture,
  metadata: ThreadMetadata,
  warnings: readonly string[] = [],
  isOpen = false,
): Promise<ModalView> {
  const { form, said, page } = await readPage(desk, gesture, metadata, isOpen);
  const { next } = page;
  const { ts } = sourceOf(form);
  const isFurtherOn = metadata.path.length === 1 && next !== undefined && Number(ts) > Number(next);
  return threadView(gesture.language, form, metadata, {
    ...{ said, next, warnings, edition: randomUUID().slice(0, 8) },
    jump: isFurtherOn ? justBefore(ts) : undefined,
  });
}

/** The timestamp a microsecond before a message, after which the message comes first. */
function justBefore(ts: string): string {
  const digits = (BigInt(ts.replace('.', '')) - 1n).toString();
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
