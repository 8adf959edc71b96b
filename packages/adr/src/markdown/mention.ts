import type { InlineCode, Text } from 'mdast';

/**
 * What GitHub and GitLab recognize as a mention of a person, team or group: an `@` that is not preceded by a word, and
 * a name. `@one@two` is one mention. A second `@` in a word counts too, because the email address before it
 * (`a@b.example@name`) becomes a link.
 */
const mention = /@(?<=(?<![A-Za-z0-9])@|@[\w.-]*@)[A-Za-z0-9](?:[\w./@-]*\w)?/g;

/**
 * Turns a line of plain text into nodes that mention nobody. GitHub looks for `@name` in the rendered text, so neither
 * `\@` nor `&#64;` keeps a stranger from being notified. Only code and links are exempt, so the whole `@name` becomes a
 * code span. The text stays readable and searchable, the file gets no invisible characters, and most things that
 * engineers write with an `@` (`@types/node`, `@Injectable`) are code anyway.
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
