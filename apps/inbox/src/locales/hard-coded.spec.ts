import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const SOURCES = fileURLToPath(new URL('..', import.meta.url));
/** What is read out or shown, beside the text between tags. */
const SHOWN_ATTRIBUTES = ['aria-label', 'title', 'label', 'placeholder', 'description', 'alt', 'error'];
/** Names, not sentences. */
const NAMES = ['Wadah'];
const HAS_WORD = /\p{L}{2,}/u;

/** Texts that people would read and that no language file has. */
function hardCodedIn(code: string): string[] {
  const file = ts.createSourceFile('a.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const look = (text: string): void => {
    const words = NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text).trim();
    if (HAS_WORD.test(words)) found.push(text.trim());
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) look(node.text);
    const isChild =
      ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent));
    if (isChild && node.expression && ts.isStringLiteralLike(node.expression)) look(node.expression.text);
    if (ts.isJsxAttribute(node) && SHOWN_ATTRIBUTES.includes(node.name.getText())) {
      const { initializer } = node;
      const value = initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer;
      if (value && ts.isStringLiteralLike(value)) look(value.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('texts of the screens', () => {
  it('stand in the language files and nowhere else', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.tsx'),
    );
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((name) =>
      hardCodedIn(readFileSync(path.join(SOURCES, name), 'utf8')).map((text) => `${name}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('would be found between tags, in braces and in what is read out', () => {
    const code = `<p title="Tutup laporan">Simpan {'sekarang juga'} · {t('app.save')} <b aria-label={'Hapus'} className="kotak" /></p>`;
    expect(hardCodedIn(code)).toEqual(['Tutup laporan', 'Simpan', 'sekarang juga', 'Hapus']);
  });
});
