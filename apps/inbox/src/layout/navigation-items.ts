import type { Role } from '@app/report-model';
import type { IconName } from './icon-shapes.js';

export interface NavigationItem {
  readonly name:
    | 'inbox'
    | 'overview'
    | 'connections'
    | 'users'
    | 'agencies'
    | 'answerTemplates'
    | 'topics'
    | 'lexicon'
    | 'placeNames'
    | 'routing'
    | 'model'
    | 'apiTokens'
    | 'clockRules'
    | 'audit'
    | 'retention'
    | 'systemHealth'
    | 'settings';
  readonly path: string;
  readonly icon: IconName;
  readonly roles: readonly Role[];
}

const STAFF: readonly Role[] = ['admin', 'officer', 'agency-member'];
const OFFICERS: readonly Role[] = ['admin', 'officer'];

const ITEMS: readonly NavigationItem[] = [
  { name: 'inbox', path: '/', icon: 'inbox', roles: STAFF },
  { name: 'overview', path: '/ikhtisar', icon: 'chart', roles: STAFF },
  { name: 'connections', path: '/koneksi', icon: 'plug', roles: OFFICERS },
  { name: 'agencies', path: '/instansi', icon: 'building', roles: STAFF },
  { name: 'answerTemplates', path: '/templat', icon: 'file', roles: STAFF },
  { name: 'topics', path: '/topik', icon: 'scale', roles: ['admin'] },
  { name: 'lexicon', path: '/kamus', icon: 'book', roles: ['admin'] },
  { name: 'placeNames', path: '/nama-tempat', icon: 'pin', roles: ['admin'] },
  { name: 'clockRules', path: '/tenggat', icon: 'clock', roles: ['admin'] },
  { name: 'routing', path: '/aturan', icon: 'forward', roles: ['admin'] },
  { name: 'model', path: '/model', icon: 'bulb', roles: ['admin'] },
  { name: 'users', path: '/pengguna', icon: 'people', roles: ['admin'] },
  { name: 'apiTokens', path: '/token', icon: 'lock', roles: ['admin'] },
  { name: 'audit', path: '/catatan', icon: 'rows', roles: ['admin'] },
  { name: 'retention', path: '/retensi', icon: 'shield', roles: ['admin'] },
  { name: 'systemHealth', path: '/kesehatan', icon: 'pulse', roles: ['admin'] },
  { name: 'settings', path: '/pengaturan', icon: 'sliders', roles: OFFICERS },
];

/** Where everybody is all day; the other pages are for setting up and looking after. */
const DAILY: readonly NavigationItem['name'][] = ['inbox', 'overview'];

export const isDaily = ({ name }: NavigationItem): boolean => DAILY.includes(name);

export function navigationFor(role: Role): readonly NavigationItem[] {
  return ITEMS.filter((item) => item.roles.includes(role));
}

/** A page that stands in nobody's navigation is open to everybody. */
export const mayOpen = (role: Role, path: string): boolean =>
  ITEMS.every((item) => item.path !== path || item.roles.includes(role));
