/** What a visitor calls, apart so that the widget carries nothing else. */
export const widgetRoutes = {
  getWidgetConfig: 'GET /widget/config',
  openWidgetSession: 'POST /widget/sessions',
  listWidgetConversations: 'GET /widget/conversations',
  startWidgetConversation: 'POST /widget/conversations',
  readWidgetMessages: 'GET /widget/conversations/:conversation/messages',
  addWidgetMessage: 'POST /widget/conversations/:conversation/messages',
  streamWidgetEvents: 'GET /widget/events/stream',
} as const;
