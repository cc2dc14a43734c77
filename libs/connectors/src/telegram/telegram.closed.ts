import type { ClosedReason } from '@app/report-model';

/** Why a bot cannot write in a chat any more. */
export const BLOCKED: ClosedReason = {
  id: 'Warga memblokir bot ini; balasan baru dapat dikirim setelah warga membuka blokirnya atau menulis lagi',
  en: 'The citizen has blocked the bot; answering is possible again once they unblock it or write',
};
export const DEACTIVATED: ClosedReason = {
  id: 'Akun Telegram warga ini sudah tidak ada',
  en: 'The citizen’s Telegram account no longer exists',
};
export const REMOVED: ClosedReason = {
  id: 'Bot dikeluarkan dari grup ini; tambahkan kembali untuk menjawab',
  en: 'The bot was removed from this group; add it again to answer',
};
