import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { settingMeta, type Connector } from '@app/connector-kit';

export type Settings = Readonly<Record<string, unknown>>;

/** A setting is missing or wrong; `field` is its name in the form. */
export class SettingsError extends Error {
  readonly code = 'validation';

  constructor(readonly errors: readonly { readonly field: string; readonly message: string }[]) {
    super(errors.map((error) => `${error.field}: ${error.message}`).join('; '));
  }
}

/** @throws SettingsError naming every wrong field, never a value */
export function parseSettings(connector: Connector, given: Settings): Settings {
  const result = connector.descriptor.settingsSchema.safeParse(given);
  if (result.success) return result.data as Settings;
  throw new SettingsError(
    result.error.issues.map((issue) => ({
      field: issue.path.join('.') || 'settings',
      message: issue.message,
    })),
  );
}

/** Makes what the admin may leave to us (webhook secrets) and drops empty fields, so that defaults apply. */
export function completeSettings(connector: Connector, given: Settings): Settings {
  const complete: Record<string, unknown> = {};
  for (const [name, schema] of fieldsOf(connector)) {
    const value = given[name];
    if (value !== undefined && value !== null && value !== '') complete[name] = value;
    else if (settingMeta(schema)?.isGenerated) complete[name] = randomBytes(32).toString('base64url');
  }
  return complete;
}

/** Which settings are stored in the open and which are sealed. */
export function splitSettings(
  connector: Connector,
  settings: Settings,
): { open: Settings; secret: Settings } {
  const secretNames = new Set(secretFields(connector));
  const entries = Object.entries(settings);
  return {
    open: Object.fromEntries(entries.filter(([name]) => !secretNames.has(name))),
    secret: Object.fromEntries(entries.filter(([name]) => secretNames.has(name))),
  };
}

export function secretFields(connector: Connector): string[] {
  return fieldsOf(connector)
    .filter(([, schema]) => settingMeta(schema)?.isSecret)
    .map(([name]) => name);
}

export function fieldsOf(connector: Connector): [string, z.ZodType][] {
  return Object.entries(connector.descriptor.settingsSchema.shape as Record<string, z.ZodType>);
}
