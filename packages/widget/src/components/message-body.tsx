import type { Body } from '@deskkit/core';
import { isPlain } from '../model/is-plain.ts';
import type { PartProps } from './part-props.ts';

export interface BodyProps extends Pick<PartProps, 'use' | 'strings'> {
  readonly body: Body;
}

/** What somebody wrote. What is not known to be plain is taken apart by what is loaded for it. */
export function MessageBody(props: BodyProps) {
  const { body, use } = props;
  const Formatted = isPlain(body) ? undefined : use('extras')?.Formatted;
  return Formatted ? <Formatted {...props} /> : <p>{body.text}</p>;
}
