/**
 * A title for the record of a decision whose title asks something, made of the question and the chosen option. Undefined
 * if the title asks nothing, or the option alone says nothing. People can still change it.
 */
export type WriteAnswerTitle = (question: string, option: string) => string | undefined;
