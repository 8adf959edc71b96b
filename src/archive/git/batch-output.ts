import { isUtf8 } from 'node:buffer';
import type { FileText } from '../../workflow/ports/archive/snapshot.ts';

/** Takes the output of `git cat-file --batch` in chunks of any size. */
export interface BatchOutput {
  /** Returns `enough` at the first file with more bytes than are kept: nothing after it is needed. */
  receive(chunk: Buffer): 'enough' | undefined;
  /** The texts by git's id of the content, without the ids that git did not find. */
  readonly texts: ReadonlyMap<string, FileText>;
}

/** A file being read: its bytes so far, and how many of them, and of the line end after them, are still to come. */
interface Underway {
  readonly id: string;
  readonly size: number;
  readonly kept: Buffer[];
  left: number;
}

/**
 * Turns the output of `git cat-file --batch` into texts: for each file `<id> blob <size>`, its bytes, and a line end.
 * At most so many bytes of a file are kept.
 */
export function openBatchOutput(most: number): BatchOutput {
  const texts = new Map<string, FileText>();
  let header = '';
  let file: Underway | undefined;

  /** Each takes its own part from the front of the chunk, and says how much that was. */
  function takeHeader(chunk: Buffer): number {
    const end = chunk.indexOf('\n');
    header += chunk.toString('latin1', 0, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.length;
    const [id = '', kind, size] = header.split(' ');
    if (kind !== 'missing') file = { id, size: Number(size), kept: [], left: Number(size) + 1 };
    header = '';
    return end + 1;
  }

  function takeBytes(chunk: Buffer, from: Underway): number {
    const length = Math.min(chunk.length, from.left);
    const at = from.size + 1 - from.left;
    const wanted = Math.min(from.size, most);
    if (at < wanted) from.kept.push(Buffer.from(chunk.subarray(0, Math.min(length, wanted - at))));
    from.left -= length;
    const isCut = from.size > most && at + length >= most;
    if (from.left === 0 || isCut) {
      texts.set(from.id, toText(Buffer.concat(from.kept), from.size));
      file = undefined;
    }
    return isCut ? Number.POSITIVE_INFINITY : length;
  }

  return {
    texts,
    receive(chunk) {
      for (let rest = chunk; rest.length > 0; ) {
        const taken = file ? takeBytes(rest, file) : takeHeader(rest);
        if (taken > rest.length) return 'enough';
        rest = rest.subarray(taken);
      }
      return undefined;
    },
  };
}

/** The text, including its byte order mark. If the file was cut within a character, that character is left out. */
function toText(bytes: Buffer, size: number): FileText {
  const isWhole = bytes.length === size;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: !isWhole });
  return { text, isExact: isWhole && isUtf8(bytes) };
}
