import { harmlessLine } from '@gavel/adr/text/harmless-line.ts';
import type { Change } from '../../workflow/ports/archive/change.ts';

/** The trailer that forges read for it. */
const coAuthorTrailer = 'Co-authored-by';

/** An address that is one in every forge, and means nothing else in a trailer. */
const plainEmail = /^[a-z0-9][\w.%+'-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/iu;

/** The lines that name people as authors besides the bot, whatever their names hold: one for each address. */
export function coAuthorTrailers(people: NonNullable<Change['coAuthors']>): string[] {
  const named = new Map<string, string>();
  for (const { name, email } of people) {
    if (!plainEmail.test(email) || named.has(email.toLowerCase())) continue;
    const plain = harmlessLine(name.replaceAll(/[<>]/gu, ' ')) || email.slice(0, email.indexOf('@'));
    named.set(email.toLowerCase(), `${coAuthorTrailer}: ${plain} <${email}>`);
  }
  return [...named.values()];
}
