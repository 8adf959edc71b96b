import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import type { IconName } from '../controls/icon.ts';
import { richTextSchema } from './schema.ts';

const { nodes, marks } = richTextSchema;

/** A tool in the toolbar of the text editor. `isOn` says whether it is active at the cursor. */
export interface Tool {
  readonly name: string;
  readonly icon: IconName;
  readonly key: string;
  readonly run: Command;
  readonly isOn: (state: EditorState) => boolean;
}

/** The tools, with the order and the keys of Slack's editor. */
export const tools: readonly Tool[] = [
  markTool('Bold', 'bold', 'Mod-b', marks.bold),
  markTool('Italic', 'italic', 'Mod-i', marks.italic),
  markTool('Strikethrough', 'strike', 'Mod-Shift-x', marks.strike),
  markTool('Code', 'code', 'Mod-Shift-c', marks.code),
  listTool('Numbered list', 'numbers', 'Mod-Shift-7', nodes.ordered_list),
  listTool('Bulleted list', 'bullets', 'Mod-Shift-8', nodes.bullet_list),
  { name: 'Indent', icon: 'indent', key: 'Tab', run: sinkListItem(nodes.list_item), isOn: () => false },
  { name: 'Outdent', icon: 'outdent', key: 'Shift-Tab', run: liftListItem(nodes.list_item), isOn: () => false },
  {
    name: 'Quote',
    icon: 'quote',
    key: 'Mod-Shift-9',
    run: (state, dispatch) =>
      isInside(state, nodes.blockquote) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch),
    isOn: (state) => isInside(state, nodes.blockquote),
  },
  {
    name: 'Code block',
    icon: 'codeblock',
    key: 'Mod-Alt-Shift-c',
    run: (state, dispatch) =>
      setBlockType(isInside(state, nodes.code_block) ? nodes.paragraph : nodes.code_block)(state, dispatch),
    isOn: (state) => isInside(state, nodes.code_block),
  },
];

/** The commands of all keys. Outside a list, Tab moves to the next field. */
export const keys: Readonly<Record<string, Command>> = {
  ...baseKeymap,
  Enter: chainCommands(splitListItem(nodes.list_item), leaveQuote, baseKeymap.Enter ?? (() => false)),
  'Shift-Enter': chainCommands(exitCode, (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
    return true;
  }),
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  ...Object.fromEntries(tools.map(({ key, run }) => [key, run])),
};

/** Turns the selection into a link, or inserts the URL as a link. */
export function putLink(url: string): Command {
  return (state, dispatch) => {
    const mark = marks.link.create({ url });
    const { from, to, empty } = state.selection;
    const change = empty ? state.tr.insert(from, richTextSchema.text(url, [mark])) : state.tr.addMark(from, to, mark);
    dispatch?.(change.scrollIntoView());
    return true;
  };
}

function markTool(name: string, icon: IconName, key: string, type: MarkType): Tool {
  const isOn = ({ selection, doc, storedMarks }: EditorState): boolean => {
    const { from, to, empty, $from } = selection;
    return empty ? type.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, type);
  };
  return { name, icon, key, run: toggleMark(type), isOn };
}

function listTool(name: string, icon: IconName, key: string, type: NodeType): Tool {
  const run: Command = (state, dispatch) =>
    isInside(state, type) ? liftListItem(nodes.list_item)(state, dispatch) : wrapInList(type)(state, dispatch);
  return { name, icon, key, run, isOn: (state) => isInside(state, type) };
}

/** Leaves a quotation on an empty line. */
function leaveQuote(state: EditorState, dispatch?: (transaction: Transaction) => void): boolean {
  const { $from, empty } = state.selection;
  const isEmptyLine = empty && $from.parent.content.size === 0 && isInside(state, nodes.blockquote);
  return isEmptyLine && lift(state, dispatch);
}

function isInside({ selection: { $from } }: EditorState, type: NodeType): boolean {
  return Array.from({ length: $from.depth + 1 }, (_unused, depth) => $from.node(depth)).some(
    (node) => node.type === type,
  );
}
