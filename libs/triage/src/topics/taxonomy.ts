import { z } from 'zod';

const code = z.string().regex(/^[a-z0-9_.-]{1,60}$/);
const bodyCode = z.string().regex(/^[a-z0-9-]{2,40}$/);
const names = z.object({ id: z.string().min(1), en: z.string().min(1) });

/** Lines `weight: phrase, phrase`; see `compilePhrases` for how a phrase is written. */
const cueLine = z.string().regex(/^-?\d+(\.\d+)?: \S.*$/);

const topicSchema = z.object({
  code,
  name: names,
  /** Code of the agency that handles it, or of the addressee outside the administration. */
  agency: bodyCode,
  cues: z.array(cueLine),
});
const agencySchema = z.object({ code: bodyCode, shortName: z.string().min(1), name: z.string().min(1) });
/** Who is competent where the administration is not ("bukan wewenang"), and how citizens reach them. */
const addresseeSchema = agencySchema.extend({ contact: z.string().nullable() });

/** Groups of topics, and who handles each. Tenant data: `version` tells one state of it from another. */
export const taxonomySchema = z.object({
  code,
  version: z.string().min(1),
  name: names,
  agencies: z.array(agencySchema),
  addressees: z.array(addresseeSchema),
  groups: z.array(z.object({ code, name: names, topics: z.array(topicSchema).min(1) })).min(1),
});

/** What a tenant's set changes in the one it extends. */
export const taxonomyChangesSchema = taxonomySchema
  .pick({ code: true, version: true, name: true, agencies: true })
  .extend({
    extends: code,
    /** Codes of the base's agencies that this tenant does not have. */
    withoutAgencies: z.array(bodyCode),
    addressees: z.array(addresseeSchema),
    /** Topic code -> agency or addressee, where it differs from the base. */
    agencyOf: z.record(code, bodyCode),
    /** Topic code -> cue lines beside the base's: local names of bodies and services. */
    cues: z.record(code, z.array(cueLine)),
  });

export type Taxonomy = z.infer<typeof taxonomySchema>;
export type TaxonomyChanges = z.infer<typeof taxonomyChangesSchema>;

/** The set that a tenant uses: the base with the tenant's own bodies, names and mapping on top. */
export function extendTaxonomy(base: Taxonomy, changes: TaxonomyChanges): Taxonomy {
  const replaced = new Set([...changes.agencies.map((one) => one.code), ...changes.withoutAgencies]);
  const known = new Set(changes.addressees.map((one) => one.code));
  return checkTaxonomy({
    code: changes.code,
    version: `${changes.version}+${base.code}-${base.version}`,
    name: changes.name,
    agencies: [...base.agencies.filter((one) => !replaced.has(one.code)), ...changes.agencies],
    addressees: [...base.addressees.filter((one) => !known.has(one.code)), ...changes.addressees],
    groups: base.groups.map((group) => ({
      ...group,
      topics: group.topics.map((topic) => ({
        ...topic,
        agency: changes.agencyOf[topic.code] ?? topic.agency,
        cues: [...topic.cues, ...(changes.cues[topic.code] ?? [])],
      })),
    })),
  });
}

/**
 * @throws Error when a topic is mapped to a body that is not in the set, or a code stands twice: a mapping to nowhere
 * would lose reports.
 */
export function checkTaxonomy(taxonomy: Taxonomy): Taxonomy {
  const bodies = [...taxonomy.agencies, ...taxonomy.addressees].map((one) => one.code);
  const topics = taxonomy.groups.flatMap((group) => group.topics);
  const twice = [bodies, topics.map((topic) => topic.code)].flatMap((codes) =>
    codes.filter((one, index) => codes.indexOf(one) !== index),
  );
  if (twice.length > 0) throw new Error(`Taxonomy ${taxonomy.code}: code stands twice: ${twice.join(', ')}`);
  const lost = topics.filter((topic) => !bodies.includes(topic.agency));
  if (lost.length > 0) {
    const list = lost.map((topic) => `${topic.code} -> ${topic.agency}`).join(', ');
    throw new Error(`Taxonomy ${taxonomy.code}: no such agency or addressee: ${list}`);
  }
  return taxonomy;
}

/** Whether a code is of an agency of the administration, not of an addressee outside it. */
export function isOurAgency(taxonomy: Taxonomy, agency: string): boolean {
  return taxonomy.agencies.some((one) => one.code === agency);
}
