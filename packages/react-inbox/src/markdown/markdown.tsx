'use client';

import { type Body, type Inline, parseBody, parseMentions } from '@deskkit/core';
import { Fragment, type ReactNode } from 'react';
import { splitParagraphs } from './split-paragraphs.ts';

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
    return splitParagraphs(block.children).map((pieces, paragraph) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a body does not change
      <p key={`${key} ${paragraph}`} dir="auto">
        {showAll(pieces, isMention)}
      </p>
    ));
  });
}

function showAll(pieces: readonly Inline[], isMention: MarkdownProps['isMention']): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a body does not change
  return pieces.map((piece, index) => <Fragment key={index}>{show(piece, isMention)}</Fragment>);
}

function show(piece: Inline, isMention: MarkdownProps['isMention']): ReactNode {
  if (typeof piece === 'string') return isMention ? showMentions(piece, isMention) : showLines(piece);
  switch (piece.kind) {
    case 'code':
      return <code>{piece.text}</code>;
    case 'bold':
      return <strong>{showAll(piece.children, isMention)}</strong>;
    case 'italic':
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
    const isShown = segment.kind === 'mention' && isMention(segment.handle);
    const key = `${index} ${segment.kind}`;
    if (!isShown) return <Fragment key={key}>{showLines(segment.text)}</Fragment>;
    return (
      <span key={key} data-mention={segment.handle}>
        {segment.text}
      </span>
    );
  });
}

/** Breaks lines without a style sheet, too. */
function showLines(text: string): ReactNode {
  return text.split('\n').map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a body does not change
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}
