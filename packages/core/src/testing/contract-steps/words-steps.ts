import type { TestDesk } from '../test-desk.ts';
import type { CallOperation } from './people-steps.ts';

/** Calls every operation on tags, saved replies and saved views. */
export async function callWordsOperations(call: CallOperation, { owner, ana }: TestDesk): Promise<void> {
  const tag = await call('addTag', owner, { name: 'Refund', colour: '#B45309' });
  await call('changeTag', owner, { tag: tag.id, name: 'Refunds' });
  await call('listTags', ana);
  const body = { format: 'markdown', text: 'On its **way**.' };
  const reply = await call('addSavedReply', owner, { name: 'Way', shortcut: 'way', body });
  await call('changeSavedReply', owner, { savedReply: reply.id, shortcut: null });
  await call('listSavedReplies', ana);
  const view = await call('addSavedView', ana, { name: 'Mine', folder: 'me', tag: tag.id });
  await call('addSavedView', owner, { name: 'Spam', folder: 'spam', shared: true });
  await call('changeSavedView', ana, { savedView: view.id, status: 'open', sort: 'waiting' });
  await call('listSavedViews', ana);
  await call('search', ana, { q: 'parcel', sort: 'best' });
  await call('deleteSavedView', ana, { savedView: view.id });
  await call('deleteSavedReply', owner, { savedReply: reply.id });
  await call('deleteTag', owner, { tag: tag.id });
}
