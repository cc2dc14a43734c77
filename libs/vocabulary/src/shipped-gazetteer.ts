import type { Gazetteer } from '@app/triage';

/** All areas and the names that ship; built when first asked for: only who reads messages needs it. */
export type ShippedGazetteer = () => Gazetteer;
export const SHIPPED_GAZETTEER = Symbol('ShippedGazetteer');
