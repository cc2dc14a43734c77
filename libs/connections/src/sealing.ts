/** Seals and opens a connection's secrets; the application provides it with its key. */
export interface SecretSealer {
  /** @param owner the connection's id: what was sealed for one cannot be opened for another */
  seal(plain: Buffer, owner: string): Buffer;
  /** @throws Error when the key is not the one it was sealed with */
  open(sealed: Buffer, owner: string): Buffer;
}
export const SECRET_SEALER = Symbol('SecretSealer');

/** Whether connections may use private and loopback addresses. */
export const ALLOWS_PRIVATE_ADDRESSES = Symbol('allowsPrivateAddresses');
