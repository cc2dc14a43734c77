import { describe, expect, it } from '@jest/globals';
import { settingMeta } from '../setting-field.js';
import type { ConnectorContract } from './connector-contract.js';

const SOUNDS_SECRET = /token|secret|password|apikey|privatekey/i;

export function describeSettings<Settings>(contract: ConnectorContract<Settings>): void {
  const { settingsSchema } = contract.connector.descriptor;
  const fields = Object.entries(settingsSchema.shape);

  describe('settings', () => {
    it('are refused when empty, or complete without any entry', () => {
      const empty = settingsSchema.safeParse({});
      if (empty.success) expect(settingsSchema.parse(empty.data)).toEqual(empty.data);
      else expect(empty.error.issues).not.toHaveLength(0);
    });

    it('are read back the same after being stored as JSON', () => {
      const parsed = settingsSchema.parse(contract.settings('http://127.0.0.1:9'));
      expect(settingsSchema.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
    });

    it('have a label in both languages for every field', () => {
      for (const [name, schema] of fields) {
        const label = settingMeta(schema as never)?.label;
        expect({ name, id: label?.id, en: label?.en }).toEqual({
          name,
          id: expect.stringMatching(/\S/),
          en: expect.stringMatching(/\S/),
        });
      }
    });

    it('mark every secret as one', () => {
      const marked = fields
        .filter(([, schema]) => settingMeta(schema as never)?.isSecret)
        .map(([name]) => name);
      expect(marked.sort()).toEqual([...contract.secrets].sort());
      const suspicious = fields.map(([name]) => name).filter((name) => SOUNDS_SECRET.test(name));
      expect(marked).toEqual(expect.arrayContaining(suspicious));
    });
  });
}
