/** Makes an element without a word of HTML, so that the strictest policy lets it in. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

/** An icon of one line. */
export function lineIcon(path: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const line = document.createElementNS(namespace, 'path');
  setAttributes(svg, { viewBox: '0 0 24 24', width: '26', 'aria-hidden': 'true' });
  setAttributes(line, { d: path });
  svg.append(line);
  return svg;
}

export function setAttributes(made: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
}
