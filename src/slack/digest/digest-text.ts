import { adrName } from '@gavel/adr/name/adr-name.ts';
import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { DigestList } from '../../decision/digest/digest.ts';
import { cleanLine } from '../../decision/text.ts';
import type { Language } from '../../words/language.ts';
import { bold, code, emoji, joinWords, link, say, type Words } from '../../words/say.ts';
import { tellDecisionBriefly } from '../../words/tell-outcome.ts';
import type { WrittenDigest } from '../../workflow/message/announcement.ts';
import { shortenDeparture } from '../decide/outcome-text.ts';
import { nameLinked } from '../text/adr-link.ts';
import { context, header, shorten, slackLimits } from '../text/blocks.ts';
import { decisionLink } from '../text/decision-link.ts';
import { fitLines } from '../text/fit-lines.ts';
import { behindName, wordAdrChange, wordSharedNumber } from '../text/repository-text.ts';
import { paragraph, printed, toElements } from '../text/words.ts';

type Line = WrittenDigest['accepted'][number];

/** The maximum number of decisions that a list names before it says how many more there are. */
const linesShown = 18;

/** Half a line. */
const longestReason = 80;

/** How much is told of what a decision departs from. */
const departureDetail = { excerpt: longestReason, objections: 3, title: 20 } as const;

/** Those of its tags that the channel follows. */
function followedIn({ followed = [] }: WrittenDigest, { tags = [] }: Line): readonly string[] {
  return tags.filter((tag) => followed.includes(tag));
}

function nameLine(written: WrittenDigest, line: Line): Words {
  const tags = followedIn(written, line).flatMap((tag) => [' ', code(tag)]);
  const number = line.number === undefined ? '' : `ADR ${String(line.number).padStart(4, '0')} `;
  const url = decisionLink(line);
  const name = say`${number}${url ? link(url, line.title) : line.title}${behindName(line.repository)}`;
  return joinWords([name, ...tags], '');
}

/** The review that the ADR of a decision waits in, if anybody can read it somewhere. */
function nameReview({ reviews }: Language, { inReview }: Line): Words | undefined {
  const isKnown = inReview !== undefined && (inReview.number !== undefined || inReview.url !== undefined);
  return isKnown ? reviews.name({ ...inReview, branch: inReview.url ?? '' }) : undefined;
}

/** A decision with who decided and against what, why, and what its file says about it. */
function decidedLine(language: Language, written: WrittenDigest, line: Line): Words {
  const { names = {} } = written;
  const { decidedBy, confirmedBy } = line;
  const departures = (line.departures ?? []).map((departure) => shortenDeparture(departure, departureDetail));
  const nameOf = (id: string) => names[id] ?? language.people.gone;
  const decided = tellDecisionBriefly(language, { decidedBy, confirmedBy, departures }, nameOf);
  const { chosen, reason, supersedes = [], fate, fileName, fileUrl, isPublished } = line;
  const file = isPublished ? fileName : undefined;
  const at = file === undefined ? undefined : fileUrl ? link(fileUrl, file) : code(file);
  return language.digest.decidedLine({
    name: nameLine(written, line),
    chosen,
    decided,
    reason: reason ? shorten(cleanLine(language.verdicts.giveReason(reason)), longestReason) : '',
    supersedes: supersedes.map(nameLinked),
    fate: fate && { kind: fate.kind, by: fate.by.map(nameLinked) },
    file: at ?? nameReview(language, line),
  });
}

/** A list in a digest: how its name begins, its name, one line per item, and how many items have none. */
type List = readonly [icon: string, name: string, lines: readonly Words[], more?: number];

