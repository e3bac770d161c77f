/** The look of the panel; its tokens are the launcher's. */
export const panelStyle = `
h2, h3, p, ul, pre { margin: 0; padding: 0; font-size: inherit; }
ul { list-style: none; }
.unseen { position: absolute; inline-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.panel {
  position: fixed; inset: auto; inset-inline: var(--place); inset-block-end: calc(var(--gap) + 70px + env(safe-area-inset-bottom, 0px));
  inline-size: 380px; block-size: min(640px, calc(100dvh - var(--gap) * 2 - 70px)); max-inline-size: none; max-block-size: none;
  padding: 0; border: 1px solid var(--line); border-radius: 18px; overflow: hidden;
  background: var(--bg); color: var(--text); box-shadow: var(--shadow); animation: appear 160ms ease-out;
}
.panel::backdrop { background: none; }
.home, .chat, .messages > div, .group { display: flex; flex-direction: column; }
.home, .chat { block-size: 100%; }
.square { display: grid; place-items: center; flex: none; inline-size: 44px; block-size: 44px; border-radius: 12px; color: var(--text-2); }
.square:hover { background: var(--hover); }
.icon:dir(rtl):not([data-name=send]) { scale: -1 1; }
.link, a { text-decoration: underline; text-underline-offset: 2px; font-weight: 600; }
.panel :focus-visible { outline-offset: -2px; }
.home, .messages { overflow-y: auto; overscroll-behavior: contain; }
.home header { position: relative; flex: none; padding: 22px 24px 64px; background: var(--accent); color: var(--on-accent); }
.home header .square { position: absolute; inset-block-start: 12px; inset-inline-end: 12px; color: inherit; }
.home header .square:hover { background: rgb(128 128 128 / .3); }
.home header :focus-visible { outline-color: currentColor; }
.workspace { min-block-size: 22px; padding-inline-end: 44px; font-weight: 600; overflow-wrap: anywhere; }
.home h2 { margin-block-start: 22px; font-size: 25px; line-height: 1.22; font-weight: 680; }
.home .banner { margin: -50px 14px 62px; border-radius: 10px; }
.cards { display: grid; gap: 12px; margin: -42px 14px 16px; position: relative; }
.card { background: var(--raised); border: 1px solid var(--line); border-radius: 14px; box-shadow: 0 1px 2px rgb(16 24 40 / .05), 0 6px 20px rgb(16 24 40 / .07); }
.start { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 0 12px; }
.start { padding: 15px 16px; }
.start svg { grid-area: 1 / 2 / 3; color: var(--mark); }
b, h2 { font-weight: 600; }
.start span, h3, .meta, small { font-size: 13px; font-weight: 400; color: var(--text-2); }
.face { display: grid; place-items: center; flex: none; inline-size: 36px; block-size: 36px; border-radius: 50%; color: #fff; background: #9c36b5; font-size: 14px; font-weight: 600; }
.face[data-tone="1"] { background: #0b7285; }
.face[data-tone="2"] { background: #c2410c; }
.face[data-tone="3"] { background: #2f6f3e; }
.face[data-tone="4"] { background: #4458c7; }
.chat header { display: flex; align-items: center; gap: 2px; padding: 8px; border-block-end: 1px solid var(--line); }
.chat h2 { flex: 1; margin-inline-start: 8px; line-height: 1.25; }
small { display: block; }
.banner { padding: 8px 16px; background: light-dark(#fff8e1, #2a2413); color: light-dark(#5c4700, #f1dc9a); font-size: 13px; text-align: center; text-wrap: balance; animation: fade 160ms ease-out; }
.messages { flex: 1; min-block-size: 0; padding: 16px 14px 6px; display: flex; flex-direction: column-reverse; }
.messages > div { flex: 1 0 auto; justify-content: flex-end; }
.empty { margin: auto; max-inline-size: 260px; color: var(--text-2); text-align: center; text-wrap: balance; }
.day { margin: 8px 0 12px; text-align: center; }
.group { align-items: flex-start; gap: 3px; margin-block-end: 12px; --round: 17px 17px 17px 6px; }
.group[data-from=me] { align-items: flex-end; }
.group[data-from=me]:dir(ltr), .group[data-from=team]:dir(rtl) { --round: 17px 17px 6px 17px; }
.bubble { max-inline-size: 82%; padding: 9px 13px; border-radius: var(--round); background: var(--hover); overflow-wrap: anywhere; }
.group[data-from=me] .bubble { background: var(--accent); color: var(--on-accent); }
.bubble p { white-space: pre-wrap; }
.bubble > * + * { margin-block-start: 8px; }
.bubble a { color: inherit; font-weight: inherit; }
.bubble :is(code, pre) { font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; padding: 1px 4px; border-radius: 5px; background: rgb(128 128 128 / .16); }
.bubble pre { max-inline-size: 100%; overflow-x: auto; padding: 8px 10px; }
.bubble pre code { all: unset; }
.meta { padding: 0 4px; font-variant-numeric: tabular-nums; }
.group[data-state=sending] .meta { animation: fade 140ms 400ms ease-out backwards; }
.group[data-state=failed] .meta { color: var(--red); font-weight: 600; }
.composer { display: flex; align-items: flex-end; margin: 4px 12px 12px; padding: 3px; border: 1px solid var(--line); border-radius: 16px; background: var(--raised); }
.composer:focus-within { border-color: var(--mark); box-shadow: inset 0 0 0 1px var(--mark); }
.composer textarea { flex: 1; min-inline-size: 0; max-block-size: 148px; resize: none; border: 0; padding: 11px 10px; background: none; color: inherit; font: inherit; outline: none; }
::placeholder { color: var(--text-2); opacity: 1; }
.send[aria-disabled=false] { background: var(--accent); color: var(--on-accent); }
@keyframes appear { from { opacity: 0; translate: 0 10px; } }
@keyframes fade { from { opacity: 0; } }
@media (max-width: 480px) {
  .panel { inset: var(--seen-top, 0) 0 auto; inline-size: 100%; block-size: var(--seen-height, 100dvh); border: 0; border-radius: 0; }
  .composer textarea { font-size: 16px; }
}
`;
