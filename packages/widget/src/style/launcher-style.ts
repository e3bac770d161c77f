/** The look of the launcher, and the tokens that the panel shares with it. A page sets `--deskkit-…` to change them. */
export const launcherStyle = `
:host {
  all: initial;
  color-scheme: var(--deskkit-color-scheme, light dark);
  --accent: var(--deskkit-accent, light-dark(#3b5bdb, #91a7ff));
  --on-accent: var(--deskkit-on-accent, light-dark(#fff, #10142b));
  --bg: light-dark(#fff, #121418);
  --raised: light-dark(#fff, #1a1d23);
  --hover: light-dark(#f1f3f6, #23272f);
  --line: light-dark(#e4e7ec, #2a2f38);
  --text: light-dark(#171a21, #e9ebf0);
  --text-2: light-dark(#59606e, #a3aab8);
  --red: light-dark(#c92a2a, #ff8787);
  --on-red: light-dark(#fff, #2b0b0b);
  --amber-bg: light-dark(#fff8e1, #2a2413);
  --amber-text: light-dark(#5c4700, #f1dc9a);
  --gap: var(--deskkit-gap, 20px);
  position: fixed;
  z-index: 2147483000;
  inset-block-end: calc(var(--gap) + env(safe-area-inset-bottom, 0px));
  inset-inline-end: var(--gap);
  font: 15px/1.45 var(--deskkit-font, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  color: var(--text);
}
@media print { :host { display: none; } }
*, ::before, ::after { box-sizing: border-box; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0; cursor: pointer; text-align: start; -webkit-tap-highlight-color: transparent; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
svg { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; display: block; }
.launcher {
  position: relative; display: grid; place-items: center; inline-size: 56px; block-size: 56px; border-radius: 50%;
  background: var(--accent); color: var(--on-accent); box-shadow: 0 2px 6px rgb(16 24 40 / .16), 0 8px 28px rgb(16 24 40 / .22);
  transition: transform 140ms ease-out;
}
.launcher:hover { transform: scale(1.05); }
.launcher:active { transform: scale(.97); }
.launcher svg { grid-area: 1 / 1; transition: opacity 140ms ease-out, transform 140ms ease-out; }
.launcher[aria-expanded=true] svg:first-of-type, .launcher[aria-expanded=false] svg:nth-of-type(2) { opacity: 0; transform: rotate(30deg) scale(.6); }
.launcher[aria-busy=true]::after {
  content: ""; position: absolute; inset: 3px; border-radius: 50%; border: 2px solid transparent; border-block-start-color: currentColor;
  animation: turn 800ms linear 200ms infinite backwards;
}
.badge {
  display: inline-block; min-inline-size: 20px; padding: 0 6px; border-radius: 99px; background: var(--red); color: var(--on-red);
  font-size: 12px; line-height: 20px; font-weight: 650; text-align: center; font-variant-numeric: tabular-nums;
}
.launcher .badge { position: absolute; inset-block-start: -3px; inset-inline-end: -3px; box-shadow: 0 0 0 2px var(--bg); }
[hidden] { display: none !important; }
.hint {
  position: absolute; inset-block-end: 68px; inset-inline-end: 0; inline-size: max-content; max-inline-size: min(280px, calc(100vw - 40px));
  padding: 10px 14px; border-radius: 12px; background: var(--raised); border: 1px solid var(--line); box-shadow: 0 8px 28px rgb(16 24 40 / .18);
}
.hint:empty { display: none; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { *, ::before, ::after { transition: none !important; animation-duration: 2s !important; } }
`;
