import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { saysUnreadRevisit } from '@gavel/adr/read/metadata/unread-revisit.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { toPlainLine } from '@gavel/adr/text/plain-text.ts';
import type { Day } from '../../../decision/time/day.ts';

/**
 * The text of an ADR that was edited in its review. `chosen`: it names another option than was decided, or none.
 * `status`: it states another one than Gavel wrote; '' for none. `revisit`: it names another day to look again, or none.
 */
export interface EditedText {
  readonly text: string;
  readonly chosen: { readonly from: string | undefined; readonly to: string | undefined } | undefined;
  readonly status: { readonly from: string; readonly to: string } | undefined;
  readonly revisit: { readonly on: Day | undefined } | undefined;
}

/** What is different between an ADR as it was written and as it was merged; undefined if nothing is. */
export function findEdits(written: string | undefined, merged: string): EditedText | undefined {
  if (written === undefined || written === merged) return undefined;
  const [from, to] = [written, merged].map(readChosen);
  const [before, after] = [written, merged].map((text) => readAdrEntry(text, ''));
  const [stated = '', now = ''] = [before?.statusText, after?.statusText];
  const [dated, on] = [before?.revisitOn, after?.revisitOn];
  const isRedated = dated !== on && (on !== undefined || !saysUnreadRevisit(merged));
  return {
    text: merged,
    chosen: lettersOf(from) === lettersOf(to) ? undefined : { from, to },
    status: stated.toLowerCase() === now.toLowerCase() ? undefined : { from: stated, to: now },
    revisit: isRedated ? { on } : undefined,
  };
}

/** A title without what somebody may tidy up. */
function lettersOf(title = ''): string {
  return title.toLowerCase().replaceAll(/[^\p{L}\p{N}+#]+/gu, '');
}

function readChosen(text: string): string | undefined {
  const { chosen, outcome } = readAdr(text);
  const title = chosen?.title ?? outcome?.value.chosen;
  return title === undefined ? undefined : toPlainLine(title);
}
