import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  ROOT,
);

/** Our imports end in `.js` or begin with `@app/`; the sources end in `.ts`. */
export async function resolve(specifier, context, next) {
  const alias = options.paths[specifier]?.[0];
  if (alias) return next(pathToFileURL(path.join(ROOT, alias)).href, context);
  const isOurs = context.parentURL?.endsWith('.ts') && /^\.{1,2}\//.test(specifier);
  return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const file = fileURLToPath(url);
  const { outputText } = ts.transpileModule(await readFile(file, 'utf8'), {
    fileName: file,
    compilerOptions: {
      ...options,
      module: ts.ModuleKind.ESNext,
      inlineSourceMap: true,
      sourceMap: false,
      incremental: false,
    },
  });
  return { format: 'module', source: outputText, shortCircuit: true };
}
