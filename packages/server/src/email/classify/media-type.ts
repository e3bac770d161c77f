/** The type of a Content-Type header in lower case; text/plain where it names none (RFC 2045 §5.2). */
export function mediaTypeOf(contentType = ''): string {
  return /^\s*([\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100})/.exec(contentType)?.[1]?.toLowerCase() ?? 'text/plain';
}

/** A parameter of a header such as Content-Type, without quotes; empty where it has none. */
export function parameterOf(header: string | undefined, name: string): string {
  for (const [, key = '', quoted, bare = ''] of (header ?? '').slice(0, 4000).matchAll(parameter)) {
    if (key.toLowerCase() === name) return quoted ?? bare;
  }
  return '';
}

const parameter = /;\s{0,99}([\w-]{1,60})\s{0,9}=\s{0,99}(?:"([^"]*)"|([^\s;]+))/g;
