import { asText, at, type JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type ElementProps, fieldKey, heldValue, problemOf, typingTriggers } from '../blocks/surface.ts';
import { typingPause, useField } from '../fields/use-field.ts';
import { channelById, groupName, personById } from '../names.ts';
import { emojiCharacter } from '../text/emoji.ts';
import { keys } from './commands.ts';
import { readRichText } from './read-rich-text.ts';
import { ToolBar } from './tool-bar.ts';
import { writeRichText } from './write-rich-text.ts';

/** An editor for text with formatting, lists, quotations and code. */
export function RichTextField(props: ElementProps): VNode {
  const { element, labelId } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const adopt = (held: unknown): void => {
    const editor = view.current;
    if (editor === undefined) return;
    editor.updateState(EditorState.create({ doc: readRichText(held, labelOf), plugins: editor.state.plugins }));
    setState(editor.state);
  };
  const [value, change] = useField<unknown>(props, heldValue(props)?.rich_text_value ?? null, adopt);
  const [state, setState] = useState<EditorState | undefined>(undefined);
  const key = fieldKey(props);
  const isInvalid = problemOf(props) !== undefined;
  const changed = useRef<(doc: EditorState['doc']) => void>(() => undefined);
  changed.current = (doc) =>
    change(writeRichText(doc) ?? null, {
      dispatches: typingTriggers(props).includes('on_character_entered'),
      pause: typingPause,
    });

  useEffect(() => {
    if (place.current === null) return undefined;
    const editor = new EditorView(place.current, {
      state: EditorState.create({ doc: readRichText(value, labelOf), plugins: [history(), keymap(keys)] }),
      attributes: {
        id: key,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-describedby': `${key}-notes`,
        ...(labelId === undefined ? {} : { 'aria-labelledby': labelId }),
      },
      dispatchTransaction(transaction) {
        editor.updateState(editor.state.apply(transaction));
        setState(editor.state);
        if (transaction.docChanged) changed.current(editor.state.doc);
      },
    });
    view.current = editor;
    setState(editor.state);
    return () => editor.destroy();
  }, []);
  const isEmpty = state === undefined || writeRichText(state.doc) === undefined;
  const placeholder = asText(at(element.placeholder, 'text')) ?? '';
  return html`<div class=${`editor ${isInvalid ? 'invalid' : ''}`}>
    <${ToolBar} view=${() => view.current} state=${state} />
    <div class="editor-place" data-placeholder=${isEmpty && state?.doc.childCount === 1 ? placeholder : ''} ref=${place}></div>
  </div>`;
}

/** The text of a mention or emoji in the editor. */
function labelOf(element: JsonObject): string {
  const id = asText(element.user_id) ?? asText(element.channel_id) ?? asText(element.usergroup_id) ?? '';
  const labels: Readonly<Record<string, () => string | undefined>> = {
    user: () => `@${personById(id)?.name ?? id}`,
    channel: () => channelById(id)?.name ?? `#${id}`,
    usergroup: () => `@${groupName(id) ?? id}`,
    broadcast: () => `@${asText(element.range)}`,
    emoji: () => emojiCharacter(asText(element.name) ?? '') ?? `:${asText(element.name)}:`,
    date: () => asText(element.fallback) ?? asText(element.format),
    color: () => asText(element.value),
  };
  return labels[asText(element.type) ?? '']?.() ?? String(element.type);
}
