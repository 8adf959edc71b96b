/**
 * What `write` makes of the largest number of lines, up to `most`, that `fits`; or of no lines, if nothing does. With
 * fewer lines, what is written must not become larger.
 */
export function fitLines<T>(most: number, write: (lines: number) => T, fits: (written: T) => boolean): T {
  const whole = write(Math.max(most, 0));
  if (most <= 0 || fits(whole)) return whole;
  let fitting = write(0);
  let [fewest, many] = [0, most];
  while (many - fewest > 1) {
    const between = Math.floor((fewest + many) / 2);
    const written = write(between);
    if (fits(written)) [fewest, fitting] = [between, written];
    else many = between;
  }
  return fitting;
}
