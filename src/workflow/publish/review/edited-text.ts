import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { toPlainLine } from '@gavel/adr/text/plain-text.ts';

/** The text of an ADR that was edited in its review. `chosen`: it names another option than was decided, or none. */
export interface EditedText {
  readonly text: string;
  readonly chosen: { readonly from: string | undefined; readonly to: string | undefined } | undefined;
}

/** What is different between an ADR as it was written and as it was merged; undefined if nothing is. */
export function findEdits(written: string | undefined, merged: string): EditedText | undefined {
  if (written === undefined || written === merged) return undefined;
  const [from, to] = [written, merged].map(readChosen);
  return { text: merged, chosen: lettersOf(from) === lettersOf(to) ? undefined : { from, to } };
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
