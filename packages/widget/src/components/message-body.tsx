import type { Block, Body, Inline } from '@deskkit/core';
import { isPlain } from '../model/is-plain.ts';
import type { Strings } from '../strings/strings.ts';
import type { PartProps } from './part-props.ts';

interface BodyProps extends Pick<PartProps, 'use' | 'strings'> {
  readonly body: Body;
}

/** What somebody wrote, as nodes. What is not known to be plain is taken apart by what is loaded for it. */
export function MessageBody({ body, use, strings }: BodyProps) {
  const markdown = !isPlain(body) && use('markdown');
  const blocks: readonly Block[] = markdown ? markdown.parseBody(body) : [{ kind: 'text', children: [body.text] }];
  return (
    <>
      {blocks.map((block) =>
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
