const MATTERS = [
  'Jalan poros menuju pelabuhan rusak parah, sudah tiga bulan belum diperbaiki',
  'Min, lampu jalan depan masjid mati terus kalau malam gelap sekali',
  'Mohon informasi syarat pindah domisili dan berapa lama prosesnya',
  'Usul agar di taman kota ditambah tempat bermain anak dan tempat sampah',
  'Sampah di belakang pasar menumpuk, baunya sampai ke sekolah',
  'Terima kasih atas bantuannya, semoga sehat selalu',
  'Air PDAM sudah dua minggu keruh dan sering tidak mengalir',
  'Kapan jadwal vaksin di puskesmas? Apakah masih gratis untuk lansia?',
] as const;
/** Several messages of one chat, as on a real day. */
const MESSAGES_PER_CHAT = 4;

/** Distinct updates as Telegram delivers them, about 450 bytes each. */
export function telegramUpdates(count: number): string[] {
  const now = Math.floor(Date.now() / 1000);
  return Array.from({ length: count }, (_, index) => {
    const id = 1_000_000 + Math.floor(index / MESSAGES_PER_CHAT);
    const person = { id, first_name: `Warga ${id}` };
    return JSON.stringify({
      update_id: 1 + index,
      message: {
        message_id: 1 + index,
        date: now,
        chat: { ...person, type: 'private' },
        from: { ...person, is_bot: false, language_code: 'id' },
        text: `${MATTERS[index % MATTERS.length]}. Lokasi RT ${index % 40}, nomor ${index}.`,
      },
    });
  });
}
