/** What the button says. */
export interface LauncherStrings {
  readonly open: string;
  readonly close: string;
  readonly unread: (count: number) => string;
  readonly notLoaded: string;
}

export const launcherStrings: LauncherStrings = {
  open: 'Open chat',
  close: 'Close chat',
  unread: (count) => (count === 1 ? '1 unread message' : `${count} unread messages`),
  notLoaded: 'The chat could not be loaded. Try again.',
};
