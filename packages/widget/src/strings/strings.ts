import type { LauncherStrings } from './launcher-strings.ts';

/** What the widget says. A host may put its own words in place of any of them. */
export interface Strings extends LauncherStrings {
  readonly chat: string;
  readonly greeting: readonly [hello: string, question: string];
  readonly start: string;
  readonly yours: string;
  readonly back: string;
  readonly team: string;
  readonly you: string;
  readonly teamReplies: string;
  readonly messages: string;
  readonly firstWords: string;
  readonly earlier: string;
  readonly notRead: string;
  readonly tryAgain: string;
  readonly write: string;
  readonly send: string;
  readonly offline: string;
  readonly sending: string;
  readonly waiting: string;
  readonly sent: string;
  readonly notSent: string;
  readonly newWindow: string;
  readonly mute: string;
  readonly unmute: string;
  readonly askKeep: string;
  readonly keep: string;
  readonly notNow: string;
  readonly askDetails: string;
  readonly name: string;
  readonly email: string;
  readonly goOn: string;
  readonly attach: string;
  readonly remove: string;
  readonly notAttached: string;
}

/** What only the parts say that are loaded later. */
export type ExtraStrings = Pick<
  Strings,
  | 'tryAgain'
  | 'yours'
  | 'earlier'
  | 'notRead'
  | 'newWindow'
  | 'mute'
  | 'unmute'
  | 'askKeep'
  | 'keep'
  | 'notNow'
  | 'askDetails'
  | 'name'
  | 'email'
  | 'goOn'
  | 'attach'
  | 'remove'
  | 'notAttached'
>;

/** The words of one language. What is said when nothing could be loaded is English, or the host's. */
export type LanguageStrings = Omit<Strings, 'notLoaded'>;

export const english: Omit<Strings, keyof LauncherStrings | keyof ExtraStrings> = {
  chat: 'Chat',
  greeting: ['Hi there.', 'How can we help?'],
  start: 'Start a conversation',
  back: 'Back to the start',
  team: 'Team',
  you: 'You',
  teamReplies: 'Replies appear here',
  messages: 'Messages',
  firstWords: 'What is it about?',
  write: 'Write a message',
  send: 'Send',
  offline: 'You are offline. What you write is sent when you are back.',
  sending: 'Sending',
  waiting: 'Waiting to be sent',
  sent: 'Sent',
  notSent: 'Not sent',
};
