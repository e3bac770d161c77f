/** A page's title with how many messages are unread before it; without, when there are none. */
export function titleWith(title: string, unread: number): string {
  const bare = title.replace(/^\(\d+\) /, '');
  return unread > 0 ? `(${unread}) ${bare}` : bare;
}