function writeList({ digest }: Language, [icon, name, lines, more = 0]: List, most: number): RichTextBlock[] {
  if (lines.length + more === 0) return [];
  const rest = Math.max(0, lines.length - most) + more;
  const items = [...lines.slice(0, most), ...(rest > 0 ? [digest.more(rest)] : [])].map((line) => ({
    type: 'rich_text_section' as const,
    elements: toElements(line),
  }));
  const heading = { type: 'rich_text_section' as const, elements: toElements(say`${emoji(icon)} ${bold(name)}`) };
  return [{ type: 'rich_text', elements: [heading, { type: 'rich_text_list', style: 'bullet', elements: items }] }];
}

/** How many decisions of a list it does not name. */
function countMore({ more = {} }: WrittenDigest, list: DigestList): number {
  return (more[list] ?? []).reduce((sum, { count }) => sum + count, 0);
}

function newsIn({ inRepository }: WrittenDigest) {
  return inRepository ?? { changes: [], sharedNumbers: [] };
}

/** Whether it tells of several repositories, and names them. */
function areSeveral(written: WrittenDigest): boolean {
  const { changes, sharedNumbers } = newsIn(written);
  return [...changes, ...sharedNumbers].some(({ repository }) => repository !== undefined);
}

function listsOf(language: Language, written: WrittenDigest): readonly List[] {
  const { digest } = language;
  const { changes, sharedNumbers } = newsIn(written);
  const { accepted, inReview = [], rejected, open, stalled = [], revisits = [] } = written;
  const decided = (all: readonly Line[]) => all.map((line) => decidedLine(language, written, line));
  return [
    ['white_check_mark', digest.accepted, decided(accepted), countMore(written, 'accepted')],
    ['hourglass_flowing_sand', digest.inReview, decided(inReview), countMore(written, 'inReview')],
    ['no_entry_sign', digest.rejected, decided(rejected), countMore(written, 'rejected')],
    [
      'ballot_box_with_ballot',
      digest.votingIsOpen,
      open.map((line) => digest.openLine(nameLine(written, line), new Date(line.closesAt), line.isFinal === true)),
      countMore(written, 'open'),
    ],
    [
      'zzz',
      digest.stalled,
      stalled.map((line) => language.stalled.line(nameLine(written, line), new Date(line.newsAt))),
    ],
    [
      'repeat',
      language.revisit.list,
      revisits.map(({ title, number, url, dueOn }) => {
        const name = adrName({ title, number });
        return language.revisit.line(url ? link(url, name) : say`${name}`, dueOn);
      }),
    ],
    [
      'file_folder',
      areSeveral(written) ? digest.inRepositories : digest.inRepository,
      [
        ...sharedNumbers.map(({ number, fileNames, repository }) =>
          wordSharedNumber(language, number, fileNames, repository),
        ),
        ...changes.map((change) => wordAdrChange(language, change)),
      ],
    ],
  ];
}

/** A digest for a channel, with as many lines as one message holds. */
export function renderDigest(language: Language, written: WrittenDigest): { text: string; blocks: KnownBlock[] } {
  const { digest } = language;
  const { changes, sharedNumbers } = newsIn(written);
  const text = digest.summary({
    accepted: written.accepted.length + countMore(written, 'accepted'),
    rejected: written.rejected.length + countMore(written, 'rejected'),
    open: written.open.length + countMore(written, 'open'),
    inReview: (written.inReview?.length ?? 0) + countMore(written, 'inReview'),
    stalled: written.stalled?.length ?? 0,
    revisits: written.revisits?.length ?? 0,
    inRepository: changes.length + sharedNumbers.length,
    areSeveral: areSeveral(written),
  });
  const period = digest.period(new Date(written.from), new Date(written.to));
  const top = [header(digest.title), context(printed(period))];
  const lists = listsOf(language, written);
  const blocks = fitLines(
    linesShown,
    (most): KnownBlock[] => [...top, ...lists.flatMap((list) => writeList(language, list, most))],
    (all) => JSON.stringify(all).length <= slackLimits.message,
  );
  return { text, blocks: blocks.length === top.length ? [...top, paragraph(digest.nothing)] : blocks };
}
