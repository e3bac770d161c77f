import { type Desk, plus, type Teammate, type TeammateActor, type Workspace } from '@deskkit/core';
import { seedConversations } from './seed-conversations.ts';

/** The host's ids of the demo's teammates begin so: the demo door opens for nobody else. */
export const demoPrefix = 'demo/';

/** Fills a new workspace with a small team and what it may have been busy with; every name and address is made up. */
export async function seedDemo(desk: Desk, workspace: Workspace): Promise<void> {
  const support = await desk.addTeam(workspace.id, { name: 'Support', handle: 'support' });
  const billing = await desk.addTeam(workspace.id, { name: 'Billing', handle: 'billing' });
  const person = async (name: string, role: Teammate['role'], teams: Teammate['teams']) => {
    const handle = name.toLowerCase();
    const teammate = await desk.addTeammate(workspace.id, {
      externalId: `${demoPrefix}${handle}`,
      name,
      email: `${handle}@northwind.example`,
      handle,
      role,
      teams,
    });
    return actorOf(workspace, teammate);
  };
  const ines = await person('Ines', 'owner', [support.id, billing.id]);
  const mara = await person('Mara', 'admin', [billing.id]);
  const jonas = await person('Jonas', 'member', [support.id]);
  const inThreeDays = plus(desk.parts.clock.now(), 3 * 86_400_000);
  await seedConversations(desk, workspace.id, { ines, mara, jonas, support, billing, inThreeDays });
}

function actorOf({ id: workspace, isolation }: Workspace, { id, role, teams }: Teammate): TeammateActor {
  return { kind: 'teammate', workspace, id, role, teams, isolation };
}
