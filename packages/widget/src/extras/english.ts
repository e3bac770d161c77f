import type { ExtraStrings } from '../strings/strings.ts';

export const english: ExtraStrings = {
  yours: 'Your conversations',
  earlier: 'Show earlier messages',
  notRead: 'The messages could not be loaded.',
  newWindow: 'opens in a new window',
  mute: 'Turn sound off',
  unmute: 'Turn sound on',
  askKeep: 'May this browser remember our conversation?',
  keep: 'Yes',
  dontKeep: 'No',
  askName: 'What may we call you?',
  name: 'Your name',
  goOn: 'Go on',
  attach: 'Attach files',
  remove: 'Remove',
  notAttached: 'Not attached.',
};
