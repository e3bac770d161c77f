/** Core gives shorter words; what stands behind so many characters of a longer one is not looked at. */
const longest = 300;

const plain = /^[a-z0-9\u0080-\ud7ff]{0,300}$/;

/**
 * A word as the databases' indexes keep it: letters and digits of every script as they are, so that nothing in it
 * means anything to a query language. Different words stay different, and beginnings stay beginnings.
 */
export function searchToken(word: string): string {
  if (plain.test(word)) return word;
  return word.slice(0, longest).replace(/[^a-z0-9\u{80}-\u{10ffff}]|\p{Surrogate}/gu, escapeCharacter);
}

/** The tokens of a text, each once. */
export function searchTokens(words: readonly string[]): readonly string[] {
  return [...new Set(words)].map(searchToken);
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length < 3 ? `_${code.padStart(2, '0')}` : `_u${code}`;
}
