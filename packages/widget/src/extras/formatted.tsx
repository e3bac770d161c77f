import { type Inline, parseBody } from '@deskkit/core';
import type { BodyProps } from '../components/message-body.tsx';
import type { Strings } from '../strings/strings.ts';

/** What somebody wrote, as nodes. */
export function Formatted({ body, strings }: BodyProps) {
  return (
    <>
      {parseBody(body).map((block) =>
        block.kind === 'code' ? (
          <pre>
            <code>{block.text}</code>
          </pre>
        ) : (
          <p>{block.children.map((child) => inline(child, strings))}</p>
        ),
      )}
    </>
  );
}

function inline(node: Inline, strings: Strings) {
  if (typeof node === 'string') return node;
  if (node.kind === 'code') return <code>{node.text}</code>;
  const children = node.children.map((child) => inline(child, strings));
  if (node.kind === 'italic') return <em>{children}</em>;
  if (node.kind === 'bold') return <strong>{children}</strong>;
  return (
    <a href={node.href} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="unseen"> ({strings.newWindow})</span>
    </a>
  );
}
