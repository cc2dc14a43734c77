import type { ReportClass } from '@app/report-model';

/** One kind of request that may be sent, as `GET services` lists it. */
export interface Open311Service {
  readonly service_code: string;
  readonly service_name: string;
  readonly description: string;
  readonly metadata: boolean;
  readonly type: 'realtime';
  readonly keywords: string;
  readonly group: string;
}

/** The classes of reports. No further attributes are asked for: what it is about stands in the text. */
export const OPEN311_SERVICES: readonly Open311Service[] = [
  service('complaint', 'Pengaduan', 'Keluhan: ada yang rusak, terganggu, atau tidak dilayani', [
    'keluhan',
    'jalan rusak',
    'lampu jalan',
    'sampah',
    'banjir',
    'air',
  ]),
  service('aspiration', 'Aspirasi', 'Usul atau harapan untuk daerah', ['usul', 'saran', 'permohonan']),
  service('information', 'Permintaan informasi', 'Pertanyaan tentang layanan, syarat, atau jadwal', [
    'tanya',
    'syarat',
    'jadwal',
  ]),
  service('other', 'Lainnya', 'Tidak termasuk yang lain', ['lain-lain']),
];

export function serviceOf(code: string): Open311Service | undefined {
  return OPEN311_SERVICES.find(({ service_code }) => service_code === code);
}

/** The service of a report as the office has classified it; advertising has none of its own. */
export function serviceOfClass(reportClass: ReportClass): Open311Service {
  const found = serviceOf(reportClass) ?? serviceOf('other');
  if (!found) throw new Error('There is no service for other reports');
  return found;
}

function service(
  code: ReportClass,
  name: string,
  description: string,
  keywords: readonly string[],
): Open311Service {
  return {
    service_code: code,
    service_name: name,
    description,
    metadata: false,
    type: 'realtime',
    keywords: keywords.join(', '),
    group: 'Laporan warga',
  };
}
