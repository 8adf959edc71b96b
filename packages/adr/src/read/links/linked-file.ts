/** The file that a relative link points to, without query and fragment; undefined for any other address. */
export function linkedFile(url: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/|^#|^$/i.test(url)) return undefined;
  const path = url.replace(/[?#].*$/s, '').replace(/^\.\//, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The relative link to a file, whatever its name is. `linkedFile` reads the same name back from it. */
export function urlOfFile(file: string): string {
  // encodeURI leaves these in place: they would start a query, fragment or scheme, or end the link or a quoted string.
  const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURI(file.toWellFormed()).replaceAll(/[?#:()']/g, percent);
}
