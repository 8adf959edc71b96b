/** Who wrote a commit, and when. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly at: Date;
}

/** A commit, as it is in git. */
export interface CommitFacts {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
  /** The text of the signature, and what it signs; undefined if the commit is not signed. */
  readonly signed: { readonly signature: string; readonly payload: string } | undefined;
}

/** Reads the text of a commit object. */
export function parseCommit(sha: string, text: string): CommitFacts {
  const end = text.indexOf('\n\n');
  const head = text.slice(0, end);
  const message = text.slice(end + 2);
  const fields = head.split(/\n(?! )/).map((field) => {
    const space = field.indexOf(' ');
    return { name: field.slice(0, space), value: field.slice(space + 1).replaceAll('\n ', '\n') };
  });
  const value = (name: string): string => fields.find((field) => field.name === name)?.value ?? '';
  const signature = value('gpgsig');
  const unsigned = head.split(/\n(?! )/).filter((field) => !field.startsWith('gpgsig '));
  return {
    sha,
    tree: value('tree'),
    parents: fields.filter((field) => field.name === 'parent').map((field) => field.value),
    author: parseSignature(value('author')),
    committer: parseSignature(value('committer')),
    message,
    signed: signature === '' ? undefined : { signature, payload: `${unsigned.join('\n')}\n\n${message}` },
  };
}

/** Writes the text of a commit object. */
export function writeCommit(commit: {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
  readonly sign?: (payload: string) => string;
}): string {
  const head = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${writeSignature(commit.author)}`,
    `committer ${writeSignature(commit.committer)}`,
  ];
  const message = commit.message.endsWith('\n') ? commit.message : `${commit.message}\n`;
  const payload = `${head.join('\n')}\n\n${message}`;
  if (commit.sign === undefined) return payload;
  const signature = commit.sign(payload).trimEnd().replaceAll('\n', '\n ');
  return `${head.join('\n')}\ngpgsig ${signature}\n\n${message}`;
}

function parseSignature(text: string): Signature {
  const match = /^(.*?) ?<([^>]*)> (\d+)/.exec(text);
  return { name: match?.[1] ?? '', email: match?.[2] ?? '', at: new Date(Number(match?.[3] ?? 0) * 1000) };
}

function writeSignature({ name, email, at }: Signature): string {
  const clean = (text: string): string => text.replaceAll(/[<>\n]/g, '').trim();
  return `${clean(name)} <${clean(email)}> ${Math.floor(at.getTime() / 1000)} +0000`;
}
