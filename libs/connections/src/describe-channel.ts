import { z } from 'zod';
import { settingMeta, type Connector } from '@app/connector-kit';
import { fieldsOf } from './connection-settings.js';

export type FieldKind = 'text' | 'number' | 'boolean' | 'choice' | 'secret' | 'url';

/** One field of the admin's form. */
export interface DescribedField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: { readonly id: string; readonly en: string };
  readonly help: { readonly id: string; readonly en: string } | null;
  readonly isRequired: boolean;
  readonly isGenerated: boolean;
  readonly isAdvanced: boolean;
  readonly choices: string[];
  readonly default?: unknown;
}

interface FieldShape {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: string[];
  readonly default?: unknown;
}

/** The settings form of a channel, drawn from its schema. */
export function describeFields(connector: Connector): DescribedField[] {
  const whole = z.toJSONSchema(connector.descriptor.settingsSchema, { io: 'input', unrepresentable: 'any' });
  const required = new Set(whole.required ?? []);
  return fieldsOf(connector).map(([name, schema]) => {
    const shape = (whole.properties?.[name] ?? {}) as FieldShape;
    const meta = settingMeta(schema);
    return {
      name,
      kind: meta?.isSecret ? 'secret' : kindOf(shape),
      label: meta?.label ?? { id: name, en: name },
      help: meta?.help ?? null,
      isRequired: required.has(name) && !meta?.isGenerated,
      isGenerated: meta?.isGenerated ?? false,
      isAdvanced: meta?.isAdvanced ?? false,
      choices: shape.enum ?? [],
      ...(shape.default === undefined ? {} : { default: shape.default }),
    };
  });
}

function kindOf(shape: FieldShape): FieldKind {
  if (shape.enum) return 'choice';
  if (shape.type === 'number' || shape.type === 'integer') return 'number';
  if (shape.type === 'boolean') return 'boolean';
  return shape.format === 'uri' ? 'url' : 'text';
}
