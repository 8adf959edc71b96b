import type { FileChange } from '../git/file-change.ts';
import { type Html, html } from './html.ts';

/** A line of a diff, with its numbers before and after. */
interface DiffLine {
  readonly kind: 'added' | 'removed' | 'same' | 'hunk';
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly text: string;
}

/** What changes, file by file. */
export function diffView(changes: readonly FileChange[]): Html {
  if (changes.length === 0) return html`<p class="quiet">Nothing changes.</p>`;
  return html`${changes.map(fileView)}`;
}

function fileView(change: FileChange): Html {
  const name = change.formerPath === undefined ? change.path : `${change.formerPath} → ${change.path}`;
  const counts = html`<span class="plus">+${change.additions}</span> <span class="minus">−${change.deletions}</span>`;
  const body =
    change.patch === undefined
      ? html`<p class="quiet">${change.formerPath === undefined ? 'A binary or empty file.' : 'Only the name changes.'}</p>`
      : html`<table class="diff"><tbody>${linesOf(change.patch).map(lineView)}</tbody></table>`;
  return html`<details class="file" open><summary><code>${name}</code> ${counts} <span class="quiet">${change.status}</span></summary>
${body}</details>`;
}

function lineView({ kind, before, after, text }: DiffLine): Html {
  const sign = { added: '+', removed: '−', same: ' ', hunk: '' }[kind];
  return html`<tr class="${kind}"><td class="number">${before}</td><td class="number">${after}</td>
<td class="sign">${sign}</td><td class="text">${text}</td></tr>`;
}

function linesOf(patch: string): DiffLine[] {
  let before = 0;
  let after = 0;
  return patch.split('\n').flatMap((line): DiffLine[] => {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (hunk !== null) {
      before = Number(hunk[1]);
      after = Number(hunk[2]);
      return [{ kind: 'hunk', before: undefined, after: undefined, text: line }];
    }
    const text = line.slice(1);
    if (line.startsWith('+')) return [{ kind: 'added', before: undefined, after: after++, text }];
    if (line.startsWith('-')) return [{ kind: 'removed', before: before++, after: undefined, text }];
    if (line.startsWith('\\')) return [{ kind: 'hunk', before: undefined, after: undefined, text: line }];
    return [{ kind: 'same', before: before++, after: after++, text }];
  });
}
