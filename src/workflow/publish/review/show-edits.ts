import { titleOfRecord } from '../../../decision/decision.ts';
import type { MergedDifference } from '../../../decision/publication/merged-difference.ts';
import { findForReader } from '../../access/access.ts';
import type { Actor } from '../../ports/actor.ts';
import type { Ports } from '../../ports/ports.ts';
import { findEdits } from './edited-text.ts';

/** An ADR as Gavel wrote it last, and as it was merged. */
export interface EditedAdr {
  readonly decisionId: string;
  readonly title: string;
  readonly written: string;
  readonly merged: string;
  readonly difference: MergedDifference;
}

/**
 * How the ADR of a decision was edited in its review, for people who may see the decision; undefined if the two texts are
 * no longer known. Throws RuleBroken.
 */
export async function showEdits(ports: Ports, actor: Actor, decisionId: string): Promise<EditedAdr | undefined> {
  const decision = await findForReader(ports, decisionId, actor);
  const { written, merged = written } = (await ports.store.read.reviews.find(decisionId)) ?? {};
  if (written === undefined || merged === undefined) return undefined;
  return { decisionId, title: titleOfRecord(decision), written, merged, difference: compare(written, merged) };
}

function compare(written: string, merged: string): MergedDifference {
  const edits = findEdits(written, merged);
  const { chosen, status } = edits ?? {};
  return {
    isSame: edits === undefined,
    status,
    chosen: chosen && { from: chosen.from ?? '', to: chosen.to ?? '' },
  };
}
