/**
 * What `write` makes of the largest number of lines, from `most` down, that `fits`; or of no lines, if nothing does.
 */
export function fitLines<T>(most: number, write: (lines: number) => T, fits: (written: T) => boolean): T {
  for (let lines = most; lines > 0; lines -= 1) {
    const written = write(lines);
    if (fits(written)) return written;
  }
  return write(0);
}
