/** What a forge says when it refuses a push, by what it is about. */
export type FoundRefusal =
  | { readonly code: 'protected branch' | 'repository archived' }
  | { readonly code: 'rule in the way'; readonly rule: string };

/** That a branch takes changes by review only, in the words of GitHub, GitLab, Forgejo, Gitea, Bitbucket and Azure. */
const byReviewOnly =
  /through (?:a |the )?(?:pull request|merge queue)|status checks? (?:is|are) (?:expected|required)|update this protected ref|not authorized to push to this branch|protected branch|denied to update branch|only be modified through|must use a pull request|TF402455/iu;

/** That a commit has to be signed. */
const signatures = /must have verified signatures|commit must be signed|protected from unverified commit/iu;

/** A sentence that is about something else that a commit or a branch has to be. */
const rules: readonly RegExp[] = [
  // GitLab's push rules.
  /^GitLab: (?!.*(?:not allowed to|HTTP Basic)).+/u,
  // Forgejo's and Gitea's protected files, and commits whose signature is not known.
  /\bbranch \S+ is protected from .+/iu,
  // Azure's policies on paths, sizes and e-mail addresses.
  /\b(?:TF|VS)\d{6}: the push was rejected.+/iu,
  // GitHub, where a token may not change workflows.
  /refusing to allow .{1,300} to create or update workflow.+/u,
];

/** How many sentences about rules are told, at most. */
const mostTold = 3;

/** Why a remote refused a push, if its words are those of a forge. */
export function findPushRefusal(output: string): FoundRefusal | undefined {
  const lines = output
    .split(/[\r\n]+/u)
    .map((line) => line.replace(/^(?:\s*(?:remote|error):)*\s*/iu, '').trim())
    .filter((line) => line !== '');
  if (lines.some((line) => /\barchived\b.{0,300}\bread-?only|\bis archived\b/iu.test(line)))
    return { code: 'repository archived' };
  if (lines.some((line) => /^GH0(?:06|13):|repository rule violations/u.test(line))) return judge(violationsIn(lines));
  const broken = lines.flatMap((line) => rules.flatMap((rule) => rule.exec(line)?.[0] ?? []));
  const isProtected = lines.some((line) => byReviewOnly.test(line));
  return broken.length > 0 || isProtected ? judge(broken.length > 0 ? broken : lines) : undefined;
}

/** The rules that GitHub names in its lines. */
function violationsIn(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => /^GH0(?:06|13):/u.test(line));
  const after = lines.slice(start + 1).filter((line) => !/^(?:!|To |hint:|failed to push)/u.test(line));
  const items = after.filter((line) => /^[-–—] /u.test(line)).map((line) => line.replace(/^[-–—] /u, ''));
  return items.length > 0 ? items : after.filter((line) => byReviewOnly.test(line) || signatures.test(line));
}

/** A review helps against a branch that takes nothing else; then, its other rules are for the review to meet. */
function judge(sentences: readonly string[]): FoundRefusal {
  if (sentences.length === 0 || sentences.some((sentence) => byReviewOnly.test(sentence)))
    return { code: 'protected branch' };
  if (sentences.some((sentence) => signatures.test(sentence)))
    return { code: 'rule in the way', rule: 'required_signatures' };
  return { code: 'rule in the way', rule: sentences.slice(0, mostTold).join(' / ') };
}
