import { describe, expect, it } from 'vitest';
import { htmlEdition } from '../../../shared/editions/html';
import { htmlImport } from '../../../shared/imports/html';
import { open } from '../document/arbitraries';
import { written } from '../editions/written';
import { documentOf, errorOf } from './readImport';

const text = (html: string) => documentOf(htmlImport, html).text;

describe('a web page', () => {
  it('is its visible text: headings, paragraphs, lists, quotations, tables, code', () => {
    expect(
      text(`<!doctype html><html><head><title>不读</title><style>p{}</style></head><body>
        <script>alert(1)</script><h1>题 &amp; <em>目</em></h1>
        <p>上街区将大
           力发展，the <b>new</b>
           bank。<br>次行</p><p hidden>藏</p><p style="display:none">藏</p>
        <ul><li>一</li><li><p>二</p></li></ul><ol><li>甲<li>乙</ol>
        <blockquote><p>引</p></blockquote>
        <table><tr><th>名<th>数</tr><tr><td>a</td><td><p>1</p></td></tr></table>
        <pre><code>  x
  y</code></pre><hr>散文</body></html>`),
    ).toBe(
      '# 题 & 目\n\n上街区将大力发展，the new bank。\n次行\n\n- 一\n- 二\n\n1. 甲\n2. 乙\n\n> 引\n\n| 名 | 数 |\n| a | 1 |\n\n```\n  x\n  y\n```\n\n---\n\n散文\n',
    );
  });

  it('that Kanwu wrote gives its text again', () => {
    const source = '# 题\n\n段𠮷，“引”。\n\n- 一\n- 二\n\n末 & <段>\n';
    expect(text(written(htmlEdition, open(source)))).toBe(source);
  });

  it('is read in the encoding it declares', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('<meta charset="gbk"><p>'),
      0xd6,
      0xd0,
      0xb9,
      0xfa,
    ]);
    expect(documentOf(htmlImport, bytes).text).toBe('中国\n');
  });

  it('nested beyond reason is one error', () => {
    expect(errorOf(htmlImport, '<div>'.repeat(100_000))).toMatch(/“file”: elements lie more than 400 deep/);
  });
});
