import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { contentOfRecord } from '../../src/adr/content-of-record.ts';
import { isLossless } from '../../src/adr/doctor/report.ts';
import { parseMarkdownFile } from '../../src/adr/markdown.ts';
import { readAdr } from '../../src/adr/read/read-adr.ts';
import { renderAdr } from '../../src/adr/render.ts';
import { haveSameTree } from '../../src/adr/same-tree.ts';
import { learnStyle } from '../../src/adr/style/learn-style.ts';
import { madrStyle } from '../../src/adr/style/madr-style.ts';
import { writeAdr } from '../../src/adr/write/write-adr.ts';
import { dialectNames, readDialect } from './dialects/read-dialect.ts';
import { nastyText } from './nasty-text.ts';
import { accepted, minimal, nasty, rejected } from './sample-records.ts';

const styles = dialectNames.map((name) => learnStyle([{ name: `0001-${name}.md`, text: readDialect(name) }]));

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? [...node.children].flatMap(nodesOf) : [])];
}

describe('contentOfRecord', () => {
  it.each([
    ['minimal', minimal],
    ['accepted', accepted],
    ['rejected', rejected],
    ['nasty', nasty],
  ])('gives the %s ADR the tree that renderAdr gives it, in MADR 4', (_, record) => {
    const written = writeAdr(contentOfRecord(record, 7, { withVotes: true }), madrStyle);
    expect([haveSameTree(written, renderAdr(record)), written]).toEqual([true, written]);
  });

  it('leaves out the votes where the house has no place for them', () => {
    expect(contentOfRecord(accepted, 7, { withVotes: false }).bodies['more-information']).toBeUndefined();
  });

  it('lets nothing that was typed become HTML, a mention or front matter in any house', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(nastyText, nastyText, nastyText, fc.constantFrom(madrStyle, ...styles), (one, two, three, style) => {
        const record = {
          ...accepted,
          title: one,
          decisionMakers: [two],
          drivers: [three],
          options: [{ title: two, description: three, arguments: [{ kind: 'pro', text: one, by: two } as const] }],
          outcome: { chosen: two, justification: one },
          consequences: [{ kind: 'bad', text: three } as const],
        };
        const written = writeAdr(contentOfRecord(record, 7, { withVotes: false }), style);
        const nodes = nodesOf(parseMarkdownFile(written));
        // One of the houses has this in a heading of its own.
        const html = nodes.filter((node) => node.type === 'html' && node.value !== '<!-- optional -->');
        expect(html).toEqual([]);
        const texts = nodes.flatMap((node) => (node.type === 'text' ? [node.value] : []));
        expect(texts.filter((text) => /(?<![a-z0-9])@[a-z0-9]/i.test(text))).toEqual([]);
        expect(nodes.filter(({ type }) => type === 'yaml')).toHaveLength(style.frontMatter === undefined ? 0 : 1);
        expect(isLossless(readAdr(written), written)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
