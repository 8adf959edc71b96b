import type { AdrDocument } from '../read/document.ts';
import type { HouseStyle } from './house-style.ts';
import { commonValue } from './vote.ts';

/** The share of the sections of a file that follow a rule, where its house has rules between sections. */
const most = 0.6;

/** Whether a house has rules (`---`) between its sections, and before the first of them, perhaps there alone. */
export function rulesOf(documents: readonly AdrDocument[]): Pick<HouseStyle, 'hasRules' | 'isFirstRuled'> {
  const shown = documents.map(rulesIn);
  const hasRules = commonValue(shown, ({ between }) => between) ?? false;
  const isFirstRuled = commonValue(shown, ({ between, first }) => (!hasRules || between === true ? first : undefined));
  return { hasRules, isFirstRuled };
}

function rulesIn({ source: { nodes }, outline: { segments } }: AdrDocument) {
  const highest = Math.min(...segments.map(({ heading }) => heading.depth));
  const [first, ...others] = segments
    .filter(({ heading }) => heading.depth === highest)
    .map(({ heading }) => nodes[nodes.indexOf(heading) - 1]?.type === 'thematicBreak');
  const ruled = others.filter(Boolean).length;
  // Two sections show no habit.
  return { first, between: others.length < 2 && !(first ?? false) ? undefined : ruled >= others.length * most };
}
