/** A kind of file in Slack's JSON (Slack: file objects, `mimetype`, `filetype`, `pretty_type`). */
export interface FileKind {
  readonly mimetype: string;
  readonly filetype: string;
  readonly pretty_type: string;
}

/** Kinds by the extension of a file name. Slack also looks at the content, so apps must check it themselves. */
const kinds: Readonly<Record<string, FileKind>> = {
  md: { mimetype: 'text/markdown', filetype: 'markdown', pretty_type: 'Markdown (raw)' },
  markdown: { mimetype: 'text/markdown', filetype: 'markdown', pretty_type: 'Markdown (raw)' },
  txt: { mimetype: 'text/plain', filetype: 'text', pretty_type: 'Plain Text' },
  csv: { mimetype: 'text/csv', filetype: 'csv', pretty_type: 'CSV' },
  json: { mimetype: 'application/json', filetype: 'json', pretty_type: 'JSON' },
  pdf: { mimetype: 'application/pdf', filetype: 'pdf', pretty_type: 'PDF' },
  png: { mimetype: 'image/png', filetype: 'png', pretty_type: 'PNG' },
  jpg: { mimetype: 'image/jpeg', filetype: 'jpg', pretty_type: 'JPEG' },
  zip: { mimetype: 'application/zip', filetype: 'zip', pretty_type: 'Zip' },
};

const unknownKind: FileKind = { mimetype: 'application/octet-stream', filetype: 'binary', pretty_type: 'Binary' };

/** The kind of a file by its name; binary if the extension is unknown. */
export function fileKind(name: string): FileKind {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return (Object.hasOwn(kinds, extension) ? kinds[extension] : undefined) ?? unknownKind;
}
