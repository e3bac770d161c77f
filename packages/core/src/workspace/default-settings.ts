import type { Workspace } from './workspace.ts';

/** The settings of a workspace that nobody has changed. */
export const defaultSettings = {
  isolation: 'on',
  keepTimedSnoozes: false,
  reopenWithinDays: 90,
  undoSeconds: 10,
  hours: null,
  typicalReplyMinutes: null,
  autoAnswers: { acknowledgement: null, outOfHours: null },
  assignment: { kind: 'manual' },
  attributes: { conversation: {}, contact: {} },
  widget: {
    colour: '#1f5eff',
    position: 'end',
    greeting: '',
    identity: 'optional',
    askEmail: 'after',
    rating: false,
    origins: [],
  },
  retentionDays: null,
} as const satisfies Partial<Workspace>;
