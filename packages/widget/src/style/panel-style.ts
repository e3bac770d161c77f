/** The look of the panel; its tokens are the launcher's. */
export const panelStyle = `
h2, p { margin: 0; font-size: inherit; }
b, h2 { font-weight: 600; }
small, .meta, .start span { display: block; font-size: 13px; font-weight: 400; color: var(--text-2); }
.unseen { position: absolute; inline-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.panel {
  position: fixed; inset: auto; inset-inline: var(--place); inset-block-end: calc(var(--edge) + 70px);
  inline-size: 380px; block-size: min(640px, calc(100dvh - 90px - var(--edge))); max-inline-size: none; max-block-size: none;
  padding: 0; border: 1px solid var(--line); border-radius: 18px; overflow: hidden;
  background: var(--bg); color: var(--text); box-shadow: var(--shadow); animation: appear 160ms;
}
.panel :focus-visible { outline-offset: -2px; }
.home, .chat, .messages > div, .group { display: flex; flex-direction: column; block-size: 100%; }
.home, .messages { overflow-y: auto; overscroll-behavior: contain; }
.square { display: grid; place-items: center; flex: none; inline-size: 44px; block-size: 44px; border-radius: 12px; color: inherit; }
.square:hover { background: rgb(128 128 128 / .16); }
.icon:dir(rtl) { scale: -1 1; }
.home header { position: relative; flex: none; padding: 22px 24px 64px; background: var(--accent); color: var(--on-accent); --mark: currentColor; }
.home header .square { position: absolute; inset-block-start: 12px; inset-inline-end: 12px; }
.workspace { min-block-size: 44px; padding-inline-end: 44px; font-weight: 600; overflow-wrap: anywhere; }
.home h2 { font-size: 25px; line-height: 1.22; }
.cards { display: grid; gap: 12px; margin: -42px 14px 16px; position: relative; }
.card { background: var(--bg); border: 1px solid var(--line); border-radius: 14px; box-shadow: 0 6px 20px rgb(16 24 40 / .07); }
.start { display: grid; grid-template-columns: 1fr auto; align-items: center; padding: 15px 16px; }
.start svg { grid-area: 1 / 2 / 3; color: var(--mark); }
.face { display: grid; place-items: center; flex: none; inline-size: 36px; block-size: 36px; border-radius: 50%; color: #fff; background: oklch(.5 .12 var(--hue)); font-weight: 600; }
.chat header { display: flex; align-items: center; gap: 2px; padding: 8px; border-block-end: 1px solid var(--line); }
.chat h2 { flex: 1; min-inline-size: 0; margin-inline-start: 8px; line-height: 1.25; }
h2 > *, .preview { display: block; text-align: left; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.banner { padding: 8px 16px; background: light-dark(#fff8e1, #2a2413); color: light-dark(#5c4700, #f1dc9a); font-size: 13px; text-align: center; }
.messages { flex: 1; min-block-size: 0; padding: 16px 14px 6px; display: flex; flex-direction: column-reverse; }
.messages > div { flex: 1 0 auto; justify-content: flex-end; }
.empty { margin: auto; max-inline-size: 260px; color: var(--text-2); text-align: center; }
.group { block-size: auto; align-items: flex-start; gap: 3px; margin-block-end: 12px; --round: 17px 17px 17px 6px; }
.group[data-from=me] { align-items: flex-end; }
.group[data-from=me]:dir(ltr), .group[data-from=team]:dir(rtl) { --round: 17px 17px 6px 17px; }
.bubble { max-inline-size: 82%; padding: 9px 13px; border-radius: var(--round); background: var(--hover); overflow-wrap: anywhere; }
.group[data-from=me] .bubble { background: var(--accent); color: var(--on-accent); }
.bubble p { white-space: pre-wrap; }
.meta { padding: 0 4px; }
.group[data-state=sending] .meta { animation: appear 140ms 400ms backwards; }
.group[data-state=failed] .meta { color: var(--red); }
.composer { display: flex; align-items: flex-end; margin: 4px 12px 12px; padding: 3px; border: 1px solid var(--line); border-radius: 16px; background: var(--bg); }
.composer:focus-within { border-color: var(--mark); box-shadow: inset 0 0 0 1px var(--mark); }
textarea { flex: 1; min-inline-size: 0; max-block-size: 148px; resize: none; border: 0; padding: 11px 10px; background: none; color: inherit; font: inherit; outline: none !important; }
::placeholder { color: var(--text-2); opacity: 1; }
.send[aria-disabled=false] { background: var(--accent); color: var(--on-accent); }
:host([dir=rtl]) :is(h2 > *, .preview) { text-align: right; }
@keyframes appear { from { opacity: 0; translate: 0 10px; } }
@media (max-width: 480px) {
  .panel { inset: var(--seen-top, 0) 0 auto; inline-size: 100%; block-size: var(--seen-height, 100dvh); border: 0; border-radius: 0; }
  textarea { font-size: 16px; }
  .launcher[aria-expanded=true] { visibility: hidden; }
}
`;
