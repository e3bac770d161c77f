import type { Desk, Teammate, Workspace } from '@deskkit/core';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { signTeammateToken } from '../auth/sign-teammate-token.ts';
import { isOwnPage } from './is-own-page.ts';
import { demoPrefix } from './seed-demo.ts';

export interface DemoDoor {
  readonly desk: Desk;
  readonly secret: string;
  readonly workspace: Workspace;
  /** Where mail is taken in by SMTP, where it is. */
  smtpPort(): number | undefined;
}

/**
 * Lets the demo's own pages be any of its made-up teammates, where a real host would sign its users in. Only pages of
 * this server on this machine get through, and only the demo's teammates have a token.
 */
export function demoRouter({ desk, secret, workspace, smtpPort }: DemoDoor): Router {
  const router = Router();
  // The page beside it, at /demo itself, may be come to by any link.
  router.use(['/people', '/token', '/widget'], (request: Request, response: Response, next: NextFunction) => {
    response.set('Cache-Control', 'no-store');
    if (isOwnPage(request.headers)) next();
    else response.status(403).json({ error: 'Only the demo’s own pages, opened at localhost, may ask this.' });
  });
  router.get('/people', async (_request, response) => {
    const people = await listPeople(desk, workspace);
    const items = people.map(({ id, name, role }) => ({ id, name, role }));
    response.json({ items, smtpPort: smtpPort(), address: workspace.addresses[0] });
  });
  router.post('/token', express.json(), async (request, response) => {
    const asked: unknown = request.body?.teammate;
    const teammate = (await listPeople(desk, workspace)).find(({ id }) => id === asked);
    if (!teammate)
      return void response.status(400).json({ error: 'Send {"teammate": ID} with an id of GET /demo/people.' });
    const { externalId } = teammate;
    const now = desk.parts.clock.now();
    response.json(await signTeammateToken(secret, { workspace: workspace.id, externalId, now }));
  });
  router.get('/widget', (_request, response) => {
    response.json({ key: workspace.widgetKey });
  });
  return router;
}

const roles: readonly Teammate['role'][] = ['owner', 'admin', 'member'];

async function listPeople({ parts }: Desk, { id }: Workspace): Promise<readonly Teammate[]> {
  const teammates = await parts.storage.list(id, 'teammate', { limit: 100 });
  return teammates
    .filter(({ externalId, status }) => externalId.startsWith(demoPrefix) && status === 'active')
    .sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role));
}
