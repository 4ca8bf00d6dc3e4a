/** Style of what is drawn on the host page. A sheet made by script in a shadow root: `style-src` does not concern it. */
export const LOOK = `
:host { all: initial }
* { box-sizing: border-box; font: 500 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
[hidden] { display: none !important }
button { cursor: pointer; border: 1px solid transparent; margin: 0 }
button:focus-visible { outline: 3px solid #fff; outline-offset: 0; box-shadow: 0 0 0 6px #16181d }
.dock { position: fixed; bottom: max(20px, env(safe-area-inset-bottom)); right: 20px; z-index: 2147483000; display: flex;
  flex-direction: column; align-items: flex-end; gap: 12px; max-width: calc(100vw - 40px) }
.dock.left { right: auto; left: 20px; align-items: flex-start }
.launcher { position: relative; display: flex; align-items: center; gap: 8px; min-height: 52px; padding: 0 20px 0 16px;
  border-radius: 26px; background: var(--brand); color: var(--on);
  box-shadow: 0 2px 6px rgb(0 0 0/.18), 0 8px 24px rgb(0 0 0/.16) }
.launcher:hover { filter: brightness(.94) }
svg { width: 22px; height: 22px; fill: none; stroke: currentcolor; stroke-width: 1.8; stroke-linecap: round;
  stroke-linejoin: round }
.count { position: absolute; top: -6px; right: -4px; min-width: 22px; padding: 0 6px; border-radius: 11px;
  background: #c4242c; color: #fff; font-size: 12px; line-height: 22px; font-weight: 600; text-align: center }
.bubble { position: relative; width: 300px; max-width: 100%; padding: 14px 44px 14px 16px; border-radius: 14px;
  background: #fff; color: #16181d; border: 1px solid #d5d9e0;
  box-shadow: 0 2px 6px rgb(0 0 0/.1), 0 8px 24px rgb(0 0 0/.12) }
.bubble p { margin: 0 0 10px; font-weight: 400; overflow-wrap: anywhere }
.answer { padding: 6px 14px; border-radius: 8px; background: var(--brand); color: var(--on) }
.cross { position: absolute; top: 8px; right: 8px; width: 28px; height: 28px; padding: 0; border-radius: 8px;
  background: none; color: #474d58; font-size: 20px; line-height: 26px }
iframe { position: fixed; z-index: 2147483001; bottom: 88px; right: 20px; width: 384px; height: min(640px, 100vh - 108px);
  border: 0; border-radius: 16px; background: #fff; color-scheme: light dark;
  box-shadow: 0 4px 12px rgb(0 0 0/.14), 0 16px 48px rgb(0 0 0/.2) }
iframe.left { right: auto; left: 20px }
@media (max-width: 520px), (max-height: 480px) {
  iframe { inset: 0 !important; width: 100%; height: 100%; height: 100dvh; border-radius: 0 }
  .label { display: none }
  .launcher { padding: 0 15px }
  .opened { display: none }
}
@media (prefers-color-scheme: dark) {
  .bubble { background: #1b1d21; color: #eceef2; border-color: #3a3f49 }
  .cross { color: #b3bac6 }
  iframe { background: #121316 }
}
@media (forced-colors: active) { .launcher, .bubble, .answer, iframe { border: 1px solid ButtonText } }
@media print { .dock, iframe { display: none } }
`;
