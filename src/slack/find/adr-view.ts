import { adrName, adrNumber } from '@gavel/adr/name/adr-name.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { isSafeUrl } from '@gavel/adr/text/safe-url.ts';
import type { KnownBlock, ModalView, MrkdwnElement } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import { wordTrouble } from '../../words/language.ts';
import { code, emoji, link, say } from '../../words/say.ts';
import type { FileTrouble, OpenedAdr, Shown } from '../../workflow/find/show.ts';
import type { IndexedAdr } from '../../workflow/ports/adr-index.ts';
import { longestFile } from '../../workflow/ports/archive.ts';
import { language } from '../app/language.ts';
import { decidedBlocks } from '../decide/decided-blocks.ts';
import { countBytes } from '../form/inputs.ts';
import { notice } from '../form/notice.ts';
import { nearestPage, pageView, turnCounted } from '../form/page.ts';
import { boldPrint, button, context, header, marked, printedLink, row, shorten, slackLimits } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { renderPages } from './adr-pages.ts';

export const adrCallback = 'adr';

/** The button of a line that stands for an ADR or a decision; its value is what `showValue` makes. */
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

/** Reads what `showValue` made; undefined for anything else. */
export function readShowValue(value: string): { adrId: number } | { decisionId: string } | undefined {
  const [kind, id = ''] = value.split(' ');
  if (kind === 'adr' && /^\d+$/.test(id)) return { adrId: Number(id) };
  return kind === 'decision' && id !== '' ? { decisionId: id } : undefined;
}

function wordFileTrouble(trouble: FileTrouble): string {
  if (trouble.code === 'file gone') return 'Its file is not in the repository any more.';
  if (trouble.code === 'file too long')
    return language.doctor.doubts['file too long']({ ...trouble, most: longestFile }).message;
  return wordTrouble(language, trouble);
}

/** An ADR as git has it, one page of it. */
export function adrView({ adr, text, trouble, fileUrl, decision }: OpenedAdr, wanted: number): ModalView {
  const links = fileUrl ? [printedLink(fileUrl, 'Open the file')] : [];
  const head = headOf(adr, links, decision);
  const pages =
    text === undefined
      ? [[paragraph(say`${emoji('warning')} The text can’t be shown now. ${trouble ? wordFileTrouble(trouble) : ''}`)]]
      : renderPages(text, (url) => resolveIn(fileUrl, url));
  const page = nearestPage(wanted, pages.length);
  const about: AdrAbout = { adrId: adr.id };
  return pageView(language, {
    title: titleOf(adr),
    callback: adrCallback,
    about,
    head,
    blocks: pages[page] ?? [],
    ...turnCounted(page, pages.length),
  });
}

/** What is known of an ADR whose file is gone; and of the decision that it was, as much as there is room for. */
export function goneView({ adr, commitUrl, decision: view }: Extract<Shown, { kind: 'gone' }>): ModalView {
  const commit = adr.goneIn?.slice(0, 7);
  const seen = commit === undefined ? '' : say`, in commit ${commitUrl ? link(commitUrl, commit) : code(commit)}`;
  const about = notice(
    language,
    titleOf(adr),
    ...headOf(adr, [], view?.decision),
    paragraph(
      say`${emoji('warning')} Its file is not in the repository any more. I found it gone ${adr.goneAt}${seen}.`,
    ),
  );
  if (view === undefined) return about;
  const whole = {
    ...about,
    blocks: [...about.blocks, context(boldPrint('As it was decided:')), ...decidedBlocks(language, view).rest],
  };
  const fits = countBytes(whole) <= slackLimits.viewBytes && whole.blocks.length <= slackLimits.viewBlocks;
  return fits ? whole : about;
}

function titleOf({ number }: IndexedAdr): string {
  return number === undefined ? 'ADR' : adrNumber(number);
}

function headOf(adr: IndexedAdr, links: readonly MrkdwnElement[], decision: Decision | undefined): KnownBlock[] {
  const card = decision?.card?.link;
  const facts = [statusOf(adr), adr.date, shorten(cleanLine(adr.fileName), longestStatus)].filter(Boolean).join(' · ');
  const toCard = card ? [printedLink(card, 'Card and votes')] : [];
  // A title may be nothing but marks that don't show.
  return [header(adrName(adr) || cleanLine(adr.fileName)), context(facts, ...links, ...toCard)];
}

/** Asks which of several ADRs with one number is meant. */
export function severalView(adrs: readonly IndexedAdr[]): ModalView {
  const [first] = adrs;
  const number = first?.number ?? 0;
  const most = 20;
  const lines = adrs
    .slice(0, most)
    .map(
      (adr): KnownBlock =>
        row(
          shorten(cleanLine(`${adr.title} (${adr.fileName})`), 500),
          button(showAction, 'Show', { value: showValue({ adrId: adr.id }) }),
        ),
    );
  return notice(
    language,
    adrNumber(number),
    paragraph(`Number ${number} is taken ${adrs.length === 2 ? 'twice' : `${adrs.length} times`}:`),
    ...lines,
    context(marked`\`/adr doctor\` proposes a renumbering.`),
  );
}

function statusOf({ statusText }: IndexedAdr): string {
  if (statusText === '') return 'No status';
  const status = shorten(cleanLine(statusText), longestStatus);
  return `${status.slice(0, 1).toUpperCase()}${status.slice(1)}`;
}

/** Where a link of the file leads outside of the repository; what leads elsewhere already stays as it is. */
function resolveIn(fileUrl: string | undefined, url: string): string | undefined {
  if (fileUrl === undefined || fileUrl.includes('?') || isSafeUrl(url) || !URL.canParse(url, fileUrl)) return undefined;
  const resolved = new URL(url, fileUrl);
  return resolved.origin === new URL(fileUrl).origin ? resolved.href : undefined;
}
