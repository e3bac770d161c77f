import type { Body } from '@deskkit/core';
import { isPlain } from '../model/is-plain.ts';
import type { PartProps } from './part-props.ts';

export interface BodyProps extends Pick<PartProps, 'extras' | 'strings'> {
  readonly body: Body;
}

/** What somebody wrote. What is not known to be plain is taken apart by what is loaded for it. */
export function MessageBody(props: BodyProps) {
  const { body, extras } = props;
  const Formatted = isPlain(body) ? undefined : extras()?.Formatted;
  return Formatted ? <Formatted {...props} /> : <p>{body.text}</p>;
}
