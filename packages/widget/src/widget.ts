/** A message from the team, as it arrives. */
export interface WidgetMessage {
  readonly conversation: string;
  readonly id: string;
  /** Of the teammate who wrote it. */
  readonly name: string | null;
  readonly text: string;
}

/** What a page can hear: the panel opened, it closed, a message from the team came, and how many are unread. */
export interface WidgetEvents {
  open: undefined;
  close: undefined;
  message: WidgetMessage;
  unread: number;
}

export type WidgetListener<Name extends keyof WidgetEvents> = (value: WidgetEvents[Name]) => void;

/** The widget on a page. */
export interface Widget {
  open(): void;
  close(): void;
  toggle(): void;
  /** Takes the button off the page, and the panel with it, until `show`. */
  hide(): void;
  show(): void;
  /** Opens the panel at a new conversation, with `text` in the field, to be sent by the visitor. */
  startConversation(text?: string): void;
  /** Says who the visitor is, by a JWT that the host signed. Somebody else than before begins with nothing. */
  identify(identity: string): void;
  /** Forgets the visitor, and all that this browser kept of them. */
  signOut(): void;
  /** Speaks another language from now on. */
  setLocale(locale: string): void;
  /** Calls back when it happens. Gives back what ends it, as `off` does. */
  on<Name extends keyof WidgetEvents>(name: Name, listener: WidgetListener<Name>): () => void;
  off<Name extends keyof WidgetEvents>(name: Name, listener: WidgetListener<Name>): void;
  /** Takes it off the page for good. What was kept stays kept. */
  unmount(): void;
}
