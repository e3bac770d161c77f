const maxIds = 20;
const maxLength = 1500;

/**
 * What stands in References (RFC 5322 §3.6.4), oldest first: the thread's first id, our own id of the thread, then as
 * many of the newest as fit into 20 ids and 1,500 characters. Some servers refuse mail with longer headers.
 */
export function referencesOf(earlier: readonly string[], threadId: string): readonly string[] {
  const usable = [...new Set(earlier)].filter((id) => /^<[^<>\s]{1,250}>$/.test(id) && id !== threadId);
  const [root, ...rest] = usable;
  const head = root === undefined ? [threadId] : [root, threadId];
  const recent: string[] = [];
  let length = head.join(' ').length;
  for (const id of rest.reverse()) {
    length += 1 + id.length;
    if (head.length + recent.length === maxIds || length > maxLength) break;
    recent.unshift(id);
  }
  return [...head, ...recent];
}
