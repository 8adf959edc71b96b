/** Words that begin what people type with a capital letter and are no names, in English. */
export const openings: ReadonlySet<string> = new Set(
  `The A An This That These Those There Here It Its He She They We You Our Your Their My His Her Everyone Everybody
  Nobody Someone Somebody Anyone Everything Nothing Something Anything All Any Both Each Every Either Neither Few Fewer
  Many Most More Much Several Some Such No Not None Never Always Already Also Almost Often Only Even Just Still Soon Too
  Very Quite Rather Well One Two Three Four Five In On At By For From To With Without Within Of Off Over Under After
  Before During Since Until Between Through Into Against About As If When While Where Because Although Though Unless
  Whether What Who How Why Which And But Or So Then Than Is Are Was Were Be Been Being Has Have Had Having Do Does Did
  Can Cannot Could May Might Must Shall Should Will Would Need Needs Requires Uses Using Makes Making Gives Takes Lets
  Allows Adds Costs Keeps Works Runs Supports Helps Avoids Easy Easier Hard Harder Simple Simpler Slow Slower Faster
  Cheap Cheaper Expensive Better Worse Good Bad New Old Small Smaller Large Larger Bigger High Higher Low Lower Long
  Longer Short Shorter Different Existing Another Other Others Same Mature Proven Familiar`.split(/\s+/),
);
