/** AES-GCM: what lies on the device is noise to whoever has no key, and says so when a byte of it was changed. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** A key that works here and that nothing can read out, not even this page. */
export const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

/** `about`: whose and which it is. Under another name it does not open. */
export const seal = async (key: CryptoKey, about: readonly string[], value: unknown): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(settings(iv, about), key, bytes(JSON.stringify(value)));
  return { iv, data };
};

/** Throws where the key, the name or the bytes are not those of the sealing. */
export const unseal = async (key: CryptoKey, about: readonly string[], { iv, data }: Sealed): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(settings(iv, about), key, data)));

const settings = (iv: Uint8Array<ArrayBuffer>, about: readonly string[]): AesGcmParams => ({
  name: "AES-GCM",
  iv,
  additionalData: bytes(JSON.stringify(about)),
});

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
