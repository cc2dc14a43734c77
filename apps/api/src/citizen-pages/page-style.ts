/** Stands in the page itself: on a slow line one answer is all that is needed. */
export const PAGE_STYLE = `
:root{color-scheme:light;--ink:#14261f;--soft:#4c5f57;--line:#c6d2cc;--accent:#0b6e4f;--wrong:#a61b1b;--paper:#fff;--ground:#f2f6f4}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:40rem;margin:0 auto;padding:1rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:baseline}
header strong{font-size:1rem}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
main{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:1.25rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.125rem;margin:1.75rem 0 .5rem}
p{margin:.5rem 0}
a{color:var(--accent)}
label,legend{font-weight:600;display:block}
.field{margin:1.25rem 0}
.help,.quiet,footer{color:var(--soft);font-size:.9375rem}
.help{margin:.125rem 0 .375rem}
input,textarea{width:100%;font:inherit;color:inherit;padding:.625rem;border:1px solid #71857b;border-radius:.375rem;background:#fff}
textarea{min-height:10rem;resize:vertical}
textarea.short{min-height:5rem}
input[type=checkbox]{width:1.25rem;height:1.25rem;margin:0;flex:none}
.check{display:flex;gap:.625rem;align-items:flex-start}
.wrong input,.wrong textarea{border:2px solid var(--wrong)}
.problem{color:var(--wrong);font-weight:600;margin:.25rem 0}
.notice{border-left:.25rem solid var(--accent);background:var(--ground);padding:.75rem 1rem;margin:1rem 0}
.notice.bad{border-color:var(--wrong)}
.notice.bad:focus{outline:0}
button{font:inherit;font-weight:600;color:#fff;background:var(--accent);border:0;border-radius:.375rem;padding:.75rem 1.25rem;min-height:2.75rem;cursor:pointer}
button.second{background:#fff;color:var(--accent);border:1px solid var(--accent)}
ul.photos{padding-left:1.25rem;margin:.25rem 0 .75rem}
ul.photos label{display:inline-flex;font-weight:400;margin-left:.5rem}
.gallery{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0;margin:.5rem 0 0}
.gallery img{display:block;max-width:100%;width:8rem;height:6rem;object-fit:cover;border-radius:.25rem;border:1px solid var(--line)}
fieldset{border:0;padding:0;margin:1.25rem 0}
.stars label{display:flex;gap:.625rem;align-items:center;font-weight:400;min-height:2.75rem}
input[type=radio]{width:1.25rem;height:1.25rem;margin:0;flex:none}
button.plain{background:none;color:var(--accent);padding:.75rem 0;text-decoration:underline}
:focus-visible{outline:3px solid #e0a100;outline-offset:2px}
dl.codes{margin:1rem 0;border:2px solid var(--accent);border-radius:.5rem;padding:.75rem 1rem}
dl.codes dt{font-weight:600}
dl.codes dd{margin:0 0 .5rem;font:600 1.75rem/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.04em}
ol.talk{list-style:none;padding:0;margin:0}
ol.talk>li{border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;margin:.75rem 0}
ol.talk>li.answer{background:var(--ground);border-color:var(--accent)}
ol.talk .text{white-space:pre-wrap;margin:.25rem 0 0}
.trap{position:absolute;left:-9999px}
@media print{header nav,footer,form{display:none}body{background:#fff}main{border:0}}
`.replaceAll('\n', '');
