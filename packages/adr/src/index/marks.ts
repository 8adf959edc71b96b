/** Marks around words, each with the one that closes it. */
export const pairs: Readonly<Record<string, string>> = {
  '(': ')',
  '（': '）',
  '*': '*',
  _: '_',
  '`': '`',
  '"': '"',
  '“': '”',
  '„': '“',
};
