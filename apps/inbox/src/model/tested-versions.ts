import type { ModelVersion, TestFigures } from '@app/api-contract';

/** How each trained version did on themes that were held out, oldest first; before them the model they began from. */
export function testedVersions(
  versions: readonly ModelVersion[],
): { readonly name: string; readonly classes: TestFigures['classes'] }[] {
  const tested = versions
    .flatMap(({ number, tests }) =>
      tests.filter(({ set }) => set === 'corpus').map((test) => ({ number, test })),
    )
    .toSorted((a, b) => a.number - b.number);
  const [first] = tested;
  if (!first) return [];
  return [
    { name: '', classes: first.test.current.classes },
    ...tested.map(({ number, test }) => ({ name: `#${number}`, classes: test.candidate.classes })),
  ];
}
