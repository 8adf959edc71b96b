import type { InlineCode, Text } from 'mdast';

/**
 * What GitHub and GitLab take for a person, a team or a group: an `@` that no word precedes, and a name; `@one@two` is
 * one. A second `@` in a word counts as well, because an address before it (`a@b.example@name`) becomes a link.
 */
const mention = /@(?<=(?<![A-Za-z0-9])@|@[\w.-]*@)[A-Za-z0-9](?:[\w./@-]*\w)?/g;

/**
 * A line of plain text as nodes in which nobody is mentioned. GitHub looks for `@name` in the rendered text, so neither
 * `\@` nor `&#64;` keeps a stranger from being notified; only code and links are left alone. Hence the whole `@name`
 * becomes a code span: the words stay readable and searchable, nothing invisible enters the file, and what engineers
 * mostly mean by an `@` (`@types/node`, `@Injectable`) is code anyway.
 */
export function shieldMentions(text: string): (Text | InlineCode)[] {
  const nodes: (Text | InlineCode)[] = [];
  let end = 0;
  for (const match of text.matchAll(mention)) {
    if (match.index > end) nodes.push({ type: 'text', value: text.slice(end, match.index) });
    nodes.push({ type: 'inlineCode', value: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push({ type: 'text', value: text.slice(end) });
  return nodes;
}
