import { mapStyle } from '../map/mapStyle';
import { trendStyle } from '../trendSvg';

/** How a report looks: light and dark, on a screen and on A4. All text has a contrast of 4.5 to 1 and more. */
export const documentStyle = `
:root { color-scheme: light; --text: #1f2328; --quiet: #57606a; --page: #fff; --line: #d1d9e0; --box: #f6f8fa; --link: #0550ae; --warn: #9a6700; --warnbox: #fff8c5 }
* { box-sizing: border-box }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; color: var(--text); background: var(--page) }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .5rem 0 1rem }
h2 { font-size: 1.4rem; margin: 2.8rem 0 .8rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line) }
h3 { font-size: 1.08rem; margin: 1.6rem 0 .4rem }
p, ul, ol { margin: .6rem 0 }
header p, section > p, section > ul, section > ol, blockquote { max-width: 52rem }
li { margin: .2rem 0 }
li > ul { margin: .1rem 0 .5rem; color: var(--quiet) }
a { color: var(--link) }
code { font: .88em/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; margin: 1.2rem 0; padding: .6rem 1rem; background: var(--box); border-radius: 6px }
.warning { border-left: 4px solid var(--warn); padding: .2rem 1rem; margin: 1rem 0; background: var(--warnbox); max-width: 52rem }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem; margin: 1rem 0 }
.figures > div { border: 1px solid var(--line); border-radius: 8px; padding: 1rem; background: var(--box) }
.figures dt { font-weight: 600 }
.figures b { display: block; margin-top: .2rem; font-size: 2.3rem; line-height: 1.15; font-variant-numeric: tabular-nums }
.figures dd { margin: .4rem 0 0; font-size: .9rem; color: var(--quiet) }
blockquote { margin: 1rem 0; padding: .2rem 1.2rem; border-left: 4px solid var(--line); background: var(--box) }
figure { margin: 1rem 0 }
figcaption { margin: .5rem 0; max-width: 52rem; font-size: .92rem; color: var(--quiet) }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; list-style: none; padding: 0; margin: .4rem 0; max-width: none }
.map.swatch { display: inline-block; width: 1.5rem; height: 1rem; vertical-align: -.15rem; border: 1px solid var(--quiet) }
.trends { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem }
figure, .wide { overflow-x: auto }
.map:not(.swatch) { min-width: 40rem }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .92rem }
caption { text-align: left; color: var(--quiet); padding: .2rem 0 .4rem }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line) }
thead th { color: var(--quiet); font-weight: 600 }
tbody th { font-weight: 400 }
.number { text-align: right; font-variant-numeric: tabular-nums }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
details { margin: .8rem 0 }
summary { cursor: pointer; color: var(--link) }
${mapStyle}
${trendStyle}
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --text: #e6edf3; --quiet: #9da7b3; --page: #0d1117; --line: #3d444d; --box: #161b22; --link: #79b8ff; --warn: #d29922; --warnbox: #2a2414 }
}
@media print {
  @page { size: A4; margin: 16mm 14mm }
  :root { font-size: 10.5pt }
  body { font-size: 1rem; max-width: none; padding: 0 }
  nav, details, .onScreen { display: none }
  a { color: inherit; text-decoration: none }
  h2, h3, caption, thead { break-after: avoid }
  tr, li, .figures > div, blockquote, .warning, svg { break-inside: avoid }
  .figures { grid-template-columns: repeat(3, 1fr) }
  figure, .wide { overflow: visible }
  .map:not(.swatch) { min-width: 0 }
  svg, .figures > div, blockquote, .warning { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}`;
