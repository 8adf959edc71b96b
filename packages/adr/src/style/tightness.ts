import type { RootContent } from 'mdast';
import { placeOf } from '../read/source/source.ts';
import type { Tightness } from './house-style.ts';
import { commonest, commonValue } from './vote.ts';

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

/** The tightness that most of several forms show. */
export function commonTightness(shown: readonly Tightness[]): Tightness {
  return { list: commonValue(shown, ({ list }) => list), text: commonValue(shown, ({ text }) => text) };
}
