import { adrName, adrNumber } from '@gavel/adr/name/adr-name.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { isSafeUrl } from '@gavel/adr/text/safe-url.ts';
import type { KnownBlock, ModalView } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import { type Language, wordTrouble } from '../../words/language.ts';
import { bold, code, emoji, link, say } from '../../words/say.ts';
import type { FileTrouble, OpenedAdr, PlacedAdr, Shown } from '../../workflow/find/show.ts';
import type { IndexedAdr } from '../../workflow/ports/archive/adr-index.ts';
import { longestFile } from '../../workflow/ports/archive/snapshot.ts';
import { readMoreView } from '../deliberate/read-more-view.ts';
import { countBytes } from '../form/inputs.ts';
import { notice } from '../form/notice.ts';
import { nearestPage, pageView, turnCounted } from '../form/page.ts';
import { button, context, header, row, shorten, slackLimits } from '../text/blocks.ts';
import { paragraph, printed } from '../text/words.ts';
import { renderPages } from './adr-pages.ts';

export const adrCallback = 'adr';

/** The button on a line for an ADR or a decision; its value comes from `showValue`. */
export const showAction = 'show';

/** What the modal carries along: the ADR. */
export interface AdrAbout {
  readonly adrId: number;
}

const longestStatus = 120;

/** The value of the button “Show”. */
export function showValue(what: { readonly adrId: number } | { readonly decisionId: string }): string {
  return 'adrId' in what ? `adr ${what.adrId}` : `decision ${what.decisionId}`;
}

/** Reads what `showValue` wrote; undefined for anything else. */
export function readShowValue(value: string): { adrId: number } | { decisionId: string } | undefined {
  const [kind, id = ''] = value.split(' ');
  if (kind === 'adr' && /^\d+$/.test(id)) return { adrId: Number(id) };
  return kind === 'decision' && id !== '' ? { decisionId: id } : undefined;
}

function wordFileTrouble(language: Language, trouble: FileTrouble): string {
  if (trouble.code === 'file gone') return language.adrPage.fileGone;
  if (trouble.code === 'file too long')
    return language.doctor.doubts['file too long']({ ...trouble, most: longestFile }).message;
  return wordTrouble(language, trouble);
}

/** One page of an ADR as git has it. */
export function adrView(
  language: Language,
  { adr, text, trouble, fileUrl, decision, repository }: OpenedAdr,
  wanted: number,
): ModalView {
  const { adrPage } = language;
  const head = headOf(language, adr, fileUrl, decision, repository);
  const unreadable = () => adrPage.unreadable(trouble ? wordFileTrouble(language, trouble) : '');
  const pages =
    text === undefined
      ? [[paragraph(say`${emoji('warning')} ${unreadable()}`)]]
      : renderPages(language, text, (url) => resolveIn(fileUrl, url));
  const page = nearestPage(wanted, pages.length);
  const about: AdrAbout = { adrId: adr.id };
  return pageView(language, {
    title: titleOf(language, adr),
    callback: adrCallback,
    about,
    head,
    blocks: pages[page] ?? [],
    ...turnCounted(page, pages.length),
  });
}

/** What is known about an ADR whose file is gone, and about the decision behind it, as much as there is room for. */
export function goneView(
  language: Language,
  { adr, commitUrl, decision: view }: Extract<Shown, { kind: 'gone' }>,
): ModalView {
  const { adrPage } = language;
  const commit = adr.goneIn?.slice(0, 7);
  const seenIn = commit && (commitUrl ? link(commitUrl, commit) : code(commit));
  const about = notice(
    language,
    titleOf(language, adr),
    ...headOf(language, adr, undefined, view?.decision),
    paragraph(say`${emoji('warning')} ${adrPage.foundGone(adr.goneAt, seenIn || undefined)}`),
  );
  if (view === undefined) return about;
  const [, ...decided] = readMoreView(language, view).blocks;
  const whole = { ...about, blocks: [...about.blocks, context(printed(bold(adrPage.asDecidedBelow))), ...decided] };
  const fits = countBytes(whole) <= slackLimits.viewBytes && whole.blocks.length <= slackLimits.viewBlocks;
  return fits ? whole : about;
}

function titleOf({ adrPage }: Language, { number }: IndexedAdr): string {
  return number === undefined ? adrPage.adr : adrNumber(number);
}

function headOf(
  { adrPage }: Language,
  adr: IndexedAdr,
  fileUrl: string | undefined,
  decision: Decision | undefined,
  repository?: string,
): KnownBlock[] {
  const card = decision?.card?.link;
  const status = statusOf(adr) || adrPage.noStatus;
  const facts = [status, adr.date, shorten(cleanLine(adr.fileName), longestStatus), repository]
    .filter(Boolean)
    .join(' · ');
  const ways = [
    ...(fileUrl ? [printed(link(fileUrl, adrPage.openFile))] : []),
    ...(card ? [printed(link(card, adrPage.cardAndVotes))] : []),
  ];
  // A title may consist only of marks that don't show.
  return [header(adrName(adr) || cleanLine(adr.fileName)), context(facts, ...ways)];
}

/** Asks which of several ADRs with one number is meant. */
export function severalView(language: Language, adrs: readonly PlacedAdr[]): ModalView {
  const { adrPage, list } = language;
  const [first] = adrs;
  const number = first?.number ?? 0;
  const most = 20;
  const lines = adrs
    .slice(0, most)
    .map(
      (adr): KnownBlock =>
        row(
          shorten(cleanLine(`${adr.title} (${[adr.repository, adr.fileName].filter(Boolean).join(': ')})`), 500),
          button(showAction, list.show, { value: showValue({ adrId: adr.id }) }),
        ),
    );
  return notice(
    language,
    adrNumber(number),
    paragraph(adrPage.several(number, adrs.length)),
    ...lines,
    context(printed(adrPage.renumberingHint)),
  );
}

/** The status as the file says it, capitalized; '' if it says none. */
function statusOf({ statusText }: IndexedAdr): string {
  const status = shorten(cleanLine(statusText), longestStatus);
  return `${status.slice(0, 1).toUpperCase()}${status.slice(1)}`;
}

/** Where a link in the file leads outside of the repository; a link that already leads elsewhere stays as it is. */
function resolveIn(fileUrl: string | undefined, url: string): string | undefined {
  if (fileUrl === undefined || fileUrl.includes('?') || isSafeUrl(url) || !URL.canParse(url, fileUrl)) return undefined;
  const resolved = new URL(url, fileUrl);
  return resolved.origin === new URL(fileUrl).origin ? resolved.href : undefined;
}
