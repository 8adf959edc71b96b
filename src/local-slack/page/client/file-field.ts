import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { asObjects, asText, asTexts, type JsonObject } from '../../json.ts';
import { attempt, post } from './act.ts';
import { place } from './place.ts';
import { type ElementProps, fieldKey, heldValue, problemOf, tellsAtOnce } from './surface.ts';
import { useField } from './use-field.ts';

/** Files to upload. */
export function FileField(props: ElementProps): VNode {
  const { element, labelId } = props;
  const [files, change] = useField<readonly JsonObject[]>(props, asObjects(heldValue(props)?.files));
  const key = fieldKey(props);
  const most = typeof element.max_files === 'number' ? element.max_files : 10;
  const tells = tellsAtOnce(props);
  const upload = (event: Event & { currentTarget: HTMLInputElement }): void => {
    const picked = [...(event.currentTarget.files ?? [])];
    void attempt(async () => change([...files, ...(await Promise.all(picked.map(send)))].slice(0, most), { tells }));
  };
  return html`<div class="file-field">
    <ul>${files.map(
      (file) => html`<li key=${asText(file.id)}>${asText(file.name)}
      <button type="button" class="link" onClick=${() =>
        change(
          files.filter((each) => each !== file),
          { tells },
        )}>Remove</button></li>`,
    )}</ul>
    <input id=${key} type="file" multiple=${most > 1} aria-labelledby=${labelId} aria-describedby=${`${key}-notes`}
      aria-invalid=${problemOf(props) === undefined ? undefined : 'true'}
      accept=${asTexts(element.filetypes)
        .map((type) => `.${type}`)
        .join(',')} onChange=${upload} />
  </div>`;
}

async function send(file: File): Promise<JsonObject> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return await post('upload', { as: place.value.as, name: file.name, base64 });
}
