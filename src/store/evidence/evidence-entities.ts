import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { DocumentOutcome } from '../../domain/document-reading.ts';
import type { EvidenceFact, EvidenceForm } from '../../domain/evidence.ts';
import { ofWorkspace, tenant } from '../tenant-columns.ts';

export const ProofFile = defineEntity({
  name: 'ProofFile',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    fileId: p.uuid().primary(),
    personId: p.uuid(),
    name: p.text(),
    type: p.text(),
    size: p.integer(),
    sha256: p.text(),
    /** Null if the bytes are stored outside the database. */
    bytes: p.blob().$type<Uint8Array>().nullable().lazy(),
    /** What was read in it; null if it wasn't read. */
    reading: p.json<DocumentOutcome>().nullable(),
    createdAt: p.datetime(),
  },
});

const proofProperties = () => ({
  workspaceId: tenant(),
  proofId: p.uuid().primary(),
  activityId: p.uuid(),
  /** The type of proof; empty if not stated. */
  form: p.text().$type<EvidenceForm | ''>(),
  /** The facts it shows, as stated by its owner. */
  shows: p.json<readonly EvidenceFact[]>(),
  link: p.text(),
  note: p.text(),
  fileId: p.uuid().nullable(),
  /** The person who vouches for it. */
  attestedBy: p.uuid().nullable(),
  addedAt: p.datetime(),
});

export const Proof = defineEntity({ name: 'Proof', ...ofWorkspace, properties: proofProperties() });

/** A proof that was removed from its record. */
export const RemovedProof = defineEntity({
  name: 'RemovedProof',
  ...ofWorkspace,
  properties: { ...proofProperties(), removedAt: p.datetime() },
});

export const Attestation = defineEntity({
  name: 'Attestation',
  ...ofWorkspace,
  properties: {
    workspaceId: tenant(),
    attestationId: p.uuid().primary(),
    activityId: p.uuid(),
    requestedFrom: p.uuid(),
    requestedAt: p.datetime(),
    answer: p.text().$type<'yes' | 'no'>().nullable(),
    answeredAt: p.datetime().nullable(),
  },
});

export type ProofFile = InferEntity<typeof ProofFile>;
export type Proof = InferEntity<typeof Proof>;
export type Attestation = InferEntity<typeof Attestation>;
