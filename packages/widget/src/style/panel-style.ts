/** The look of the panel; its tokens are the launcher's. */
export const panelStyle = `
h2, h3, p, ul, pre { margin: 0; padding: 0; }
ul { list-style: none; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.panel {
  position: fixed; inset: auto; inset-inline-end: var(--gap); inset-block-end: calc(var(--gap) + 70px + env(safe-area-inset-bottom, 0px));
  inline-size: 380px; block-size: min(640px, calc(100dvh - var(--gap) * 2 - 70px)); max-inline-size: none; max-block-size: none;
  margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 18px; overflow: hidden;
  background: var(--bg); color: var(--text); box-shadow: 0 12px 48px rgb(16 24 40 / .22);
  font: inherit; text-align: start; animation: appear 160ms ease-out;
}
.panel::backdrop { background: none; }
.home, .chat { display: flex; flex-direction: column; block-size: 100%; }
.square { display: grid; place-items: center; flex: none; inline-size: 44px; block-size: 44px; border-radius: 12px; color: var(--text-2); }
.square:hover { background: var(--hover); color: var(--text); }
.icon { flex: none; }
.icon:dir(rtl):not([data-name=send]) { transform: scaleX(-1); }
.link { text-decoration: underline; text-underline-offset: 2px; font-weight: 600; }
.panel :focus-visible { outline-offset: -2px; }

.home { overflow-y: auto; overscroll-behavior: contain; }
.home header { position: relative; flex: none; padding: 22px 24px 64px; background: var(--accent); color: var(--on-accent); }
.home header .square { position: absolute; inset-block-start: 12px; inset-inline-end: 12px; color: inherit; }
.home header .square:hover { background: rgb(255 255 255 / .16); }
.home header :focus-visible { outline-color: currentColor; }
.workspace { min-block-size: 24px; padding-inline-end: 44px; font-weight: 620; overflow-wrap: anywhere; }
.home h2 { margin-block-start: 22px; font-size: 25px; line-height: 1.22; font-weight: 680; letter-spacing: -.012em; }
.home [role=status] .banner { margin: -50px 14px 62px; border-radius: 10px; }
.cards { display: grid; gap: 12px; margin: -42px 14px 16px; position: relative; }
.card { background: var(--raised); border: 1px solid var(--line); border-radius: 14px; box-shadow: 0 1px 2px rgb(16 24 40 / .05), 0 6px 20px rgb(16 24 40 / .07); }
.start { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 2px 12px; padding: 15px 16px; }
.start b { font-weight: 640; }
.start span { color: var(--text-2); font-size: 13.5px; }
.start .icon { grid-area: 1 / 2 / 3; color: var(--accent); transition: translate 140ms ease-out; }
.start:hover .icon { translate: 2px 0; }
.start:hover .icon:dir(rtl) { translate: -2px 0; }
.rows { padding: 12px 6px 6px; }
.rows h3 { padding: 0 10px 6px; font-size: 13px; font-weight: 600; color: var(--text-2); }
.row { display: grid; grid-template-columns: 36px 1fr auto; align-items: center; gap: 0 12px; inline-size: 100%; padding: 9px 10px; border-radius: 10px; }
.row:hover { background: var(--hover); }
.row .face { grid-row: 1 / 3; }
.row b, .preview { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row b { font-weight: 560; }
.row time { color: var(--text-2); font-size: 12.5px; font-variant-numeric: tabular-nums; }
.preview { color: var(--text-2); font-size: 13.5px; }
.row[data-unread=true] b { font-weight: 680; }
.row[data-unread=true] .preview { color: var(--text); font-weight: 560; }
.row .badge { justify-self: end; }
.face { display: grid; place-items: center; flex: none; inline-size: 36px; block-size: 36px; border-radius: 50%; color: #fff; background: #9c36b5; font-size: 14px; font-weight: 640; }
.face[data-tone="1"] { background: #0b7285; }
.face[data-tone="2"] { background: #c2410c; }
.face[data-tone="3"] { background: #2f6f3e; }
.face[data-tone="4"] { background: #4458c7; }

.chat header { display: flex; align-items: center; gap: 10px; padding: 8px; border-block-end: 1px solid var(--line); }
.chat header .square:first-child { margin-inline-end: -8px; }
.chat h2 { flex: 1; min-inline-size: 0; font-size: 15px; line-height: 1.25; font-weight: 640; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.chat h2 small { display: block; font-size: 13px; font-weight: 400; color: var(--text-2); overflow: hidden; text-overflow: ellipsis; }
.banner { padding: 8px 16px; background: var(--amber-bg); color: var(--amber-text); font-size: 13px; text-align: center; text-wrap: balance; animation: fade 160ms ease-out; }
.messages { flex: 1; min-block-size: 0; overflow-y: auto; overscroll-behavior: contain; padding: 16px 14px 6px; display: flex; flex-direction: column; }
.messages > :first-child { margin-block-start: auto; }
.empty, .trouble { margin: auto; max-inline-size: 260px; color: var(--text-2); text-align: center; text-wrap: balance; }
.earlier { align-self: center; padding: 8px 12px; color: var(--text-2); font-size: 13px; }
.day { margin: 8px 0 12px; font-size: 12.5px; font-weight: 560; color: var(--text-2); text-align: center; }
.group { display: flex; flex-direction: column; align-items: flex-start; gap: 3px; margin-block-end: 12px; }
.group[data-from=me] { align-items: flex-end; }
.bubble { max-inline-size: 82%; padding: 9px 13px; border-radius: 17px; background: var(--hover); overflow-wrap: anywhere; }
.bubble p { white-space: pre-wrap; }
.bubble > * + * { margin-block-start: 8px; }
.group[data-from=team] .bubble { border-start-start-radius: 6px; border-end-start-radius: 6px; }
.group[data-from=me] .bubble { border-start-end-radius: 6px; border-end-end-radius: 6px; background: var(--accent); color: var(--on-accent); }
.group[data-from=team] .bubble:first-of-type { border-start-start-radius: 17px; }
.group[data-from=me] .bubble:first-of-type { border-start-end-radius: 17px; }
.bubble a { color: inherit; text-decoration: underline; text-underline-offset: 2px; }
.bubble code { font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; padding: 1px 4px; border-radius: 5px; background: light-dark(rgb(16 24 40 / .08), rgb(255 255 255 / .1)); }
.bubble pre { max-inline-size: 100%; overflow-x: auto; padding: 8px 10px; border-radius: 8px; background: light-dark(rgb(16 24 40 / .07), rgb(0 0 0 / .3)); }
.bubble pre code { padding: 0; background: none; }
.meta { padding: 0 4px; font-size: 12.5px; color: var(--text-2); font-variant-numeric: tabular-nums; }
.group[data-state=sending] .meta { animation: fade 140ms 400ms ease-out backwards; }
.group[data-state=failed] .meta { color: var(--red); font-weight: 560; }
.composer { display: flex; align-items: flex-end; gap: 4px; margin: 4px 12px 12px; padding: 3px; border: 1.5px solid var(--line); border-radius: 16px; background: var(--raised); transition: border-color 120ms ease-out; }
.composer:focus-within { border-color: var(--accent); }
.composer textarea { flex: 1; min-inline-size: 0; min-block-size: 44px; max-block-size: 148px; resize: none; border: 0; padding: 11px 10px; background: none; color: inherit; font: inherit; font-size: max(15px, var(--field-size, 0px)); outline: none; }
.composer textarea::placeholder { color: var(--text-2); opacity: 1; }
.send, .send:hover { background: var(--accent); color: var(--on-accent); transition: opacity 120ms ease-out; }
.send[aria-disabled=true] { background: var(--hover); color: var(--text-2); cursor: default; }
.skeleton { display: grid; gap: 10px; animation: fade 160ms 200ms ease-out backwards; }
.skeleton i { block-size: 40px; inline-size: 62%; border-radius: 17px; background: var(--hover); }
.skeleton i:nth-child(2) { justify-self: end; inline-size: 48%; }
@keyframes appear { from { opacity: 0; translate: 0 10px; } }
@keyframes fade { from { opacity: 0; } }
@media (max-width: 480px) {
  .panel { inset: 0; inline-size: 100%; block-size: 100dvh; border: 0; border-radius: 0; padding-block-end: env(safe-area-inset-bottom, 0px); }
  :host { --field-size: 16px; }
}
@media (prefers-reduced-motion: reduce) { .panel, .banner, .group .meta, .skeleton { animation: none; } }
`;
