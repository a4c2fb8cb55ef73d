/** The look of the report: light and dark, print on A4 and Letter, no colour that carries a meaning alone. Contrast of every pair is at least 6:1. */
export const STYLE = `
:root{--paper:#FBFAF7;--ink:#1B1E22;--soft:#5B5F66;--line:#D9D5CC;--panel:#F2EFE8;--disclosed:#0B5A8A;--observed:#8A4B00;--unknown:#5B5F66;--support:#0F6B5C;--alert:#A3261B}
@media (prefers-color-scheme:dark){:root{--paper:#14171A;--ink:#E9E6DF;--soft:#A6ACB5;--line:#343A41;--panel:#1D2126;--disclosed:#6CB6E8;--observed:#F0A94B;--unknown:#A6ACB5;--support:#5CCBB5;--alert:#FF8A7A}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"IB Hangul","IB Han",sans-serif}
[lang|=zh],[lang|=ja]{font-family:"IB Han","Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;line-break:strict}
[lang|=ko]{font-family:"IB Hangul","Noto Sans KR","Malgun Gothic","Apple SD Gothic Neo","IB Han",sans-serif;word-break:keep-all}
main{max-width:74rem;margin:0 auto;padding:1.5rem clamp(1rem,4vw,3rem) 4rem}
header.cover{border-bottom:3px double var(--line);padding-bottom:1.2rem;margin-bottom:1.5rem}
h1{font-size:1.9rem;line-height:1.25;margin:.4rem 0 1rem;max-width:48rem}
h2{font-size:1.3rem;margin:2.6rem 0 .8rem;padding-top:.6rem;border-top:1px solid var(--line)}
p{max-width:52rem;margin:.6rem 0}
p.judgement{font-size:1.12rem;font-weight:600;margin-top:1.3rem}
p.aside{color:var(--soft);font-size:.93rem}p.aside+p.judgement{margin-top:-.3rem}
p.warning{border-left:4px solid var(--alert);padding-left:.8rem}
dl.cover{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem;margin:0;font-size:.93rem}
dl.cover dt{color:var(--soft)}dl.cover dd{margin:0;overflow-wrap:anywhere}
nav ol{columns:2;max-width:52rem;font-size:.93rem;padding-left:1.4rem}nav a{color:inherit}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--disclosed);outline-offset:2px}
ul{max-width:56rem;padding-left:1.2rem}li{margin:.25rem 0}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;font-size:.87rem;line-height:1.45;min-width:40%}
caption{text-align:left;font-weight:600;padding:.3rem 0;max-width:60rem}
th,td{text-align:left;vertical-align:top;padding:.28rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:break-word;max-width:26rem}
th{color:var(--soft);font-weight:600;white-space:nowrap;border-bottom:2px solid var(--line)}
td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
code{font:.82em/1.4 ui-monospace,"SF Mono",Menlo,Consolas,"IB Hangul","IB Han",monospace;overflow-wrap:anywhere}
figure.pair{display:grid;grid-template-columns:1fr 1fr;gap:.2rem 1.4rem;margin:.8rem 0;padding:.6rem .9rem;background:var(--panel);border-left:4px solid var(--observed);max-width:60rem}
figure.pair blockquote{margin:0;font-size:1.05rem}figure.pair figcaption{grid-column:1/-1;color:var(--soft);font-size:.82rem}
svg{display:block;width:100%;height:auto;margin:1rem 0}
svg text{fill:var(--ink);font-size:11px}svg .tick,svg .tier{fill:var(--soft);font-size:10px}svg .lane{fill:var(--soft);font-size:12px}
.bar-results{fill:var(--disclosed)}.bar-instructions{fill:var(--observed);opacity:.75}.bar-other{fill:none;stroke:var(--unknown)}.dot{fill:var(--unknown)}.hatch{fill:var(--line)}
.hour-cell{fill:var(--panel)}.hour-count{fill:var(--disclosed)}
.node rect{fill:var(--paper);stroke-width:2}.node.disclosed rect{stroke:var(--disclosed)}.node.observed rect{stroke:var(--observed);stroke-dasharray:7 4}.node.unknown rect{stroke:var(--unknown);stroke-dasharray:2 4}
.edge path{fill:none;stroke-width:2;stroke:var(--soft)}.edge circle{fill:var(--soft)}.edge.declared path{stroke:var(--disclosed)}.edge.observed path{stroke:var(--observed);stroke-dasharray:7 4}.edge.inferred path{stroke:var(--unknown);stroke-dasharray:2 4}
p.legend{font-size:.85rem;color:var(--soft);margin-top:-.4rem}
.swatch{display:inline-block;width:.9em;height:.9em;margin:0 .3em 0 .9em;vertical-align:-.1em;border:1px solid var(--soft)}
@media (max-width:44rem){figure.pair{grid-template-columns:1fr}nav ol{columns:1}}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--panel:#f4f4f4;--disclosed:#0B5A8A;--observed:#8A4B00;--unknown:#444;--alert:#A3261B}
@page{margin:18mm 15mm 20mm;@bottom-right{content:counter(page) " / " counter(pages)}}
body{font-size:10pt}main{max-width:none;padding:0}nav{display:none}h2{break-after:avoid}figure.pair,svg,tr,p.judgement{break-inside:avoid}.scroll{overflow:visible}table{width:100%;font-size:8pt}thead{display:table-header-group}th,td{max-width:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`
