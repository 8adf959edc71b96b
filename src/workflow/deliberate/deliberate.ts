import { randomUUID } from 'node:crypto';
import { phaseOf } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import { checkOpen } from '../../decision/outcome/outcome.ts';
import { type ArgumentKind, checkArgument, isSameArgument } from '../../decision/proposal/argument.ts';
import { findOption } from '../../decision/proposal/correction.ts';
import { checkOption, type OptionForm } from '../../decision/proposal/option.ts';
import { addOption } from '../../decision/proposal/proposal.ts';
import { findForActor } from '../access/access.ts';
import { changeDecision, type Move } from '../change/change.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';

/** Adds one person's reason to an option. Throws RuleBroken. */
export async function giveArgument(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  argument: { id: string; optionId: string | undefined; kind: ArgumentKind; text: string },
): Promise<void> {
  const text = checkArgument(argument.text);
  await findForActor(ports, decisionId, actor);
  await changeDecision(ports, decisionId, actor.userId, (decision) => {
    checkOpen(decision);
    const { id, kind } = argument;
    const option = findOption(decision, argument.optionId);
    const added = { id, optionId: option.id, kind, text, authorId: actor.userId, madeAt: ports.now() };
    // The id was made when the modal opened, so a second delivery of one submission adds nothing.
    if ([...decision.arguments, ...decision.withdrawn.arguments].some((known) => known.id === id)) return undefined;
    // Whoever opens the modal again and sends the same words has made one argument.
    if (decision.arguments.some((known) => isSameArgument(known, added))) return undefined;
    const own = decision.arguments.filter(
      ({ authorId, takenBy }) => authorId === actor.userId && takenBy === undefined,
    );
    if (own.length >= limits.argumentsEach) {
      throw new RuleBroken({ code: 'own share used', what: 'reasons', count: own.length }, { field: 'text' });
    }
    return {
      decision: { ...decision, arguments: [...decision.arguments, added] },
      kind: 'argument given',
      detail: { option: option.title, kind, text },
    };
  });
}

/** Adds an option, even while voting is open; the thread then says so. Throws RuleBroken. */
export async function giveOption(ports: Ports, decisionId: string, actor: Actor, form: OptionForm): Promise<void> {
  const option = checkOption(form, 0);
  await findForActor(ports, decisionId, actor);
  await changeDecision(ports, decisionId, actor.userId, (before) => {
    checkOpen(before);
    const decision = addOption(before, option, { id: randomUUID(), addedBy: actor.userId });
    const { title, emoji } = decision.options.at(-1) ?? { title: '', emoji: '' };
    const move: Move = { decision, kind: 'option added', detail: { title } };
    if (phaseOf(before) !== 'voting') return move;
    return { ...move, announcement: { kind: 'option added', by: actor.userId, title, emoji } };
  });
}
