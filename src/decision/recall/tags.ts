import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { checkLength, cleanText } from '../text.ts';

/** Characters of a tag: letters with their marks, digits, and what names of technologies contain, as in “c++” or “.net”. */
const ofTags = /[\p{L}\p{M}\p{N}._/+#-]/u;
const notOfTags = new RegExp(`[^${ofTags.source.slice(1, -1)}]`, 'gu');

// “#storage #kafka” are two tags, “c#” is one.
const betweenTags = /[\n,;，、؛،]| (?=#)/;

/**
 * Makes a tag of what somebody wrote: lower case, with hyphens for blanks, without the “#” in front of a hashtag and
 * whatever no tag contains. It may be empty.
 */
export function cleanTag(written: string): string {
  const words = cleanText(written).toLocaleLowerCase('en').replaceAll(/\s+/g, '-');
  return words
    .replaceAll(notOfTags, '')
    .replaceAll(/^[-#]+|(?<!-)-+$/g, '')
    .normalize('NFC');
}

/**
 * Reads the tags that somebody typed: “storage, kafka”, one to a line or as hashtags; each tag once. Throws RuleBroken
 * under `tags` if one is too long or has characters that no tag has, or if there are too many.
 */
export function checkTags(typed: string): string[] {
  const at = { field: 'tags' } as const;
  const tags = cleanText(typed)
    .replaceAll(/[^\S\n]+/g, ' ')
    .split(betweenTags)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const tag = cleanTag(part);
      const strange = [...new Set(part.replaceAll(/\s/g, '').match(notOfTags))];
      if (tag === '' || strange.length > 0) throw new RuleBroken({ code: 'unusable tag', tag: part, strange }, at);
      checkLength(tag, limits.tag, 'tag', at);
      return tag;
    });
  const different = [...new Set(tags)];
  if (different.length > limits.tags) {
    throw new RuleBroken({ code: 'too many', what: 'tags', count: different.length, most: limits.tags }, at);
  }
  return different;
}
