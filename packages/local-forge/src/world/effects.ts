import markdownIt from 'markdown-it';
import type { DialectName } from '../dialect.ts';

/** What the words of a review do at a forge, beside being read. */
export interface Effects {
  /** The accounts and teams that would be notified, without the `@`. */
  readonly mentions: readonly string[];
  /** What would close an issue on merging, such as `fixes #1`. */
  readonly closings: readonly string[];
  /** The quick actions that would be done (GitLab), such as `/merge`. */
  readonly commands: readonly string[];
  /** The HTML in the Markdown. */
  readonly html: readonly string[];
  /** The addresses that would be fetched to show images. */
  readonly images: readonly string[];
}

/** The words of a review: its title and body, and the messages of its commits. */
export interface ReviewWords {
  readonly title: string;
  readonly body: string;
  readonly messages: readonly string[];
}

const usual = ['close', 'closes', 'closed', 'fix', 'fixes', 'fixed', 'resolve', 'resolves', 'resolved'];
const keywords: Readonly<Record<DialectName, readonly string[]>> = {
  github: usual,
  gitlab: [...usual, 'closing', 'fixing', 'resolving', 'implement', 'implements', 'implemented', 'implementing'],
  forgejo: [...usual, 'reopen', 'reopens', 'reopened'],
};

/** What stands where something is that is not read as text. */
const gap = '\u0000';

const markdown = markdownIt({ html: true, linkify: true });
type Tokens = ReturnType<typeof markdown.parse>;

/** Finds what the words of a review do. It is strict: what some forge does in some place counts everywhere. */
export function effectsOf(dialect: DialectName, { title, body, messages }: ReviewWords): Effects {
  const tokens = markdown.parse(body, {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const plain = [title, ...messages];
  const every = [...tokens, ...inline];
  return {
    mentions: unique([...plain, textOf(tokens, false)].flatMap(mentionsIn)),
    closings: unique([...plain, textOf(tokens, true)].flatMap((text) => closingsIn(dialect, text))),
    commands: dialect === 'gitlab' ? commandsIn(body, tokens) : [],
    html: every.filter(({ type }) => type === 'html_block' || type === 'html_inline').map(({ content }) => content),
    images: every.filter(({ type }) => type === 'image').map((token) => String(token.attrGet('src') ?? '')),
  };
}

/** The text that Markdown shows, as a forge searches it: without code, and with or without what is in links. */
function textOf(tokens: Tokens, withLinks: boolean): string {
  let depth = 0;
  const parts = tokens.flatMap(({ children, type }) => {
    if (type !== 'inline') return [gap];
    return (children ?? []).map((token) => {
      if (token.type === 'link_open') depth += 1;
      if (token.type === 'link_close') depth -= 1;
      if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
      if (token.type === 'link_open' || token.type === 'link_close') return withLinks ? '' : gap;
      if (token.type !== 'text' || (depth > 0 && !withLinks)) return token.type === 'code_inline' ? gap : '';
      return token.content;
    });
  });
  return parts.join('');
}

function mentionsIn(text: string): string[] {
  // An address such as a@b.example is none.
  return [...text.matchAll(/(?<![\w.+@/-])@([a-z\d](?:[\w.-]*\w)?(?:\/\w(?:[\w.-]*\w)?)*)/gi)].map(
    ([, name = '']) => name,
  );
}

function closingsIn(dialect: DialectName, text: string): string[] {
  const issue = String.raw`(?:(?:[\w.-]+(?:\/[\w.-]+)+)?[#!]\d+|GH-\d+|https?:\/\/\S+\/(?:issues|pulls?|merge_requests)\/\d+)`;
  const words = new RegExp(String.raw`(?<!\w)(?:${keywords[dialect].join('|')}):?\s+(?:issues?\s+)?${issue}`, 'gi');
  return [...text.matchAll(words)].map(([found]) => found);
}

/** Quick actions are looked for in the lines as they are typed, but not in code. */
function commandsIn(body: string, tokens: Tokens): string[] {
  const code = tokens.filter(({ type }) => type === 'fence' || type === 'code_block').map(({ map }) => map);
  return body
    .split('\n')
    .filter((_, line) => !code.some((range) => range !== null && line >= range[0] && line < range[1]))
    .flatMap((line) => /^\/[a-z_]+/.exec(line.trimEnd())?.[0] ?? []);
}

function unique(found: readonly string[]): string[] {
  return [...new Set(found)];
}
