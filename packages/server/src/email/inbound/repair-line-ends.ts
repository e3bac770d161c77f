const cr = 0x0d;
const lf = 0x0a;

/**
 * Makes CRLF of each lone CR, which some devices end lines with; two CRs before a line feed are one line end with it.
 * Everything else passes unchanged.
 */
export async function* repairLineEnds(raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held = 0;
  for await (const chunk of raw) {
    if (held === 0 && !hasLoneCr(chunk)) {
      yield chunk;
      continue;
    }
    const repaired = new Uint8Array(2 * (chunk.length + 2));
    let length = 0;
    const endLine = () => {
      repaired[length++] = cr;
      repaired[length++] = lf;
    };
    for (const byte of chunk) {
      if (byte === cr) {
        if (held === 2) endLine();
        else held += 1;
      } else if (byte === lf && held > 0) {
        endLine();
        held = 0;
      } else {
        for (; held > 0; held--) endLine();
        repaired[length++] = byte;
      }
    }
    if (length > 0) yield repaired.subarray(0, length);
  }
  if (held > 0) yield Buffer.from('\r\n'.repeat(held));
}

function hasLoneCr(chunk: Uint8Array): boolean {
  for (let at = chunk.indexOf(cr); at >= 0; at = chunk.indexOf(cr, at + 1)) {
    if (chunk[at + 1] !== lf) return true;
  }
  return false;
}
