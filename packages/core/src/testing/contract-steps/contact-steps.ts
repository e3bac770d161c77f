import type { TestDesk } from '../test-desk.ts';
import type { CallOperation } from './people-steps.ts';

/** Calls every operation on contacts and suppressions. */
export async function callContactOperations(call: CallOperation, { owner, visitor }: TestDesk): Promise<void> {
  await call('changeSettings', owner, {
    attributes: { contact: { plan: { type: 'choice', options: ['free', 'pro'] } } },
  });
  const identities = [{ kind: 'email', value: 'Lou@Example.net' }];
  const lou = await call('addContact', owner, { name: 'Lou', identities, attributes: { plan: 'pro' } });
  const other = await call('addContact', owner, {});
  await call('changeContact', owner, { contact: other.id, name: 'Lou L.', attributes: { plan: 'free' } });
  await call('mergeContacts', owner, { contact: other.id, into: lou.id });
  await call('getContact', owner, { contact: other.id });
  const first = await call('listContacts', owner, { limit: '1' });
  await call('listContacts', owner, { q: 'lou', limit: '5', cursor: first.nextCursor });
  await call('changeWidgetMe', await visitor(), { name: 'Kim', email: 'kim@example.org' });
  await call('addSuppression', owner, { address: 'gone@example.net' });
  await call('addSuppression', owner, { address: 'away@example.net' });
  const page = await call('listSuppressions', owner, { limit: '1' });
  await call('listSuppressions', owner, { limit: '1', cursor: page.nextCursor });
  await call('deleteSuppression', owner, { address: 'gone@example.net' });
}
