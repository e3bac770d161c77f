/** The look of the launcher, and the tokens that the panel shares with it. A page sets `--deskkit-…` to change them. */
export const launcherStyle = `
:host {
  all: initial;
  color-scheme: var(--deskkit-color-scheme, light dark);
  --accent: var(--deskkit-accent, light-dark(#3b5bdb, #91a7ff));
  --light: clamp(0, (.179 - y) * 1e5, 1);
  --on-accent: color(from var(--accent) xyz calc(.95 * var(--light)) var(--light) calc(1.089 * var(--light)));
  --mark: light-dark(lch(from var(--accent) min(l, 52) c h), lch(from var(--accent) max(l, 60) c h));
  --bg: light-dark(#fff, #121418);
  --hover: light-dark(#f1f3f6, #23272f);
  --line: light-dark(#e4e7ec, #2a2f38);
  --text: light-dark(#171a21, #e9ebf0);
  --text-2: light-dark(#59606e, #a3aab8);
  --red: light-dark(#c92a2a, #ff8787);
  --shadow: 0 8px 32px rgb(16 24 40 / .24);
  --gap: var(--deskkit-gap, 20px);
  --edge: calc(var(--gap) + env(safe-area-inset-bottom, 0px));
  --place: auto var(--gap);
  position: fixed;
  z-index: 2147483000;
  inset-block-end: var(--edge);
  inset-inline: var(--place);
  font: 15px/1.45 var(--deskkit-font, system-ui, sans-serif);
  color: var(--text);
}
:host([data-position=start]) { --place: var(--gap) auto; --hint: 0 auto; }
:host([hidden]), [hidden], .hint:empty { display: none !important; }
@media print { :host { display: none; } }
* { box-sizing: border-box; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: start; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
svg { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; display: block; flex: none; }
.launcher {
  position: relative; display: grid; place-items: center; inline-size: 56px; block-size: 56px; border-radius: 50%;
  background: var(--accent); color: var(--on-accent); box-shadow: var(--shadow);
}
.launcher:hover { scale: 1.05; }
.launcher svg { grid-area: 1 / 1; }
.launcher, .launcher svg { transition: 140ms; transition-property: opacity, scale; }
[aria-expanded=true] svg:first-child, [aria-expanded=false] svg:nth-child(2) { opacity: 0; }
[aria-busy=true]::after {
  content: ""; position: absolute; inset: 3px; border-radius: 50%; border-block-start: 2px solid;
  animation: turn 800ms linear 200ms infinite;
}
.badge {
  min-inline-size: 20px; padding: 0 6px; border-radius: 99px; background: var(--red); color: var(--bg);
  font-size: 12px; line-height: 20px; font-weight: 600; text-align: center;
}
.launcher .badge { position: absolute; inset-block-start: -3px; inset-inline-end: -3px; box-shadow: 0 0 0 2px var(--bg); }
.hint {
  position: absolute; inset-block-end: 68px; inset-inline: var(--hint, auto 0); inline-size: 260px;
  padding: 10px 14px; border-radius: 12px; background: var(--bg); border: 1px solid var(--line); box-shadow: var(--shadow);
}
@keyframes turn { to { rotate: 1turn; } }
@media (prefers-reduced-motion: reduce) { *, ::after { transition: none !important; animation: none !important; } }
`;
