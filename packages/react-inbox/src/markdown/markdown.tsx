'use client';

import { type Body, parseMentions } from '@deskkit/core';
import { Fragment, type ReactNode } from 'react';
import { type Inline, parseBody } from './parse-markdown.ts';

export interface MarkdownProps {
  readonly body: Body;
  /** Whose handle it is; without it, nothing is shown as a mention. */
  readonly isMention?: (handle: string) => boolean;
}

/** A body as nodes, never as HTML. Plain text keeps its lines and gets its links. */
export function Markdown({ body, isMention }: MarkdownProps) {
  return parseBody(body).map((block, index) => {
    const key = `${index} ${block.kind}`;
    if (block.kind === 'code') {
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide block scrolls, by keyboard too
        <pre key={key} tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    }
    return (
      <p key={key} dir="auto">
        {showAll(block.children, isMention)}
      </p>
    );
  });
}

function showAll(pieces: readonly Inline[], isMention: MarkdownProps['isMention']): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a body does not change
  return pieces.map((piece, index) => <Fragment key={index}>{show(piece, isMention)}</Fragment>);
}

function show(piece: Inline, isMention: MarkdownProps['isMention']): ReactNode {
  switch (piece.kind) {
    case 'text':
      return isMention ? showMentions(piece.text, isMention) : piece.text;
    case 'code':
      return <code>{piece.text}</code>;
    case 'break':
      return <br />;
    case 'strong':
      return <strong>{showAll(piece.children, isMention)}</strong>;
    case 'emphasis':
      return <em>{showAll(piece.children, isMention)}</em>;
    case 'link':
      return (
        <a href={piece.href} target="_blank" rel="noopener noreferrer">
          {showAll(piece.children, undefined)}
        </a>
      );
  }
}

function showMentions(text: string, isMention: (handle: string) => boolean): ReactNode {
  return parseMentions(text).map((segment, index) => {
    if (segment.kind === 'text' || !isMention(segment.handle)) return segment.text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a body does not change
      <span key={index} data-mention={segment.handle}>
        {segment.text}
      </span>
    );
  });
}
