import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import type { KnownBlock, ModalView } from '@slack/types';
import { type Language, wordDoubt } from '../../words/language.ts';
import type { StylePreview } from '../../workflow/publish/style.ts';
import { paginate, preformattedBlocks } from '../find/adr-pages.ts';
import { nearestPage, pageView, turnCounted } from '../form/page.ts';
import { header, plain, shorten } from '../text/blocks.ts';
import { splitElement } from '../text/rich-text/split.ts';
import { wordArchiveRuleDoubts } from '../text/rule-doubt-text.ts';
import { paragraph } from '../text/words.ts';
import { describePins, describeStyle } from './style-text.ts';

export const styleCallback = 'style';

/** What the modal carries along: the channel it was requested in, and which of its repositories it is about. */
export interface StyleAbout {
  readonly channelId: string;
  readonly name?: string | undefined;
}

const longestWarning = 500;
const warningsShown = 10;

/** One page of what was learned about the house style, and of the preview in it. */
export function styleView(language: Language, preview: StylePreview, about: StyleAbout, wanted: number): ModalView {
  const heading = header(nameSubject(language, preview));
  const pages = paginate([...wordLearned(language, preview), heading, ...preformattedBlocks(preview.markdown)]);
  const page = nearestPage(wanted, pages.length);
  return pageView(language, {
    title: language.style.title,
    callback: styleCallback,
    about,
    head: [],
    blocks: pages[page] ?? [],
    ...turnCounted(page, pages.length),
  });
}

function nameSubject({ style, record }: Language, { subject, title }: StylePreview): string {
  if (subject === 'example') return style.example;
  const name = cleanLine(title) || record.untitledDecision;
  return subject === 'form' ? style.yourForm(name) : style.asItStands(name);
}

function wordLearned(
  language: Language,
  { learned: { style, pinned, warnings: ofStyle, ruleDoubts } }: StylePreview,
): KnownBlock[] {
  const { atLine } = language.doctor;
  const warnings = [
    ...ofStyle.map((warning) => atLine(warning.line, wordDoubt(language, warning))),
    ...wordArchiveRuleDoubts(language, ruleDoubts).map((doubt) => atLine(1, doubt)),
  ];
  const facts = [...describeStyle(language, style), describePins(language, pinned)];
  const lists = splitElement({ type: 'rich_text_list', style: 'bullet', elements: facts });
  const doubts = warnings.slice(0, warningsShown).map(
    (warning): KnownBlock => ({
      type: 'section',
      text: plain(`⚠ ${shorten(cleanLine(warning), longestWarning)}`),
    }),
  );
  const rest = warnings.length - doubts.length;
  return [
    ...lists.map((element): KnownBlock => ({ type: 'rich_text', elements: [element] })),
    ...doubts,
    ...(rest > 0 ? [paragraph(language.forms.more(rest))] : []),
  ];
}
