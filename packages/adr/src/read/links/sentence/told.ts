import type { Nodes } from 'mdast';
import { isInOpenBox } from '../../metadata/status-boxes.ts';
import { placeOf, type Source } from '../../source/source.ts';
import type { StatedLink } from '../../warning.ts';
import type { AdrLink } from '../link.ts';
import { lineBefore } from '../surroundings.ts';
import { statementsInDense } from './dense.ts';
import type { Reference } from './marks.ts';
import type { Statement } from './statement.ts';
import { statementsIn } from './statements.ts';
import { sentencesOf } from './tokens.ts';

/** What the sentences of a block say of the ADR that is named at a place. */
export type ToldAt = (offset: number) => StatedLink | 'none' | undefined;

/** What the sentences of a block say of other ADRs. */
export interface Told {
  readonly toldAt: ToldAt;
  /** The links to ADRs that are named by the names of their files, which begin with days. */
  readonly toldBySlug: () => readonly AdrLink[];
}

/** Reads what the sentences of a block say of other ADRs. This one may have a number. */
export function toldIn(source: Source, block: Nodes, own: number | undefined): Told {
  let told: readonly Statement[] | undefined;
  let byPlace: ReadonlyMap<number, StatedLink | 'none'> | undefined;
  const all = () => {
    told ??= paragraphsIn(block).flatMap((node) => toldInParagraph(source, node, own));
    return told;
  };
  return {
    toldAt(offset) {
      // What is said first of an ADR counts.
      byPlace ??= new Map(
        all()
          .toReversed()
          .map(([{ start }, kind]) => [start, kind] as const),
      );
      return byPlace.get(offset);
    },
    toldBySlug: () =>
      all().flatMap(([{ slug, start }, kind]): AdrLink[] => {
        if (slug === undefined || kind === 'none') return [];
        return [{ kind, url: `${slug}.md`, text: slug, line: lineAt(source, block, start) }];
      }),
  };
}

function lineAt({ text }: Source, block: Nodes, offset: number): number {
  const { start, line } = placeOf(block);
  return line + (text.slice(start, offset).match(/\n/g)?.length ?? 0);
}

/** Either a link or a number of an ADR has one of these. */
export const mayName = /\]\(|\d/;

function toldInParagraph(source: Source, node: Nodes, own: number | undefined): readonly Statement[] {
  const { start, end } = placeOf(node);
  const written = source.text.slice(start, end);
  const text = mayName.test(written) ? sentencesOf(source, written, start, own) : undefined;
  if (text === undefined) return [];
  const isLater = ({ number }: Reference) => (number === undefined || own === undefined ? undefined : number > own);
  return [
    ...statementsInDense(text.text, text.references),
    ...statementsIn(text.sentences, { language: source.language, isLater }),
  ].filter(([reference]) => !isInOpenBox(lineBefore(source, reference.start)));
}

function paragraphsIn(node: Nodes): Nodes[] {
  if (node.type === 'paragraph' || (node.type === 'heading' && node.depth === 1)) return [node];
  if (node.type === 'table' || !('children' in node)) return [];
  return node.children.flatMap((child: Nodes) => paragraphsIn(child));
}
