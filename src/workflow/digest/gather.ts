type Tasks = readonly (() => Promise<unknown>)[] | [];
type Answers<All extends Tasks> = { -readonly [Place in keyof All]: Awaited<ReturnType<All[Place]>> };

/** Does several things, each of which may ask the database, and answers with all of their answers. */
export type Gather = <All extends Tasks>(tasks: All) => Promise<Answers<All>>;

/** All at once, each on a connection of its own. */
export const together: Gather = async <All extends Tasks>(tasks: All) =>
  (await Promise.all(tasks.map((task) => task()))) as Answers<All>;

/** One after the other: a transaction has one connection. */
export const inTurn: Gather = async <All extends Tasks>(tasks: All) => {
  const answers: unknown[] = [];
  for (const task of tasks) answers.push(await task());
  return answers as Answers<All>;
};
