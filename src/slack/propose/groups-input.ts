import type { InputBlock, PlainTextOption } from '@slack/types';
import type { UserGroup } from '../../decision/decision.ts';
import type { Language } from '../../words/language.ts';
import type { FormState } from '../form/form-state.ts';
import { kept } from '../form/inputs.ts';
import { choice, input, plain, valueAction } from '../text/blocks.ts';

export const groupsBlock = 'groups';

/** The maximum number of items in a select (Slack: select menus, options). */
const longestMenu = 100;

// The handle goes along, so that a submitted form need not ask Slack for a group's name.
function groupChoice({ id, handle }: UserGroup): PlainTextOption {
  return choice(`@${handle}`, `${id} ${handle}`);
}

/** Asks for groups of deciders; empty if Slack shows us none. Groups chosen before are always among the items. */
export function groupsInput(
  { proposeForm }: Language,
  groups: readonly UserGroup[],
  chosen: readonly UserGroup[],
): InputBlock[] {
  const others = groups.filter(({ id }) => !chosen.some((group) => group.id === id));
  if (groups.length === 0) return [];
  const byHandle = others.toSorted((a, b) => (a.handle < b.handle ? -1 : 1));
  const options = [...chosen, ...byHandle].slice(0, longestMenu).map(groupChoice);
  const initial = options.slice(0, Math.min(chosen.length, longestMenu));
  return [
    input(
      groupsBlock,
      proposeForm.groups,
      {
        type: 'multi_static_select',
        action_id: valueAction,
        placeholder: plain(proposeForm.noGroup),
        options,
        ...(initial.length > 0 ? { initial_options: initial } : {}),
      },
      {
        ...kept,
        optional: true,
        hint: proposeForm.groupsHint,
      },
    ),
  ];
}

/** Reads which groups were chosen; if the form does not show them, those chosen before. */
export function readGroups(state: FormState, before: readonly UserGroup[]): readonly UserGroup[] {
  if (!state.has(groupsBlock)) return before;
  return state.choices(groupsBlock).map((value) => {
    const [id = '', ...handle] = value.split(' ');
    return { id, handle: handle.join(' ') };
  });
}
