/** What a visitor calls, apart so that the widget carries nothing else. */
export const widgetRoutes = {
  getWidgetConfig: 'GET /widget/config',
  openWidgetSession: 'POST /widget/sessions',
  changeWidgetMe: 'PATCH /widget/me',
  listWidgetConversations: 'GET /widget/conversations',
  startWidgetConversation: 'POST /widget/conversations',
  readWidgetMessages: 'GET /widget/conversations/:conversation/messages',
  addWidgetMessage: 'POST /widget/conversations/:conversation/messages',
  sayWidgetTyping: 'POST /widget/conversations/:conversation/typing',
  streamWidgetEvents: 'GET /widget/events/stream',
} as const;
