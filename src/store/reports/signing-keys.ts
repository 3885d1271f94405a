import { Repository } from '../repository.ts';

/** A stored key pair. */
export interface StoredKey {
  readonly keyId: string;
  readonly publicPem: string;
  readonly privatePem: string;
}

/** A public key and the period in which it was used. */
export interface PublicKey {
  readonly keyId: string;
  readonly publicPem: string;
  readonly madeAt: Date;
  readonly retiredAt: Date | undefined;
}

interface Row {
  readonly key_id: string;
  readonly public_pem: string;
  readonly private_pem: string;
  readonly made_at: string | Date;
  readonly retired_at: string | Date | null;
}

/** The signing keys of the installation: one in use, and all public keys. */
export class SigningKeys extends Repository {
  /** Returns the key pair in use, creating it if there is none; if two processes create one, the first is used. */
  async current(make: () => StoredKey, now: Date): Promise<StoredKey> {
    const known = await this.#inUse();
    if (known !== undefined) return known;
    const { keyId, publicPem, privatePem } = make();
    await this.em.execute(
      'insert into signing_key (key_id, public_pem, private_pem, made_at) values (?, ?, ?, ?) on conflict do nothing',
      [keyId, publicPem, privatePem, now],
    );
    const stored = await this.#inUse();
    if (stored === undefined) throw new Error('A signing key that was just added is missing.');
    return stored;
  }

  /** Replaces the key pair; earlier signatures can still be verified with the old public key. */
  async replace({ keyId, publicPem, privatePem }: StoredKey, now: Date): Promise<void> {
    await this.em.transactional(async (em) => {
      await em.execute(`update signing_key set retired_at = ?, private_pem = '' where retired_at is null`, [now]);
      await em.execute(
        `insert into signing_key (key_id, public_pem, private_pem, made_at) values (?, ?, ?, ?)
         on conflict (key_id) do update set private_pem = excluded.private_pem, retired_at = null`,
        [keyId, publicPem, privatePem, now],
      );
    });
  }

  /** All public keys, latest first. */
  async all(): Promise<readonly PublicKey[]> {
    const rows = await this.em.execute<Row[]>('select * from signing_key order by made_at desc, key_id');
    return rows.map(({ key_id, public_pem, made_at, retired_at }) => ({
      keyId: key_id,
      publicPem: public_pem,
      madeAt: new Date(made_at),
      retiredAt: retired_at === null ? undefined : new Date(retired_at),
    }));
  }

  async #inUse(): Promise<StoredKey | undefined> {
    const [row] = await this.em.execute<Row[]>('select * from signing_key where retired_at is null');
    return row && { keyId: row.key_id, publicPem: row.public_pem, privatePem: row.private_pem };
  }
}
