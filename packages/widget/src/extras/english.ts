import type { ExtraStrings } from '../strings/strings.ts';

export const english: ExtraStrings = {
  yours: 'Your conversations',
  earlier: 'Show earlier messages',
  notRead: 'The messages could not be loaded.',
  newWindow: 'opens in a new window',
  tryAgain: 'Try again',
  mute: 'Turn sound off',
  unmute: 'Turn sound on',
  askKeep: 'May this browser remember our conversation?',
  keep: 'Yes',
  notNow: 'Not now',
  askDetails: 'How may we reach you?',
  name: 'Your name',
  email: 'Your email',
  goOn: 'Go on',
  attach: 'Attach files',
  remove: 'Remove',
  notAttached: 'Not attached.',
};
