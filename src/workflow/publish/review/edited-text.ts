import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { toPlainLine } from '@gavel/adr/text/plain-text.ts';

/**
 * The text of an ADR that was edited in its review. `chosen`: it names another option than was decided, or none.
 * `status`: it states another one than Gavel wrote; '' for none.
 */
export interface EditedText {
  readonly text: string;
  readonly chosen: { readonly from: string | undefined; readonly to: string | undefined } | undefined;
  readonly status: { readonly from: string; readonly to: string } | undefined;
}

/** What is different between an ADR as it was written and as it was merged; undefined if nothing is. */
export function findEdits(written: string | undefined, merged: string): EditedText | undefined {
  if (written === undefined || written === merged) return undefined;
  const [from, to] = [written, merged].map(readChosen);
  const [stated, now] = [readStatus(written), readStatus(merged)];
  return {
    text: merged,
    chosen: lettersOf(from) === lettersOf(to) ? undefined : { from, to },
    status: stated.toLowerCase() === now.toLowerCase() ? undefined : { from: stated, to: now },
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

function readStatus(text: string): string {
  return readAdrEntry(text, '').statusText;
}
