/** Hues (degrees) of the palette's twelve colours, far apart where they stand side by side in the default tagset. */
const HUES = [212, 28, 140, 276, 48, 330, 180, 0, 250, 90, 305, 160];
/** Every colour has a line of its own under the text, so that types differ without colour. */
const LINES = ['solid', 'dashed', 'dotted', 'double'];

const COLORS = HUES.map((hue, n) => `.t${n + 1}{--hue:${hue};--line:${LINES[n % LINES.length]}}`).join('\n');

/**
 * The page's one style sheet. Backgrounds are pale (dark in the dark scheme) under text of full contrast; each mention
 * also names its type in small letters, which neither selecting nor copying the text takes along.
 */
export const HTML_STYLE = `:root{color-scheme:light dark;--ink:#1c1b19;--paper:#fdfcf9;--quiet:#5c5a55;--rule:#d8d4cb;--tint:88%;--tone:55%;--edge:36%}
@media (prefers-color-scheme:dark){:root{--ink:#ece9e2;--paper:#191817;--quiet:#aaa69d;--rule:#45423c;--tint:20%;--tone:40%;--edge:70%}}
body{margin:0;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.9 "Source Han Serif SC","Noto Serif CJK SC","Songti SC",SimSun,Georgia,serif}
main,.legend{max-width:42em;margin:0 auto}
p,h1,h2,h3,h4,h5,h6,li,td,th,.rule{white-space:pre-wrap;overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6{line-height:1.4;margin:1.8em 0 .6em}
blockquote{margin:1em 0;padding-left:1em;border-left:3px solid var(--rule);color:var(--quiet)}
.numbered{list-style:none}
table{border-collapse:collapse;margin:1em 0}
td,th{border:1px solid var(--rule);padding:.2em .7em;text-align:left;vertical-align:top}
pre{overflow-x:auto;padding:.8em 1em;border:1px solid var(--rule);font:.9em/1.5 ui-monospace,Consolas,monospace}
.rule{border-top:1px solid var(--rule);margin:2em 0}
.image{color:var(--quiet)}
.sign{display:none}
.legend{font:.875rem/1.6 system-ui,sans-serif;color:var(--quiet);border-bottom:1px solid var(--rule)}
.legend ul{display:flex;flex-wrap:wrap;gap:.3em 1.2em;list-style:none;margin:0 0 1em;padding:0}
.t0{--hue:0;--line:solid;--tone:0%}
${COLORS}
mark,.key{color:var(--ink);background:hsl(var(--hue) var(--tone) var(--tint));border-bottom:3px var(--line) hsl(var(--hue) var(--tone) var(--edge));border-radius:2px;padding:0 .1em}
mark:not([data-continued])::before,.key::before{content:attr(data-type);font:.6em/1 system-ui,sans-serif;margin-right:.25em;vertical-align:.5em}
ins{text-decoration:underline dotted;text-underline-offset:.3em}
.note::after,.to::after{content:attr(data-n);font:.65em/1 system-ui,sans-serif;vertical-align:super;padding:0 .15em}
.to::after{content:"→"}
.note,.to{text-decoration:none}
a{color:inherit}
:target{background:hsl(50 80% var(--tint))}
.apparatus,.register{max-width:60em;margin:3rem auto 0;padding-top:1rem;border-top:1px solid var(--rule);font:.875rem/1.6 system-ui,sans-serif}
main.apparatus{margin-top:0;border:0}
.corrections{width:100%}
.corrections td,.corrections th{overflow-wrap:break-word}
.corrections th{white-space:nowrap}
.corrections del,.corrections ins{font-weight:600}
.corrections ins{text-decoration:none;border-bottom:2px solid var(--quiet)}
.corrections del{text-decoration:line-through}
.corrections td:nth-child(1),.corrections td:nth-child(7){white-space:nowrap}
.register dt{font-weight:600;margin-top:.8em}
.register small{font-weight:400;color:var(--quiet)}
.register dd{margin:0 0 0 1.2em;overflow-wrap:anywhere}
@media print{:root{--ink:#000;--paper:#fff;--quiet:#444;--rule:#999;--tint:94%;--tone:40%;--edge:30%}body{padding:0;font-size:11pt}h1,h2,h3,h4,h5,h6{break-after:avoid}mark,.key{print-color-adjust:exact}thead{display:table-header-group}tr{break-inside:avoid}.to{display:none}}
`;
