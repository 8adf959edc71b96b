import type { AdrContent, Markdown } from '@gavel/adr/content/content.ts';
import { embedWords } from '@gavel/adr/markdown/embed.ts';
import { escapeLine, escapeLines } from '@gavel/adr/markdown/to-markdown.ts';
import { fieldOfEntry, isVagueLabel } from '@gavel/adr/read/metadata/metadata-field.ts';
import { readPatterns } from '@gavel/adr/read/metadata/path-patterns.ts';
import { readRevisitDate } from '@gavel/adr/read/metadata/revisit-date.ts';
import { typedLine } from '@gavel/adr/typed/embed-typed.ts';
import { hasRevisit, noRecall, type Recall } from '../decision/recall/recall.ts';

/** What the lines of a section with metadata say: “Ticket: SHOP-12”. What the vote says is left out. */
interface FactsOfLines extends Pick<AdrContent, 'affects' | 'revisit' | 'extra'> {
  readonly tags: readonly Markdown[];
}

const line = /^(?:[-*+] )?(?<key>[^:]{1,60}?): *(?<value>\S.*)$/;

/** Reads the entries that somebody gave for an ADR, one in a line. */
export function factsOfLines(given: Markdown): FactsOfLines {
  const entries = given.split(/\n+/).flatMap((written) => {
    const { key, value } = line.exec(written)?.groups ?? {};
    return key === undefined || value === undefined ? [] : [{ field: fieldOfEntry(key, value), key, value }];
  });
  const valuesOf = (wanted: ReturnType<typeof fieldOfEntry>) => entries.filter(({ field }) => field === wanted);
  const affects = valuesOf('affects').flatMap(
    ({ key, value }) => readPatterns(value, undefined, isVagueLabel(key)) ?? [],
  );
  const [on] = valuesOf('revisit on').flatMap(
    ({ key, value }) => readRevisitDate(value, undefined, isVagueLabel(key))?.date ?? [],
  );
  const when = valuesOf('revisit when')[0]?.value;
  return {
    tags: valuesOf('tags').flatMap(({ value }) => embedWords(value).split(/,\s*/)),
    ...(affects.length === 0 ? {} : { affects }),
    ...(on === undefined && when === undefined ? {} : { revisit: { on, when: when && embedWords(when) } }),
    extra: valuesOf(undefined).map(({ key, value }) => ({ key: escapeLine(key), value: embedWords(value) })),
  };
}

/** These facts with what people said in the fields for them: tags and paths are added, a day and a condition take precedence. */
export function withRecall(facts: FactsOfLines, { tags, affects, revisit }: Recall = noRecall): FactsOfLines {
  const paths = [...new Set([...affects, ...(facts.affects ?? [])])];
  const when = revisit.when === undefined ? undefined : typedLine(revisit.when);
  const again = { on: revisit.on ?? facts.revisit?.on, when: when ?? facts.revisit?.when };
  const { affects: _, revisit: __, ...rest } = facts;
  return {
    ...rest,
    tags: [...new Set([...escapeLines(tags), ...facts.tags])],
    ...(paths.length === 0 ? {} : { affects: paths }),
    ...(hasRevisit(again) ? { revisit: again } : {}),
  };
}
