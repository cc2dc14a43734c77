import { describe, expect, it } from '@jest/globals';
import type { SettingField } from '@app/api-contract';
import { fieldProblems, initialValues, settingsOf } from './setting-values.js';

const field = (name: string, kind: SettingField['kind'], more: Partial<SettingField> = {}): SettingField => ({
  name,
  kind,
  label: { id: name, en: name },
  help: null,
  isRequired: false,
  isGenerated: false,
  isAdvanced: false,
  choices: [],
  ...more,
});
const FIELDS = [
  field('token', 'secret', { isRequired: true }),
  field('seconds', 'number', { default: 90 }),
  field('asksName', 'boolean', { default: true }),
  field('root', 'url'),
];

describe('the values of a settings form', () => {
  it('begin with the defaults, or with what is saved', () => {
    expect(initialValues(FIELDS)).toEqual({ token: '', seconds: '90', asksName: true, root: '' });
    expect(initialValues(FIELDS, { token: 'x', seconds: 15, asksName: false })).toEqual({
      token: '',
      seconds: '15',
      asksName: false,
      root: '',
    });
  });

  it('are sent with their kinds, without what is empty', () => {
    expect(settingsOf(FIELDS, { token: ' 1:A ', seconds: '1,5', asksName: false, root: '' })).toEqual({
      token: '1:A',
      seconds: 1.5,
      asksName: false,
    });
  });

  it('are refused here when something is missing or no number', () => {
    const values = { token: '', seconds: 'abc', asksName: true, root: '' };
    expect(fieldProblems(FIELDS, values)).toEqual({ token: 'required', seconds: 'numberExpected' });
    expect(fieldProblems(FIELDS, { ...values, seconds: '5' }, { token: true })).toEqual({});
  });
});
