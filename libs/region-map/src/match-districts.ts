import type { Area, Gazetteer } from '@app/triage';
import { OutlineError } from './outline-error.js';
import type { OutlineFeature, Polygon } from './read-outline.js';

/** The shape of one district; without a code where we know no such district. */
export interface OutlineShape {
  readonly code: string | null;
  readonly name: string;
  readonly polygons: readonly Polygon[];
}

/** Properties that official files name districts in, the surest first. */
const NAME_KEYS = [
  /^wadmkc$/i,
  /^(nama|nm|name)?_?kec(amatan)?(_?(nama|nm|name))?$/i,
  /^(district|adm3_(id|en))$/i,
  /^(namobj|nama|name|shapename)$/i,
];
const DOTTED_CODE = /^\d\d\.\d\d\.\d\d(\.\d{4})?$/;
const PLAIN_CODE = /^\d{6}$/;

/**
 * Which district each feature is, by the ministry's code or by name. Several of one district (its villages, its
 * islands) become one shape.
 * @throws OutlineError `no-district` when none is known
 */
export function matchDistricts(features: readonly OutlineFeature[], gazetteer: Gazetteer): OutlineShape[] {
  const shapes = new Map<string, { code: string | null; name: string; polygons: Polygon[] }>();
  for (const { properties, polygons } of features) {
    const district = districtOf(properties, gazetteer);
    const name = district?.name ?? namesIn(properties)[0] ?? '';
    const key = district?.code ?? `name:${name}`;
    const shape = shapes.get(key) ?? { code: district?.code ?? null, name, polygons: [] };
    shape.polygons.push(...polygons);
    shapes.set(key, shape);
  }
  const found = [...shapes.values()];
  if (found.every(({ code }) => code === null)) throw new OutlineError('no-district');
  return found;
}

function districtOf(properties: OutlineFeature['properties'], gazetteer: Gazetteer): Area | null {
  const values = Object.values(properties).map(String);
  const isOurs = (area: Area | null): area is Area =>
    area?.level === 'district' && (gazetteer.home === null || gazetteer.isHome(area));
  const byCode = (pattern: RegExp) =>
    values
      .filter((value) => pattern.test(value))
      .map((value) => gazetteer.area(districtCode(value)))
      .find(isOurs);
  return byCode(DOTTED_CODE) ?? byName(properties, gazetteer, isOurs) ?? byCode(PLAIN_CODE) ?? null;
}

function byName(
  properties: OutlineFeature['properties'],
  gazetteer: Gazetteer,
  isOurs: (area: Area) => boolean,
): Area | undefined {
  for (const name of namesIn(properties)) {
    const areas = gazetteer.areasNamed(name, 'district').filter(isOurs);
    if (areas.length === 1) return areas[0];
  }
  return undefined;
}

const namesIn = (properties: OutlineFeature['properties']): string[] =>
  NAME_KEYS.flatMap((key) => Object.entries(properties).filter(([name]) => key.test(name)))
    .map(([, value]) =>
      String(value ?? '')
        .replace(/^(kecamatan|kec\.?)\s+/i, '')
        .trim(),
    )
    .filter((name) => name !== '');

const districtCode = (text: string): string =>
  text
    .replaceAll('.', '')
    .slice(0, 6)
    .replace(/(\d\d)(\d\d)(\d\d)/, '$1.$2.$3');
