import type { ModalView } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { longestInput, textInput } from '../form/inputs.ts';
import { context, input, plain, valueAction } from '../text/blocks.ts';
import { type ProposeMetadata, writeProposeMetadata } from './propose-metadata.ts';
import { draftFileTypes, type UploadedFile } from './uploaded-file.ts';

export const draftCallback = 'markdown_draft';

/** Asks for a Markdown draft, on top of the propose modal; for a file only if Gavel may read files. */
export function draftView({ forms, draftForm }: Language, metadata: ProposeMetadata, takesFiles: boolean): ModalView {
  return {
    type: 'modal',
    callback_id: draftCallback,
    private_metadata: writeProposeMetadata(metadata),
    title: plain(draftForm.title),
    submit: plain(draftForm.submit),
    close: plain(forms.back),
    blocks: [
      context(draftForm.introduction),
      input('draft', draftForm.draft, textInput(longestInput, { placeholder: draftForm.draftExample, isLong: true }), {
        optional: true,
        hint: draftForm.draftHint(longestInput, takesFiles),
      }),
      ...(takesFiles
        ? [
            input(
              'file',
              draftForm.file,
              { type: 'file_input', action_id: valueAction, filetypes: [...draftFileTypes], max_files: 1 },
              { optional: true, hint: draftForm.fileHint },
            ),
          ]
        : []),
    ],
  };
}

/** Reads the modal. */
export function readDraftView(values: StateValues): { pasted: string; file: UploadedFile | undefined } {
  const state = new FormState(values);
  return { pasted: state.text('draft'), file: state.files('file')[0] };
}
