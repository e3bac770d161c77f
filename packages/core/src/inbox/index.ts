export { createInboxStore, type InboxStore } from './inbox-store.ts';
export type { ConversationList, ListKey, Timeline } from './inbox-view.ts';
export type { People, TeammateView, TeamView } from './load-people.ts';
