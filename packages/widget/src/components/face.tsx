/** The first letter of somebody's name, in a colour of their own. */
export function Face({ name }: { readonly name: string }) {
  const [letter = ''] = name;
  const hue = [...name].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0) * 47, 0) % 360;
  return (
    <span class="face" style={{ '--hue': hue }} aria-hidden="true">
      {letter.toLocaleUpperCase()}
    </span>
  );
}
