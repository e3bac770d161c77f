import type { Conversation } from '../conversation/conversation.ts';
import type { Actor, IntegratorScope } from '../people/actor.ts';
import type { Role } from '../people/teammate.ts';
import { inScope, scope } from './scope.ts';

interface Rule {
  /** The least role, seeing the conversation granted where there is one. */
  readonly teammate?: Role;
  readonly integrator?: IntegratorScope;
  /** In conversations that the visitor holds. */
  readonly visitor?: true;
  readonly host?: true;
}

const rules = {
  read: { teammate: 'member', integrator: 'conversations:read', visitor: true },
  write: { teammate: 'member', integrator: 'conversations:write' },
  start: { teammate: 'member', integrator: 'conversations:write', visitor: true },
  answer: { visitor: true },
  share: { teammate: 'member', integrator: 'conversations:write' },
  'unshare-another': { teammate: 'admin' },
  'keep-personal-things': { teammate: 'member' },
  'read-people': { teammate: 'member', integrator: 'people:read', host: true },
  'change-teammates': { teammate: 'admin', host: true },
  'change-owners': { teammate: 'owner', host: true },
  'change-teams': { teammate: 'admin', integrator: 'people:write', host: true },
  'read-contact': { teammate: 'member', integrator: 'contacts:read' },
  'change-contact': { teammate: 'member', integrator: 'contacts:write' },
  'read-all-contacts': { teammate: 'admin', integrator: 'contacts:read' },
  'administer-contacts': { teammate: 'admin', integrator: 'contacts:admin', host: true },
  'read-words': { teammate: 'member', integrator: 'conversations:read' },
  'change-words': { teammate: 'admin', integrator: 'settings:write' },
  'read-settings': { teammate: 'admin', integrator: 'settings:read', host: true },
  'change-settings': { teammate: 'admin', integrator: 'settings:write', host: true },
  'change-keys': { teammate: 'admin', host: true },
  'read-mail-log': { teammate: 'admin', integrator: 'settings:read' },
  'change-suppressions': { teammate: 'admin', integrator: 'settings:write' },
  'hand-in-mail': { integrator: 'mail:write' },
  'remove-workspace': { teammate: 'owner', host: true },
  'manage-workspaces': { host: true },
} as const satisfies Record<string, Rule>;

/** What can be done. `write` is everything that a teammate does to a conversation; `answer` is what its contact does. */
export type Action = keyof typeof rules;

const rank: Record<Role, number> = { member: 0, admin: 1, owner: 2 };

/** Whether the actor may do it, to this conversation where the action is about one. */
export function can(actor: Actor, action: Action, conversation?: Conversation): boolean {
  if (actor.kind === 'system') return true;
  const rule: Rule = rules[action];
  if (actor.kind === 'host') return rule.host === true;
  if (actor.kind === 'integrator') return rule.integrator !== undefined && actor.scopes.includes(rule.integrator);
  if (conversation && !inScope(scope(actor), conversation)) return false;
  if (actor.kind === 'visitor') return rule.visitor === true;
  return rule.teammate !== undefined && rank[actor.role] >= rank[rule.teammate];
}
