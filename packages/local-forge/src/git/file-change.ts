/** How one file differs between two commits. */
export interface FileChange {
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly path: string;
  readonly formerPath: string | undefined;
  /** The id of the new blob, or of the old one if the file is removed. */
  readonly sha: string;
  readonly mode: string;
  readonly formerMode: string;
  readonly additions: number;
  readonly deletions: number;
  /** The hunks; undefined for a binary file or one whose content is the same. */
  readonly patch: string | undefined;
}

/** Reads what `git diff-tree -z --raw --numstat` and `git diff-tree -p` print, which list files in the same order. */
export function parseChanges(raw: string, patch: string): FileChange[] {
  const fields = raw.split('\0');
  const files: { meta: string[]; formerPath: string | undefined; path: string }[] = [];
  let at = 0;
  while (fields[at]?.startsWith(':') === true) {
    const meta = (fields[at] ?? '').slice(1).split(' ');
    const isMoved = /^[RC]/.test(meta[4] ?? '');
    files.push({
      meta,
      formerPath: isMoved ? fields[at + 1] : undefined,
      path: fields[at + (isMoved ? 2 : 1)] ?? '',
    });
    at += isMoved ? 3 : 2;
  }
  const counts = files.map((file) => {
    const [added = '', removed = ''] = (fields[at] ?? '').split('\t');
    at += file.formerPath === undefined ? 1 : 3;
    return { additions: Number(added) || 0, deletions: Number(removed) || 0 };
  });
  const patches = patch.split(/^(?=diff --git )/m).filter((part) => part.startsWith('diff --git '));
  return files.map(({ meta, formerPath, path }, index) => {
    const [formerMode = '', mode = '', formerSha = '', sha = '', status = ''] = meta;
    const isRemoved = status === 'D';
    const hunks = /^@@ [\s\S]*/m.exec(patches[index] ?? '')?.[0];
    return {
      status: isRemoved ? 'removed' : status === 'A' ? 'added' : formerPath === undefined ? 'modified' : 'renamed',
      path,
      formerPath,
      sha: isRemoved ? formerSha : sha,
      mode,
      formerMode,
      ...(counts[index] ?? { additions: 0, deletions: 0 }),
      patch: hunks?.replace(/\n$/, ''),
    };
  });
}
