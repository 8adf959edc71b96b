import type { ModalView } from '@slack/types';
import { FormState, type StateValues } from '../form/form-state.ts';
import { longestInput, textInput } from '../form/inputs.ts';
import { context, input, plain, valueAction } from '../text/blocks.ts';
import type { ProposeMetadata } from './propose-view.ts';
import { draftFileTypes, type UploadedFile } from './uploaded-file.ts';

export const draftCallback = 'markdown_draft';

/** Asks for a Markdown draft, on top of the propose modal. A file only where Gavel may read files. */
export function draftView(metadata: ProposeMetadata, takesFiles: boolean): ModalView {
  const most = `${longestInput.toLocaleString('en')} characters at the most`;
  const longer = takesFiles ? 'a longer draft fits into a file' : 'a longer draft fits behind `/adr propose`';
  return {
    type: 'modal',
    callback_id: draftCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain('Use a Markdown draft'),
    submit: plain('Fill in the form'),
    close: plain('Back'),
    blocks: [
      context('What the draft has takes its place in the form; what it does not have stays there as it is.'),
      input(
        'draft',
        'Draft',
        textInput(longestInput, { placeholder: '# Choose the backend language\n\n## Context\n\n…', isLong: true }),
        { optional: true, hint: `Markdown, ${most}; ${longer}.` },
      ),
      ...(takesFiles
        ? [
            input(
              'file',
              'Or a file',
              { type: 'file_input', action_id: valueAction, filetypes: [...draftFileTypes], max_files: 1 },
              { optional: true, hint: 'One .md, .markdown or .txt file of up to 1 MB.' },
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
