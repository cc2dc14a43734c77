import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES;
const KEY_BYTES = 32;

/** The key is not the one that the secret was sealed with, or the sealed bytes were changed. */
export class SecretKeyError extends Error {
  override readonly name = 'SecretKeyError';
}

/** Seals and opens secrets with one key; see {@link secretSealer}. */
export interface Sealer {
  seal(plain: Buffer, owner: string): Buffer;
  open(sealed: Buffer, owner: string): Buffer;
}

/**
 * AES-256-GCM. Layout: version (1 byte), nonce (12), tag (16), ciphertext.
 * @param key 32 bytes
 * @throws SecretKeyError when the key has another length
 */
export function secretSealer(key: Buffer): Sealer {
  if (key.length !== KEY_BYTES) {
    throw new SecretKeyError(`The secret key must have ${KEY_BYTES} bytes, not ${key.length}`);
  }
  return {
    seal: (plain, owner) => seal(key, plain, owner),
    open: (sealed, owner) => open(key, sealed, owner),
  };
}

/** @param owner what the secret belongs to (the connection's id): it cannot be opened for another */
function seal(key: Buffer, plain: Buffer, owner: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(associatedData(owner));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ciphertext]);
}

function open(key: Buffer, sealed: Buffer, owner: string): Buffer {
  if (sealed.length < HEADER_BYTES || sealed[0] !== VERSION) {
    throw new SecretKeyError('A stored secret has an unknown format: was it written by a newer version?');
  }
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const tag = sealed.subarray(1 + NONCE_BYTES, HEADER_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(associatedData(owner))
    .setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES)), decipher.final()]);
  } catch {
    throw new SecretKeyError(
      'A stored secret cannot be opened: WADAH_SECRET_KEY is not the key it was sealed with',
    );
  }
}

function associatedData(owner: string): Buffer {
  return Buffer.from(`${VERSION}:${owner}`);
}
