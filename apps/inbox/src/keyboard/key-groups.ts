/** Every single key, with the text (below `help`) that says what it does. */
export const KEY_GROUPS = [
  {
    title: 'everywhere',
    keys: [
      ['Ctrl+K', 'palette'],
      ['?', 'help'],
    ],
  },
  {
    title: 'inList',
    keys: [
      ['j', 'next'],
      ['k', 'previous'],
      ['Enter', 'open'],
      ['/', 'search'],
      ['x', 'select'],
      ['b', 'bulk'],
    ],
  },
  {
    title: 'inReport',
    keys: [
      ['1–5', 'classes'],
      ['r', 'reply'],
      ['Ctrl+Enter', 'send'],
      ['t', 'template'],
      ['n', 'note'],
      ['v', 'verify'],
      ['d', 'dispose'],
      ['e', 'finish'],
      ['a', 'assign'],
      ['z', 'snooze'],
      ['l', 'tag'],
      ['Esc', 'back'],
    ],
  },
] as const;

/** What the command palette offers while a report is open. */
export const REPORT_COMMANDS = KEY_GROUPS[2].keys.filter(([key]) => key.length === 1);
