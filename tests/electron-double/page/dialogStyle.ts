export const DIALOG_STYLE = `
  dialog { width: min(560px, 90vw); border: 1px solid #8886; border-radius: 10px; padding: 20px;
    font: 15px/1.5 system-ui, 'Noto Sans CJK SC', sans-serif; color: CanvasText; background: Canvas; color-scheme: light dark; }
  dialog::backdrop { background: #0006; }
  h1 { font-size: 17px; margin: 0 0 8px; }
  p { margin: 0 0 10px; overflow-wrap: anywhere; }
  ul { list-style: none; margin: 0 0 10px; padding: 0; max-height: 45vh; overflow: auto; border: 1px solid #8886; }
  li button { display: block; width: 100%; text-align: left; border: 0; background: none; padding: 4px 10px; }
  li button:hover, li button:focus-visible { background: #8883; }
  input { width: 100%; box-sizing: border-box; font: inherit; padding: 6px 8px; }
  .buttons { display: flex; flex-flow: row-reverse wrap; gap: 8px; margin-top: 14px; }
  button { font: inherit; color: inherit; padding: 5px 14px; }
  .primary { font-weight: 600; }
`;
