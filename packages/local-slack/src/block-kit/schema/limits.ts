/** An inclusive range of characters, items or units, and the source of the figures. A missing end is unlimited. */
export interface Limit {
  readonly min?: number;
  readonly max?: number;
  readonly source: string;
}

/**
 * All limits of Block Kit that the local Slack enforces. If two sources disagree, the stricter one counts. "Slack: x"
 * is the page on docs.slack.dev; "types" is the JSDoc of `@slack/types` 3.2.
 */
export const LIMITS = {
  // Surfaces
  messageBlocks: { max: 50, source: 'Slack: blocks' },
  viewBlocks: { max: 100, source: 'Slack: blocks' },
  messageCharacters: { max: 13_200, source: 'undocumented; measured in bolt-js#2509' },
  markdownText: { min: 1, max: 12_000, source: 'Slack: chat.postMessage' },
  viewBytes: { max: 250_000, source: 'Slack: views.open, view_too_large' },
  viewTitle: { min: 1, max: 24, source: 'Slack: modal views (title, submit, close)' },
  privateMetadata: { max: 3000, source: 'Slack: views' },
  callbackId: { max: 255, source: 'Slack: views' },
  externalId: { max: 255, source: 'Slack: views' },
  focusedElements: { max: 1, source: 'Slack: focus_on_load' },
  tablesInMessage: { max: 1, source: 'Slack: table block' },
  cellCharacters: { max: 20_000, source: 'Slack: data table block, "across all table cells for a single message"' },

  // Blocks
  blockId: { min: 1, max: 255, source: 'Slack: blocks' },
  sectionText: { min: 1, max: 3000, source: 'Slack: section block' },
  sectionFields: { min: 1, max: 10, source: 'Slack: section block' },
  sectionField: { min: 1, max: 2000, source: 'Slack: section block' },
  headerText: { min: 1, max: 150, source: 'Slack: header block' },
  contextElements: { min: 1, max: 10, source: 'Slack: context block' },
  actionsElements: { min: 1, max: 25, source: 'Slack: actions block' },
  contextActionsElements: { min: 1, max: 5, source: 'Slack: context actions block' },
  imageUrl: { min: 1, max: 3000, source: 'Slack: image block' },
  imageAltText: { min: 1, max: 2000, source: 'Slack: image block' },
  imageTitle: { min: 1, max: 2000, source: 'Slack: image block' },
  inputLabel: { min: 1, max: 2000, source: 'Slack: input block' },
  inputHint: { min: 1, max: 2000, source: 'Slack: input block' },
  markdownBlocks: { min: 1, max: 12_000, source: 'Slack: markdown block, all of one payload together' },
  tableRows: { min: 1, max: 100, source: 'Slack: table block' },
  tableCells: { min: 1, max: 20, source: 'Slack: table block' },
  tableColumnSettings: { max: 20, source: 'Slack: table block' },
  tableCharacters: { max: 10_000, source: 'Slack: table block' },
  dataTableRows: { min: 2, max: 201, source: 'Slack: data table block, the header included' },
  dataTableCells: { min: 1, max: 20, source: 'Slack: data table block' },
  dataTablePage: { min: 1, max: 100, source: 'Slack: data table block' },
  dataTableColumn: { min: 0, max: 19, source: 'Slack: data table block, an index of a column' },
  alertText: { min: 1, max: 200, source: 'Slack: alert block' },
  cardTitle: { min: 1, max: 150, source: 'Slack: card block (title, subtitle)' },
  cardBody: { min: 1, max: 200, source: 'Slack: card block (body, subtext)' },
  cardActions: { min: 1, max: 3, source: 'Slack: card block' },
  containerTitle: { min: 1, max: 150, source: 'Slack: container block (title, subtitle)' },
  containerBlocks: { min: 1, max: 10, source: 'Slack: container block' },
  videoTitle: { min: 1, max: 199, source: 'types: VideoBlock, "less than 200"' },
  videoAuthor: { min: 1, max: 49, source: 'types: VideoBlock, "less than 50"' },

  // Composition objects
  text: { min: 1, max: 3000, source: 'Slack: text object' },
  options: { min: 1, max: 100, source: 'Slack: select menus' },
  optionGroups: { min: 1, max: 100, source: 'Slack: select menus' },
  fewOptions: { min: 1, max: 10, source: 'Slack: checkboxes, radio buttons' },
  overflowOptions: { min: 1, max: 5, source: 'Slack: overflow menu' },
  optionText: { min: 1, max: 75, source: 'Slack: option object' },
  optionDescription: { min: 1, max: 75, source: 'Slack: option object' },
  optionValue: { min: 1, max: 150, source: 'Slack: option object; python-slack-sdk (types says 75)' },
  optionGroupLabel: { min: 1, max: 75, source: 'Slack: option group object' },
  confirmTitle: { min: 1, max: 100, source: 'Slack: confirmation dialog object' },
  confirmText: { min: 1, max: 300, source: 'Slack: confirmation dialog object' },
  confirmButton: { min: 1, max: 30, source: 'Slack: confirmation dialog object' },
  dispatchTriggers: { min: 1, max: 2, source: 'Slack: dispatch action configuration object' },
  filterConversations: { min: 1, max: 4, source: 'Slack: conversation filter object' },

  // Elements
  actionId: { min: 1, max: 255, source: 'Slack: block elements' },
  buttonText: { min: 1, max: 75, source: 'Slack: button' },
  buttonValue: { max: 2000, source: 'Slack: button' },
  url: { min: 1, max: 3000, source: 'Slack: button, option object' },
  accessibilityLabel: { min: 1, max: 75, source: 'Slack: button' },
  placeholder: { min: 1, max: 150, source: 'Slack: placeholders' },
  selectedItems: { min: 1, source: 'Slack: multi-select menus' },
  inputMinLength: { min: 0, max: 3000, source: 'Slack: plain-text input' },
  inputMaxLength: { min: 1, max: 3000, source: 'Slack: plain-text input' },
  inputInitialValue: { max: 3000, source: 'Slack: plain-text input' },
  inputFiles: { min: 1, max: 10, source: 'Slack: file input' },
  inputFileBytes: { max: 10_000_000, source: 'Slack: file input, "10MB file size limit"' },
  inputLines: { min: 1, max: 100, source: 'types: RichTextInput' },
  dateTime: { min: 1_000_000_000, max: 9_999_999_999, source: 'Slack: datetime picker, "10 digits"' },

  // Rich text
  richTextElements: { min: 1, source: 'Slack: rich text block' },
  listIndent: { min: 0, max: 8, source: 'types: RichTextList' },
  border: { min: 0, max: 1, source: 'types: RichTextBorderable' },
} as const satisfies Readonly<Record<string, Limit>>;

/** Any length or count, because Slack gives no figure. */
export const ANY: Limit = { source: 'no figure known' };

/** At least one character or item. No maximum is known. */
export const SOME: Limit = { min: 1, source: 'Slack refuses empty strings and lists' };
