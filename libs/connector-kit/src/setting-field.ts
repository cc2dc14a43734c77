import type { z } from 'zod';

/** How the admin's form shows one setting. */
export interface SettingFieldMeta {
  readonly label: { readonly id: string; readonly en: string };
  readonly help?: { readonly id: string; readonly en: string };
  /** Encrypted at rest, never sent back to a browser, never logged. */
  readonly isSecret?: boolean;
  /** Made by Wadah when left empty (32 random bytes, base64url). */
  readonly isGenerated?: boolean;
  /** Shown under "advanced". */
  readonly isAdvanced?: boolean;
}

/** Adds label and help to a settings field; read back by the host with {@link settingMeta}. */
export function settingField<Schema extends z.ZodType>(schema: Schema, meta: SettingFieldMeta): Schema {
  return schema.meta({ wadah: meta });
}

export function settingMeta(schema: z.ZodType): SettingFieldMeta | undefined {
  return schema.meta()?.['wadah'] as SettingFieldMeta | undefined;
}
