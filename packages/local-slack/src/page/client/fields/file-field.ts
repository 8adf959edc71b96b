import { asObjects, asText, asTexts, type JsonObject } from '@gavel/local-server/json.ts';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { LIMITS } from '../../../block-kit/schema/limits.ts';
import { attempt, post } from '../act.ts';
import { dispatchesAtOnce, type ElementProps, fieldKey, heldValue, problemOf } from '../blocks/surface.ts';
import { showToast } from '../controls/toasts.ts';
import { place } from '../place.ts';
import { useField } from './use-field.ts';

/** A field for uploading files. */
export function FileField(props: ElementProps): VNode {
  const { element, labelId } = props;
  const [files, change] = useField<readonly JsonObject[]>(props, asObjects(heldValue(props)?.files));
  const key = fieldKey(props);
  const most = typeof element.max_files === 'number' ? element.max_files : LIMITS.inputFiles.max;
  const dispatches = dispatchesAtOnce(props);
  const upload = (event: Event & { currentTarget: HTMLInputElement }): void => {
    const field = event.currentTarget;
    const picked = [...(field.files ?? [])];
    // Clear the field, so that the same file can be selected again. The list shows the uploaded files.
    field.value = '';
    if (files.length + picked.length > most) {
      showToast(`You can upload at most ${most} ${most === 1 ? 'file' : 'files'} here.`);
      return;
    }
    void attempt(async () => change([...files, ...(await Promise.all(picked.map(send)))], { dispatches }));
  };
  const remove = (file: JsonObject): void => {
    const left = files.filter((each) => each !== file);
    change(left, { dispatches });
    // The focused button is removed together with its file.
    document.getElementById(key)?.focus();
  };
  return html`<div class="file-field">
    <ul aria-live="polite">${files.map(
      (file) => html`<li key=${asText(file.id)}><span>📄 ${asText(file.name)}</span>
      <button type="button" class="link" aria-label=${`Remove ${asText(file.name)}`} onClick=${() => remove(file)}>Remove</button></li>`,
    )}</ul>
    <input id=${key} type="file" multiple=${most > 1} aria-labelledby=${labelId} aria-describedby=${`${key}-notes`}
      aria-invalid=${problemOf(props) === undefined ? undefined : 'true'}
      accept=${asTexts(element.filetypes)
        .map((type) => `.${type}`)
        .join(',')} onChange=${upload} />
  </div>`;
}

async function send(file: File): Promise<JsonObject> {
  const { max } = LIMITS.inputFileBytes;
  if (file.size > max)
    throw new Error(`${file.name} is too large: it has ${file.size} bytes, and the limit is ${max}.`);
  return await post('upload', { as: place.value.as, name: file.name, base64: await readBase64(file) });
}

/** Reads a file as base64. */
function readBase64(file: File): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(new Error(`${file.name} can’t be read.`));
    reader.readAsDataURL(file);
  });
}
