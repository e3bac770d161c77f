import type { IntegratorScope } from '@deskkit/core';

/** One line of the page "Who may do what": what each kind of caller may do. `seen`: only what it can see. */
interface Right {
  readonly owner: boolean;
  readonly admin: boolean;
  readonly member: 'all' | 'seen' | 'none';
  readonly integrator: IntegratorScope | 'any' | null;
  readonly visitor: 'own' | 'none';
  readonly host: boolean;
}

const team = { owner: true, admin: true, member: 'none', integrator: null, visitor: 'none', host: false } as const;

/** The page, line by line. It is not made from the code: the code is held against it. */
const page = {
  'read conversations': { ...team, member: 'seen', integrator: 'conversations:read' },
  'work on conversations': { ...team, member: 'seen', integrator: 'conversations:write' },
  'take somebody else out of a share': team,
  'hand in mail': { ...team, owner: false, admin: false, integrator: 'mail:write' },
  'log of inbound mail': { ...team, integrator: 'settings:read' },
  'change suppressions': { ...team, integrator: 'settings:write' },
  'own things': { ...team, member: 'all' },
  'own things on conversations': { ...team, member: 'seen' },
  'read words': { ...team, member: 'all', integrator: 'conversations:read' },
  'change words': { ...team, integrator: 'settings:write' },
  'own saved views': { ...team, member: 'all' },
  'read contacts': { ...team, member: 'seen', integrator: 'contacts:read' },
  'edit contacts': { ...team, member: 'seen', integrator: 'contacts:write' },
  'merge, export, forget contacts': { ...team, integrator: 'contacts:admin', host: true },
  'see people': { ...team, member: 'all', integrator: 'people:read', host: true },
  'who am I': { ...team, member: 'all', integrator: 'any' },
  'invite, role, deactivate': { ...team, host: true },
  'change teams': { ...team, integrator: 'people:write', host: true },
  'read settings': { ...team, integrator: 'settings:read', host: true },
  'change settings': { ...team, integrator: 'settings:write', host: true },
  'api keys': { ...team, host: true },
  'delete the workspace': { ...team, admin: false, host: true },
  workspaces: { ...team, owner: false, admin: false, host: true },
  'own conversations': { ...team, owner: false, admin: false, visitor: 'own' },
} as const satisfies Record<string, Right>;

export type PageLine = keyof typeof page;

export function rightOf(line: PageLine): Right {
  return page[line];
}
