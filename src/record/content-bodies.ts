import type { AdrContent, Markdown, Point } from '@gavel/adr/content/content.ts';
import { type AdrPart, isConsequencePart } from '@gavel/adr/content/part.ts';
import type { DraftSource } from '@gavel/adr/draft/draft-source.ts';
import { isReservedPlace } from '@gavel/adr/draft/reserved-headings.ts';
import { blocksToMarkdown, joinBlocks } from '@gavel/adr/markdown/to-markdown.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { madrSection } from '@gavel/adr/style/madr-style.ts';
import { toPlainLine } from '@gavel/adr/text/plain-text.ts';
import { listOf } from '@gavel/adr/write/list-item.ts';
import { bodyOfPart, metadataBelow, statusBody } from '@gavel/adr/write/part-body.ts';
import { addTo } from './add-to.ts';
import { aroundOptions } from './content-options.ts';
import { decidedBelow, wordedReason } from './content-outcome.ts';
import { type RecordedSection, sectionAt } from './content-sections.ts';
import { addConsequences, type SortedConsequences } from './drafted-consequences.ts';
import type { AdrRecord } from './record.ts';
import { discussionBlocks, voteBlocks } from './vote-text.ts';

/** A record to be written in a house's style, with what is known about its content. */
interface Writing {
  readonly record: AdrRecord;
  readonly draft: DraftSource | undefined;
  readonly placed: readonly RecordedSection[];
  readonly style: HouseStyle;
  readonly consequences: SortedConsequences;
}

/** Parts where a section may appear beside what was said in fields. */
const withFields: readonly AdrPart[] = ['options', 'option-details', 'log'];

const isOfConsequences = (part: AdrPart) => part === 'consequences' || isConsequencePart(part);

/** What goes under the headings of parts, if `content` alone doesn't say it. */
export function bodiesOfRecord(
  content: AdrContent,
  { record, draft, placed, style, consequences }: Writing,
): AdrContent['bodies'] {
  const bodies: Partial<Record<AdrPart, Markdown>> = { ...content.bodies };
  const written = (part: AdrPart, beside = '') => {
    const form = style.sections.find((section) => section.part === part) ?? madrSection(part, '', 2);
    const told = beside === '' ? content : { ...content, options: optionsBeside(beside, content) };
    return bodyOfPart(part, form, told, style) ?? '';
  };
  const decided = decidedBelow(record);
  for (const part of ['options', 'option-details'] as const) {
    const { before, after } = draft ? aroundOptions(draft, part) : { before: '', after: '' };
    const isRewritten = bodies[part] === undefined && before + after !== '' && written(part) !== '';
    if (isRewritten) bodies[part] = joinBlocks(before, written(part), after);
  }
  for (const { place, markdown } of placed) {
    if (place === undefined || isReservedPlace(place)) continue;
    // Somebody's own words for the decision stand as they are, unless it goes against something.
    if (place === 'outcome') {
      bodies[place] = addTo(markdown, joinBlocks(wordedReason(record), hasDeparted(record) ? decided : ''));
    } else if (isOfConsequences(place)) {
      const points = consequences.bySection.get(place) ?? [];
      bodies[place] = addConsequences(markdown, points, (some) => writeConsequences(place, some, content, style));
    } else bodies[place] = withFields.includes(place) ? addTo(markdown, written(place, markdown)) : markdown;
  }
  if (bodies.outcome === undefined && decided !== '') {
    // Where another sentence states what was decided, it can't say by whom, and against what.
    if (content.outcome !== undefined) bodies.outcome = joinBlocks(written('outcome'), decided);
    else if (hasDeparted(record)) bodies['more-information'] = joinBlocks(bodies['more-information'] ?? '', decided);
  }
  const besideStatus = sectionAt(placed, 'status');
  const statusForm = style.sections.find(({ part }) => part === 'status');
  if (statusForm !== undefined) {
    if (content.status) {
      const metadata = metadataBelow(statusForm, content, style);
      bodies.status = joinBlocks(statusBody(statusForm, content.status, content, style), metadata, besideStatus);
    }
  } else {
    delete bodies.status;
    if (besideStatus !== '') bodies.related = joinBlocks(bodies.related ?? '', besideStatus);
  }
  // A house whose every ADR has references gets one to the discussion, or else one with notes a note about it.
  const isTold = style.votesIn === 'section';
  const place = (['references', 'more-information'] as const).find((part) => isSteady(part, style));
  const discussion = place === undefined ? '' : blocksToMarkdown(discussionBlocks(record));
  const isReferred =
    place !== undefined &&
    bodies[place] === undefined &&
    discussion !== '' &&
    !(isTold && place === 'more-information');
  if (isReferred) bodies[place] = place === 'references' ? listOf([discussion], style.marks) : discussion;
  const voted = isReferred ? { ...record, discussionUrl: undefined } : record;
  const votes = isTold ? blocksToMarkdown(voteBlocks(voted), style.marks) : '';
  if (votes !== '') bodies['more-information'] = addTo(bodies['more-information'] ?? '', votes);
  return bodies;
}

/** Whether nearly every ADR of a house has a section for a part. */
function isSteady(wanted: AdrPart, { sections }: HouseStyle): boolean {
  return sections.some((section) => section.part === wanted && section.isSteady);
}

/** Writes consequences for a section that a person gave, in the form of the house if it has such a section. */
function writeConsequences(part: AdrPart, points: readonly Point[], content: AdrContent, style: HouseStyle): Markdown {
  const form = style.sections.find((section) => section.part === part) ?? madrSection(part, '', 2);
  const written = bodyOfPart(part, form, { ...content, bodies: {}, consequences: points }, style);
  return (
    written ??
    listOf(
      points.map(({ text }) => text),
      style.marks,
    )
  );
}

/** Whether somebody decided in place of the vote, or over an objection. */
function hasDeparted({ outcome }: AdrRecord): boolean {
  return (outcome.decided?.departures.length ?? 0) > 0;
}

/** Options that a section about options does not mention, or not completely. */
function optionsBeside(markdown: Markdown, { options }: AdrContent): AdrContent['options'] {
  const told = toPlainLine(markdown).toLowerCase();
  return options.filter(
    ({ title, points, description }) =>
      points.length > 0 || description !== '' || !told.includes(toPlainLine(title).toLowerCase()),
  );
}
