/** The first letter of somebody's name, in a colour of their own. */
export function Face({ name }: { readonly name: string }) {
  const [letter = ''] = name;
  const tone = [...name].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % 5;
  return (
    <span class="face" data-tone={tone} aria-hidden="true">
      {letter.toLocaleUpperCase()}
    </span>
  );
}
