/** A reason as somebody would enter it: for which option, what it is, and its words. */
export type Reason = readonly [option: string, kind: string, because: string];

/** An ADR as a person who types it into the form sees it, read without any of our own code. */
export interface Seed {
  readonly text: string;
  readonly fileName: string;
  readonly title: string;
  readonly context: string;
  /** Includes the chosen one, if the file lists only the others. */
  readonly options: readonly string[];
  readonly reasons: readonly Reason[];
  /** Everything that has no field, by its heading. */
  readonly sections: readonly (readonly [string, string])[];
  readonly chosen: string;
}

/** Searches a file in one of the four dialects. */
export function readSeed(text: string): Seed {
  const [head = '', ...parts] = text.split(/^## /m);
  const [, digits = '', title = ''] = /^# ADR[- ](\d+): (.*)$/m.exec(head) ?? [];
  const chapters = parts.map((part): [string, string] => {
    const end = part.indexOf('\n');
    return [
      part.slice(0, end),
      part
        .slice(end)
        .replace(/\n---\s*$/, '')
        .trim(),
    ];
  });
  const bodyOf = (heading: string) => chapters.find(([name]) => name === heading)?.[1] ?? '';
  const [context = '', nested = ''] = bodyOf('Context').split(/^### .*$/m);
  const [heading = '', apart = ''] =
    chapters.find(([name]) => /^(?:options|alternatives) considered$/i.test(name)) ?? [];
  const blocks = blocksOf(nested.trim() === '' ? apart : nested);
  const listed = blocks.map(({ option }) => option);
  const [lead = ''] = bodyOf('Decision').split('\n\n');
  const marked = /^\d\. \*\*(.+?)\*\* \(chosen\)/m.exec(nested)?.[1];
  const named = listed.find((option) => option.split(/ [+/] /).every((word) => lead.includes(word)));
  const chosen = marked ?? named ?? /(?:chose|will (?:use|write)) \**([\w.#]+)/.exec(lead)?.[1] ?? '';
  const own = chapters.filter(([name]) => !['Status', 'Context', heading].includes(name));
  return {
    text,
    fileName: `${digits}-seed.md`,
    title,
    context: context.trim(),
    options: listed.includes(chosen) ? listed : [...listed, chosen],
    reasons: blocks.flatMap(reasonsOf),
    sections: withRemark(own),
    chosen,
  };
}

interface Block {
  readonly option: string;
  readonly lines: readonly string[];
}

/** An option is a heading, or a numbered line in bold. */
function blocksOf(text: string): Block[] {
  const blocks: { option: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const groups = /^(?:### (?<heading>.*)|\d\. \*\*(?<bold>.+?)\*\*(?<note>.*))$/.exec(line)?.groups;
    const option = groups?.heading ?? (groups ? `${groups.bold}${groups.note?.replace(' (chosen)', '')}` : undefined);
    if (option !== undefined) blocks.push({ option, lines: [] });
    else blocks.at(-1)?.lines.push(line.trim());
  }
  return blocks;
}

const kinds: Readonly<Record<string, string>> = {
  Pros: 'Pro: it speaks for it',
  Cons: 'Con: it speaks against it',
  Verdict: 'Neutral: good to know',
};

function reasonsOf({ option, lines }: Block): Reason[] {
  let kind = '';
  return lines.flatMap((line): Reason[] => {
    const [, label = '', rest = ''] = /^(?:- )?\**(Pros|Cons|Verdict)\**:?\**:? ?(.*)$/.exec(line) ?? [];
    if (label !== '') kind = kinds[label] ?? '';
    if (label === 'Verdict') return [[option, kind, `Verdict: ${rest}`]];
    const words = label === '' ? (/^- (.*)$/.exec(line)?.[1] ?? '') : '';
    const all = label === '' ? [words] : rest.split(/, (?![^(]*\))/);
    return all.filter((because) => because !== '').map((because) => [option, kind, because]);
  });
}

/** What comes after everything else is a section of its own, although it has no heading. */
function withRemark(chapters: readonly [string, string][]): [string, string][] {
  const sections = [...chapters];
  const [name = '', body = ''] = sections.at(-1) ?? [];
  const remark = /\n\n(?:---\n\n)?(\*\*(?:Decision|Status)\b.*)$/.exec(body);
  if (remark === null) return sections;
  sections.splice(-1, 1, [name, body.slice(0, remark.index)], ['Closing remark', remark[1] ?? '']);
  return sections;
}
