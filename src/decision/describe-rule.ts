/** Minutes in the greatest unit that they fill: “3 days”, “1 hour”, “90 minutes”. */
export function describeMinutes(minutes: number): string {
  const units = [
    [24 * 60, 'day'],
    [60, 'hour'],
  ] as const;
  const [size, name] = units.find(([size]) => minutes >= size && minutes % size === 0) ?? [1, 'minute'];
  const count = (minutes - (minutes % size)) / size;
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
