import { randomUUID } from 'node:crypto';
import { isId } from '../ids.ts';
import { WorkspaceRepository } from '../repository.ts';
import { Attestation } from './evidence-entities.ts';

/** The attestation requests and their answers. */
export class Attestations extends WorkspaceRepository {
  /** Adds a request; returns undefined if an earlier one to the same person is unanswered. */
  async request(activityId: string, requestedFrom: string, requestedAt: Date): Promise<string | undefined> {
    const attestationId = randomUUID();
    const [requested] = await this.em.execute<{ attestation_id: string }[]>(
      `insert into attestation (workspace_id, attestation_id, activity_id, requested_from, requested_at) values (?, ?, ?, ?, ?)
       on conflict do nothing returning attestation_id`,
      [this.workspaceId, attestationId, activityId, requestedFrom, requestedAt],
    );
    return requested?.attestation_id;
  }

  /** The unanswered request to a person, or undefined for anyone else. */
  async open(attestationId: string, requestedFrom: string): Promise<Attestation | null> {
    return isId(attestationId) ? this.em.findOne(Attestation, { attestationId, requestedFrom, answer: null }) : null;
  }

  async answer(attestationId: string, answer: 'yes' | 'no', answeredAt: Date): Promise<void> {
    await this.em.nativeUpdate(Attestation, { attestationId }, { answer, answeredAt });
  }
}
