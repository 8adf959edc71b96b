import type { RootContent } from 'mdast';
import { placeOf } from '../../read/source/source.ts';
import type { Tightness } from '../house-style.ts';
import { commonest, commonValue } from '../vote.ts';

/** What follows most of the headings in some blocks without a blank line. */
export function tightnessIn(nodes: readonly RootContent[]): Tightness {
  const under = nodes.slice(1).flatMap((node, index) => {
    const before = nodes[index];
    return before?.type === 'heading' ? [tightnessOf(before, node)] : [];
  });
  return {
    list: commonest(under.flatMap(({ list }) => list ?? [])),
    text: commonest(under.flatMap(({ text }) => text ?? [])),
  };
}

/** Whether a block follows a heading without a blank line. Comments, and the headings below it, don't show that. */
export function tightnessOf(heading: RootContent, under: RootContent | undefined): Tightness {
  if (under === undefined || under.type === 'heading' || under.type === 'html') return {};
  const isTight = placeOf(under).line - (heading.position?.end.line ?? 0) === 1;
  return under.type === 'list' ? { list: isTight } : { text: isTight };
}

/** How many of the latest files decide for all sections, if all their headings agree. */
const decisive = 3;

/** What the latest files have at all their headings; empty where one of them has both. `files` are their sections. */
export function latestTightness(files: readonly (readonly { readonly tight: Tightness }[])[]): Tightness {
  const recent = files.slice(-decisive);
  const agreed = (pick: (tight: Tightness) => boolean | undefined) => {
    const shown = recent.map((sections) => sections.flatMap(({ tight }) => pick(tight) ?? []));
    const [first] = shown.flat();
    const isAgreed = shown.length === decisive && shown.every((values) => values.length > 0);
    return isAgreed && shown.flat().every((value) => value === first) ? first : undefined;
  };
  const [list, text] = [agreed((tight) => tight.list), agreed((tight) => tight.text)];
  return { ...(list === undefined ? {} : { list }), ...(text === undefined ? {} : { text }) };
}

/** The tightness that most of several forms show. */
export function commonTightness(shown: readonly Tightness[]): Tightness {
  return { list: commonValue(shown, ({ list }) => list), text: commonValue(shown, ({ text }) => text) };
}
