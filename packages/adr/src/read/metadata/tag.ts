/** The longest tag, in UTF-16 units. */
const longestTag = 40;

/**
 * A tag as it is compared: in lower case, with a hyphen for blanks and without other punctuation. Empty if nothing is left;
 * several of “#storage #search”.
 */
export function cleanTag(written: string): string[] {
  const tags = /^#\S+(?:\s+#\S+)+$/.test(written.trim()) ? written.trim().split(/\s+/) : [written];
  return tags.flatMap((tag) => {
    const bare = tag
      .trim()
      .toLowerCase()
      .replaceAll(/\s+/g, '-')
      .replaceAll(/[^\p{L}\p{M}\p{N}._/+#-]/gu, '');
    const clean = bare.replace(/^[#-]+/, '').slice(0, longestTag);
    return /[\p{L}\p{N}]/u.test(clean) ? [clean] : [];
  });
}
