// @vitest-environment node
import { createClient } from '@deskkit/core/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Inbox, InboxProvider } from '../index.ts';

describe('the inbox on a server', () => {
  it('renders without a window and asks nobody for anything', () => {
    const asked: string[] = [];
    const client = createClient({
      url: 'http://desk.example/v1',
      fetch: async (url) => {
        asked.push(url);
        throw new Error('There is no desk here');
      },
    });
    const html = renderToString(
      <InboxProvider client={client}>
        <Inbox header={<b>Northwind</b>} />
      </InboxProvider>,
    );
    expect(globalThis).not.toHaveProperty('window');
    expect(html).toContain('Northwind');
    expect(html).toContain('No conversation chosen');
    expect(html).not.toContain('style=');
    expect(asked).toEqual([]);
  });
});
